import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reportPath } from '../take-part.ts'
import { age, comeBack, notice, publishHere, remarkForm, said, sitDown, textsIn } from './unsent.ts'
import { openSite } from './visitor.ts'

const site = openSite()

test('a text is offered for seven days', async (t) => {
  const at = await sitDown(site, t)
  if (!at) return
  await at.page.locator('#body').fill(said)
  const page = await comeBack(at.page)
  await notice(page).waitFor()
  await age(page, 6.9)
  await page.goto(remarkForm)
  await notice(page).waitFor()
  await age(page, 0.2)
  await page.goto(remarkForm)
  assert.equal(await notice(page).count(), 0)
  assert.deepEqual(await textsIn(page), [])
})

test('one that is too old is forgotten wherever one reads', async (t) => {
  const at = await sitDown(site, t)
  if (!at) return
  const { page } = at
  await page.locator('#body').fill(said)
  const reading = await comeBack(page, reportPath)
  await age(reading, 7.1)
  const { id } = await site.world().blockWith('Chaque commune publie')
  await reading.goto(`${reportPath}/passages/${id}`)
  assert.deepEqual(await textsIn(reading), [])
})

const broken = ['{', 'null', '{"key":1}', '{"key":"a","fields":{"body":"x"}}', '']

test('what the browser holds broken is forgotten, and breaks nothing', async (t) => {
  const prepare = `if (sessionStorage.seen !== '1') {
    sessionStorage.seen = '1';
    ${JSON.stringify(broken)}.forEach((it, at) => localStorage.setItem('vivace-text:' + at, it))
  }`
  const at = await sitDown(site, t, { prepare })
  if (!at) return
  const { page } = at
  assert.equal(await notice(page).count(), 0)
  assert.deepEqual(await textsIn(page), [])
  await page.locator('#body').fill(said)
  await publishHere(page)
})

const promise = 'est gardé dans ce navigateur'

for (const [what, prepare] of [
  ['refuses to keep anything', 'get() { throw new DOMException("no", "SecurityError") }'],
  [
    'has no room',
    'value: { removeItem() {}, setItem() { throw new DOMException("full", "QuotaExceededError") } }',
  ],
] as const) {
  test(`a browser that ${what} is promised nothing, and its form works`, async (t) => {
    const script = `Object.defineProperty(window, 'localStorage', { ${prepare} })`
    const at = await sitDown(site, t, { prepare: script })
    if (!at) return
    assert.equal(await at.page.getByText(promise).count(), 0)
    await at.page.locator('#body').fill(said)
    await publishHere(at.page)
  })
}

test('a text that finds no room is no longer said to be kept', async (t) => {
  const at = await sitDown(site, t)
  if (!at) return
  const { page } = at
  await page.getByText(promise).waitFor()
  await page.evaluate('Storage.prototype.setItem = () => { throw new Error("full") }')
  await page.locator('#body').fill(said)
  await page.getByText(promise).waitFor({ state: 'hidden' })
})

test('while there is no connection, it is said where the text is', async (t) => {
  const at = await sitDown(site, t)
  if (!at) return
  const { page } = at
  const status = page.locator('.keeping output')
  assert.equal(await status.innerText(), '')
  await page.context().setOffline(true)
  await page.locator('.keeping output', { hasText: 'Pas de connexion' }).waitFor()
  await page.context().setOffline(false)
  await page.locator('.keeping output', { hasText: /^$/ }).waitFor({ state: 'attached' })
})

test('with no script nothing is said of it; and paper knows nothing of it either', async (t) => {
  const at = await sitDown(site, t, { script: false })
  const other = await sitDown(site, t)
  if (!at || !other) return
  assert.equal(await at.page.getByText(promise).isVisible(), false)
  assert.equal(await notice(at.page).count(), 0)
  await other.page.locator('#body').fill(said)
  const page = await comeBack(other.page)
  await notice(page).waitFor()
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.locator('.unsent').isVisible(), false)
})
