import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { publish } from '../take-part.ts'
import { expectRefusal } from './page-acts.ts'
import {
  comeBack,
  forget,
  notice,
  publishHere,
  remarkForm,
  said,
  signInAs,
  sitDown,
  take,
  textsIn,
} from './unsent.ts'
import { openSite } from './visitor.ts'

const site = openSite()

test('what was typed when the tab closed is offered, taken up, published, and offered no more', async (t) => {
  const at = await sitDown(site, t)
  if (!at) return
  await at.page.locator('#body').fill(said)
  const page = await comeBack(at.page)
  await page.getByRole('region', { name: 'Texte non envoyé' }).waitFor()
  assert.match(
    await notice(page).innerText(),
    /Gardé dans ce navigateur le \d+ \p{L}+ à \d\d:\d\d\.\s+Il manque ici les écoles/u,
  )
  assert.equal(await page.locator('#body').inputValue(), '', 'it is not put there unasked')
  assert.equal(await page.evaluate('document.activeElement === document.body'), true)
  await take(page).click()
  assert.equal(await page.locator('#body').inputValue(), said)
  assert.ok(await page.locator('#body').evaluate((it) => it.matches(':focus')))
  assert.equal(await notice(page).count(), 0)
  await page.getByText('Le texte est de nouveau dans le formulaire.').waitFor()
  await publishHere(page)
  assert.deepEqual(await textsIn(page), [])
  const again = await comeBack(page)
  assert.equal(await notice(again).count(), 0)
})

test('a text that did arrive, though its answer was lost, is published once', async (t) => {
  const at = await sitDown(site, t)
  if (!at) return
  const { page, nour } = at
  await page.locator('#body').fill(said)
  const key = await page.locator('input[name=key]').inputValue()
  const again = await comeBack(page)
  await publish(site.world(), nour, { key, body: said })
  const count = async () =>
    (await site.world().db.selectFrom('contribution').select('number').execute()).length
  const before = await count()
  await take(again).click()
  await publishHere(again)
  assert.equal(await count(), before)
  assert.deepEqual(await textsIn(again), [])
})

test('what the server keeps as a draft, the browser need not', async (t) => {
  const at = await sitDown(site, t)
  if (!at) return
  const { page } = at
  await page.locator('#body').fill(said)
  await page.locator('button[value=draft]').click()
  await page.waitForURL(/draft=/)
  assert.deepEqual(await textsIn(page), [])
  await page.locator('#body').fill(`${said} Et les gares.`)
  const again = await comeBack(page, page.url())
  assert.equal(await again.locator('#body').inputValue(), said)
  await take(again).click()
  assert.equal(await again.locator('#body').inputValue(), `${said} Et les gares.`)
  await again.locator('button[value=preview]').click()
  await again.locator('.preview').waitFor()
  assert.deepEqual(await textsIn(again), [])
})

test('what is typed into a draft that is opened again takes the place of nothing', async (t) => {
  const at = await sitDown(site, t)
  if (!at) return
  await at.page.locator('#body').fill(said)
  await at.page.locator('button[value=draft]').click()
  await at.page.waitForURL(/draft=/)
  await at.page.locator('#body').fill(`${said} Et les gares.`)
  const again = await comeBack(at.page, at.page.url())
  await again.locator('#body').fill(`${said} Et les ports.`)
  const later = await comeBack(again, again.url())
  for (const added of ['Et les ports.', 'Et les gares.']) {
    await take(later).click()
    await later.waitForFunction(`document.querySelector('#body').value.endsWith('${added}')`)
  }
  assert.equal((await textsIn(later)).length, 2)
  await publishHere(later)
  // The other one is sent with a form of its own, or the server would take it for what it has.
  const other = await comeBack(later)
  await take(other).click()
  await publishHere(other)
  assert.deepEqual(await textsIn(other), [])
})

test('what is forgotten comes back until the page is left, and then no more', async (t) => {
  const at = await sitDown(site, t)
  if (!at) return
  await at.page.locator('#body').fill(said)
  const page = await comeBack(at.page)
  await forget(page).click()
  await page.getByText('Ce texte est oublié.').waitFor()
  assert.deepEqual(await textsIn(page), [])
  const undo = page.getByRole('button', { name: 'Annuler' })
  assert.ok(await undo.evaluate((it) => it.matches(':focus')))
  await page.keyboard.press('Enter')
  assert.ok(await take(page).evaluate((it) => it.matches(':focus')))
  assert.equal((await textsIn(page)).length, 1)
  await forget(page).click()
  const again = await comeBack(page)
  assert.equal(await notice(again).count(), 0)
})

test('what stands in the form when a text is taken up is kept, and offered in turn', async (t) => {
  const at = await sitDown(site, t)
  if (!at) return
  await at.page.locator('#body').fill(said)
  const page = await comeBack(at.page)
  await page.locator('#body').fill('Autre chose.')
  await take(page).click()
  assert.equal(await page.locator('#body').inputValue(), said)
  assert.match(await notice(page).innerText(), /Autre chose/)
  await take(page).click()
  assert.equal(await page.locator('#body').inputValue(), 'Autre chose.')
  assert.match(await notice(page).innerText(), /Il manque ici/)
})

test('a text is its writer’s: nobody else is offered it, also when it is gone on with signed out', async (t) => {
  const at = await sitDown(site, t)
  if (!at) return
  const { page, nour } = at
  const context = page.context()
  const url = new URL(page.url()).origin
  const iris = await site.world().person({ name: 'Iris' })
  await page.locator('#body').fill(said)
  await context.clearCookies()
  await page.locator('button[value=preview]').click()
  await expectRefusal(page)
  await page.locator('#body').fill(`${said} Encore.`)
  await signInAs(context, url, iris)
  const hers = await comeBack(page)
  assert.equal(await notice(hers).count(), 0)
  await signInAs(context, url, nour)
  const again = await comeBack(hers)
  await take(again).click()
  assert.equal(await again.locator('#body').inputValue(), `${said} Encore.`)
})

test('what is written signed out is offered to whoever signs in first, and is theirs then', async (t) => {
  const at = await sitDown(site, t)
  if (!at) return
  const { page, nour } = at
  const context = page.context()
  const url = new URL(page.url()).origin
  await context.clearCookies()
  await page.locator('#body').fill('x')
  await page.evaluate('localStorage.clear()')
  await page.locator('button[value=preview]').click()
  await expectRefusal(page)
  await page.evaluate('localStorage.clear()')
  await page.locator('#body').fill(said)
  await signInAs(context, url, nour)
  const again = await comeBack(page)
  await notice(again).waitFor()
  await signInAs(context, url, await site.world().person({ name: 'Iris' }))
  await again.goto(remarkForm)
  assert.equal(await notice(again).count(), 0)
})

test('signing out forgets every text, also what was typed just now and what another page was told of', async (t) => {
  const at = await sitDown(site, t)
  if (!at) return
  const { page } = at
  const signOut = { name: 'Se déconnecter', exact: true }
  await page.locator('#body').fill(said)
  await page.getByRole('button', signOut).click()
  await page.waitForURL(/\/fr$/)
  assert.deepEqual(await textsIn(page), [])

  await signInAs(page.context(), page.url(), await site.world().person({ name: 'Nour' }))
  await page.goto(remarkForm)
  await page.locator('#body').fill(said)
  await page.goto('/fr/account')
  assert.equal((await textsIn(page)).length, 1)
  await page.getByRole('button', { name: 'partout' }).click()
  await page.waitForURL(/signed-out-everywhere/)
  assert.deepEqual(await textsIn(page), [])
})

/** Another tab is told of it a moment later; one that is not in ten seconds never is. */
const hearOfSignOut = (page: Page) =>
  page.evaluate(`new Promise((heard, missed) => {
    setTimeout(() => missed(new Error('never heard of it')), 10_000)
    addEventListener('storage', ({ key, newValue }) => {
      if (key === 'vivace-text:signed-out' && newValue !== null) heard()
    })
  })`)

test('signing out in one tab ends the keeping in all', async (t) => {
  const at = await sitDown(site, t)
  if (!at) return
  const { page } = at
  await page.locator('#body').fill(said)
  const heard = hearOfSignOut(page)
  heard.catch(() => {})
  const other = await page.context().newPage()
  await other.goto('/fr')
  await other.getByRole('button', { name: 'Se déconnecter' }).click()
  await other.getByRole('link', { name: 'S’identifier' }).waitFor()
  await heard
  await page.locator('#body').fill(`${said} Et les gares.`)
  await page.evaluate('new Promise((resolve) => setTimeout(resolve, 700))')
  await comeBack(page, '/fr')
  assert.deepEqual(await textsIn(other), [])
})

test('what a tab kept before it heard that somebody signed out is forgotten, and no other text', async (t) => {
  const at = await sitDown(site, t)
  if (!at) return
  const { page } = at
  await page.locator('#body').fill(said)
  await page.evaluate(`new Promise((kept) => {
    const looking = setInterval(() => localStorage.length === 1 && kept(clearInterval(looking)), 20)
  })`)
  await page.evaluate(`{
    const [text] = Object.values(localStorage)
    localStorage.setItem('vivace-text:of-the-next', text)
    const key = 'vivace-text:signed-out'
    dispatchEvent(new StorageEvent('storage', { key, newValue: '' }))
  }`)
  const names = () => page.evaluate<string[]>('Object.keys(localStorage)')
  assert.deepEqual(await names(), ['vivace-text:of-the-next'])
  await page.locator('#body').fill(`${said} Et les gares.`)
  await page.locator('button[value=preview]').click()
  await page.locator('.preview').waitFor()
  assert.equal((await names()).length, 1)
})
