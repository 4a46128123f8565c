import assert from 'node:assert/strict'
import { test } from 'node:test'
import { publish, reportPath } from '../take-part.ts'
import { auditPage } from './audit.ts'
import { resize } from './visit.ts'
import {
  comeBack,
  notice,
  publishHere,
  remarkForm,
  said,
  sitDown,
  take,
  textsIn,
} from './unsent.ts'
import { openSite } from './visitor.ts'

const site = openSite()

test('every form keeps what is typed: an amendment, with its redline, until it is published', async (t) => {
  const { id } = await site.world().blockWith('Chaque commune publie')
  const path = `${reportPath}/passages/${id}/amendment?sentence=2`
  const at = await sitDown(site, t, { path })
  if (!at) return
  await at.page.locator('#wording').fill('Elle la met à jour chaque mois.')
  await at.page.locator('#body').fill('Un trimestre est long.')
  const other = await comeBack(at.page, path.replace('sentence=2', 'sentence=1'))
  assert.equal(await notice(other).count(), 0, 'these are other sentences')
  const page = await comeBack(other, path)
  await take(page).click()
  await page.locator('[data-behaviour=live-redline] ins').first().waitFor()
  assert.equal(await page.locator('#body').inputValue(), 'Un trimestre est long.')
  await publishHere(page)
  assert.deepEqual(await textsIn(page), [])
})

test('a reply in another language of the page, with all that was chosen, and of its kind only', async (t) => {
  const nour = await site.world().person({ name: 'Nour' })
  const number = await publish(site.world(), nour)
  const path = `/fr/contributions/${number}/reply?kind=argument`
  const at = await sitDown(site, t, { as: nour, path })
  if (!at) return
  await at.page.locator('#body').fill(said)
  await at.page.locator('#stance-against').check()
  await at.page.locator('#lang').selectOption('es')
  const question = await comeBack(at.page, path.replace('argument', 'question'))
  assert.equal(await notice(question).count(), 0)
  const page = await comeBack(question, path.replace('/fr/', '/en/'))
  assert.match(
    await notice(page).innerText(),
    /^Text not sent\s+Kept in this browser on \d+ \w+ at \d\d:\d\d\.\s/,
  )
  await page.getByRole('button', { name: 'Go on with it' }).click()
  assert.ok(await page.locator('#stance-against').isChecked())
  assert.equal(await page.locator('#lang').inputValue(), 'es')
})

test('words that were chosen are still those that were meant', async (t) => {
  const { id } = await site.world().blockWith('Chaque commune publie')
  const path = `${reportPath}/passages/${id}/contribution?kind=remark`
  const at = await sitDown(site, t, { path: `${path}&words=iste&occurrence=2` })
  if (!at) return
  await at.page.locator('#body').fill(said)
  const page = await comeBack(at.page, path)
  await take(page).click()
  assert.ok(await page.locator('#words').isVisible())
  assert.equal(await page.locator('#words').inputValue(), 'iste')
  assert.equal(await page.locator('[name=occurrence]').inputValue(), '2')
})

test('a revision that was published is offered no more, one that was not is', async (t) => {
  const nour = await site.world().person({ name: 'Nour' })
  const number = await publish(site.world(), nour)
  const path = `/fr/contributions/${number}/revision`
  const at = await sitDown(site, t, { as: nour, path })
  if (!at) return
  await at.page.locator('#body').fill('Une autre remarque.')
  const page = await comeBack(at.page, path)
  assert.equal(await page.locator('#body').inputValue(), 'Une remarque.')
  await take(page).click()
  await publishHere(page)
  assert.deepEqual(await textsIn(page), [])
})

for (const { width, locale } of [
  { width: 320, locale: 'fr' },
  { width: 320, locale: 'qps' },
  { width: 1280, locale: 'en' },
] as const) {
  test(`the page that offers a text is valid, accessible and uncut in ${locale} at ${width} px`, async (t) => {
    const at = await sitDown(site, t)
    if (!at) return
    await at.page.locator('#body').fill(`Longcommeun${'mot'.repeat(30)} ${said.repeat(3)}`)
    const page = await comeBack(at.page)
    await resize(page, width)
    const response = await page.goto(remarkForm.replace('/fr/', `/${locale}/`))
    const html = (await response?.text()) ?? ''
    await notice(page).waitFor()
    assert.deepEqual(await auditPage(page, html), [])
    await notice(page).locator('.forget').click()
    // What has the focus already would look the same with it.
    await page.evaluate('document.activeElement.blur()')
    assert.deepEqual(await auditPage(page, html), [])
  })
}
