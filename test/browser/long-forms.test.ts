import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { lockReport } from '../../src/reports/index.ts'
import { changeAs, workshop } from '../change-by-hand.ts'
import type { World } from '../world.ts'
import { openSite } from './visitor.ts'

const { visit, world } = openSite()

const editor = () => world().person({ name: 'Salomé' })
const publishing = `${workshop}/publication`
const button = (page: Page) => page.locator('#publish')
const isHeld = async (page: Page) => (await button(page).getAttribute('aria-disabled')) === 'true'
const said = (page: Page) => page.locator('.takes-time output')

/** Nothing of the report is changed until what is returned is called. */
function holdReport({ db, report }: World): Promise<() => Promise<void>> {
  return new Promise((resolve) => {
    const holding = db.transaction().execute(async (tx) => {
      await lockReport(tx, report.id)
      await new Promise<void>((letGo) => {
        resolve(async () => {
          letGo()
          await holding
        })
      })
    })
  })
}

test('what is published is said to be worked on, and sent once however often one clicks', async (t) => {
  const page = await visit(t, { as: await editor() })
  if (!page) return
  await changeAs(world(), await editor()).edit('Une lettre tient', {
    wording: 'Une lettre tient en deux pages.',
  })
  await page.goto(publishing)
  assert.equal(await said(page).textContent(), '')
  let sent = 0
  page.on('request', (request) => (sent += request.method() === 'POST' ? 1 : 0))
  const letGo = await holdReport(world())
  t.after(letGo)
  // What playwright does itself waits for the page that is led to, once a form is sent.
  const { promise: told, resolve } = Promise.withResolvers<string>()
  await page.exposeFunction('tell', resolve)
  await page.evaluate(`{
    const button = document.querySelector('#publish')
    const said = () => document.querySelector('.takes-time output').textContent
    button.focus()
    button.click()
    setTimeout(() => {
      button.click()
      tell([said(), document.activeElement.id, button.ariaDisabled].join())
    }, 300)
  }`)
  assert.match(await told, /^C’est en cours….*,publish,true$/)
  await letGo()
  await page.waitForURL(/editions\/2\?done=published$/)
  assert.equal(sent, 1)
  await page.goBack()
  assert.equal(await isHeld(page), false)
})

test('a form that comes back, or waits in vain, can be sent again', async (t) => {
  const page = await visit(t, { as: await editor() })
  if (!page) return
  await page.clock.install()
  await page.goto(publishing)
  // Held by the page and never sent, as where the network is away.
  await page.evaluate(`document.querySelector('main form')
    .addEventListener('submit', (event) => event.preventDefault())`)
  const letGoBy: (() => Promise<unknown>)[] = [
    () => page.evaluate(`dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))`),
    () => page.clock.fastForward(60_000),
  ]
  for (const letGo of letGoBy) {
    await button(page).click()
    assert.ok(await isHeld(page))
    await letGo()
    assert.equal(await isHeld(page), false)
    assert.equal(await said(page).textContent(), '')
  }
})

test('without script a form whose sending may take seconds says so beforehand', async (t) => {
  const page = await visit(t, { as: await editor(), script: false })
  if (!page) return
  for (const path of [publishing, `${workshop}/import`]) {
    await page.goto(path)
    await page.getByText('Pour un long texte, cela peut prendre quelques secondes.').waitFor()
  }
})
