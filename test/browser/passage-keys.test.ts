import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { publish, reportPath } from '../take-part.ts'
import { auditPage } from './audit.ts'
import { openSite } from './visitor.ts'

const { visit, world } = openSite()

/** The page's source. */
async function openPart(page: Page): Promise<string> {
  const { id } = await world().blockWith('Clarté des services publics')
  const response = await page.goto(`${reportPath}/part/${id}`)
  return response?.text() ?? ''
}

const dialog = (page: Page) => page.locator('dialog')

/** The id of the passage that has the focus. */
const passageIn = (page: Page) =>
  page.evaluate<string | null>('document.activeElement.closest(".block")?.id ?? null')

test('j and k lead from passage to passage, c to what is said of one', async (t) => {
  const page = await visit(t, {})
  if (!page) return
  await openPart(page)
  const first = await world().blockWith('Clarté des services publics')
  const third = await world().blockWith('Chaque commune publie')
  await page.keyboard.press('j')
  assert.equal(await passageIn(page), first.id)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  assert.equal(await passageIn(page), third.id)
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  assert.equal(await passageIn(page), third.id)
  await page.keyboard.press('c')
  await page.waitForURL(new RegExp(`/passages/${third.id}#contributions$`))
})

test('where a count stands in place of the sign, the keys lead there and on', async (t) => {
  const page = await visit(t, { width: 320 })
  if (!page) return
  const spoken = await world().blockWith('Chaque commune publie')
  const path = `${reportPath}/passages/${spoken.id}/contributions`
  await publish(world(), await world().person({ name: 'Nour' }), { path })
  await openPart(page)
  const ids: (string | null)[] = []
  for (let step = 0; step < 4; step += 1) {
    await page.keyboard.press('j')
    ids.push(await passageIn(page))
  }
  assert.equal(ids[2], spoken.id)
  assert.equal(new Set(ids).size, 4, 'none keeps the keys')
  await page.keyboard.press('k')
  await page.keyboard.press('c')
  await page.waitForURL(new RegExp(`/passages/${spoken.id}#contributions$`))
})

test('the keys are named in a dialog that any of them can be switched off in, for good', async (t) => {
  const page = await visit(t, { width: 320 })
  if (!page) return
  const html = await openPart(page)
  await page.keyboard.press('?')
  assert.ok(await dialog(page).isVisible())
  // What has the focus already would look the same with it.
  await page.evaluate('document.activeElement.blur()')
  assert.deepEqual(await auditPage(page, html), [])
  await page.getByLabel('Ces touches agissent').uncheck()
  await page.getByRole('button', { name: 'Fermer' }).click()
  await openPart(page)
  await page.keyboard.press('j')
  await page.keyboard.press('?')
  assert.equal(await passageIn(page), null)
  assert.equal(await dialog(page).isVisible(), false)
  await page.getByRole('button', { name: 'Lire au clavier' }).click()
  await page.getByLabel('Ces touches agissent').check()
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  assert.notEqual(await passageIn(page), null)
})

test('below the last passage, k leads back to it', async (t) => {
  const page = await visit(t, {})
  if (!page) return
  await openPart(page)
  const last = await page.evaluate<string>('[...document.querySelectorAll(".block")].at(-1).id')
  await page.evaluate(`{
    const room = document.createElement('div')
    room.style.height = '3000px'
    document.body.append(room)
    scrollTo(0, document.body.scrollHeight)
  }`)
  await page.keyboard.press('j')
  assert.equal(await passageIn(page), null)
  await page.keyboard.press('k')
  assert.equal(await passageIn(page), last)
})

test('where a browser keeps nothing, the keys act, and the switch holds for the page', async (t) => {
  const page = await visit(t, {})
  if (!page) return
  await page.addInitScript(`Object.defineProperty(window, 'localStorage', {
    get() { throw new DOMException('kept nowhere', 'SecurityError') },
  })`)
  await openPart(page)
  await page.keyboard.press('j')
  assert.notEqual(await passageIn(page), null)
  await page.keyboard.press('?')
  await page.getByLabel('Ces touches agissent').uncheck()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  assert.equal(await dialog(page).isVisible(), false)
})

test('a key with Control, or one that is typed into a field, is nobody’s shortcut', async (t) => {
  const page = await visit(t, {})
  if (!page) return
  await openPart(page)
  await page.keyboard.press('Control+j')
  assert.equal(await passageIn(page), null)
  await page.evaluate('document.querySelector("main").prepend(document.createElement("input"))')
  await page.locator('main > input').pressSequentially('jk?c')
  assert.equal(await page.locator('main > input').inputValue(), 'jk?c')
  assert.equal(await dialog(page).isVisible(), false)
})

test('with no script no key is spoken of', async (t) => {
  const page = await visit(t, { script: false })
  if (!page) return
  await openPart(page)
  assert.equal(await page.getByText('Lire au clavier').count(), 0)
})
