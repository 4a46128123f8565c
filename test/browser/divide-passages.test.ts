import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { verifyRecord } from '../../src/editions/index.ts'
import { sessionCookie } from '../../src/people/index.ts'
import { publishNext } from '../second-edition.ts'
import { openWorld } from '../world.ts'
import { keyboard, pointer, type Hands } from './hands.ts'
import { requireBrowser } from './journeys.ts'
import { serve } from './serve.ts'
import { openPage } from './visit.ts'

type Manner = { script: boolean; width: 320 | 1280; touch: boolean; by: 'pointer' | 'keyboard' }

const manners: Record<string, Manner> = {
  'with no script, by keyboard alone': {
    script: false,
    width: 1280,
    touch: false,
    by: 'keyboard',
  },
  'at 320 px by touch': { script: true, width: 320, touch: true, by: 'pointer' },
}

for (const [how, manner] of Object.entries(manners)) {
  test(`an editor splits a passage, merges two and takes that back, and readers find their words, ${how}`, async (t) => {
    const browser = await requireBrowser(t)
    if (browser) await work(browser, manner)
  })
}

async function work(browser: Browser, manner: Manner): Promise<void> {
  const world = await openWorld()
  const served = await serve(world)
  try {
    const { cookie } = await world.person({ name: 'Salomé' })
    const session = { name: sessionCookie, value: cookie.slice(sessionCookie.length + 1) }
    const options = { ...manner, baseUrl: served.baseUrl, locale: 'fr', cookie: session }
    const { page, close } = await openPage(browser, options)
    const hands = manner.by === 'keyboard' ? keyboard(page) : pointer(page, manner.touch)
    const { id: merged } = await world.blockWith('Un sigle')
    await split(page, hands)
    await merge(page, hands)
    await undo(page, hands)
    await merge(page, hands)
    await publishNext(world)
    await page.goto(`/p/${merged}`)
    await readWhereItWent(page, hands)
    await close()
    await world.seal()
    assert.deepEqual((await verifyRecord(world.db)).findings, [])
  } finally {
    await served.close()
    await world.close()
  }
}

const text = '/fr/workshop/reports/petite-loi/text'

async function split(page: Page, { press, choose, write }: Hands): Promise<void> {
  await page.goto(text)
  await press('link', 'Changer : Chaque commune publie')
  await press('link', 'Le couper en deux')
  await choose('Elle la met à jour chaque année. La liste est gratuite.')
  await choose('Erratum')
  await write('Raison', 'Deux obligations, deux alinéas.')
  await press('button', 'Voir les deux morceaux')
  assert.match(
    await page.locator('.preview').innerText(),
    /chaque année\.[^]*La liste est gratuite\.[^]*Rien n’est encore changé/,
  )
  await press('button', 'Couper là')
  assert.match(await page.locator('output').innerText(), /Le passage est coupé en deux/)
}

async function merge(page: Page, { press, choose, write }: Hands): Promise<void> {
  await page.goto(text)
  await press('link', 'Changer : Une lettre tient')
  await press('link', 'Le réunir au passage suivant')
  assert.match(
    await page.locator('.preview').innerText(),
    /Une lettre tient en une page\. Un sigle y est développé\./,
  )
  await choose('Erratum')
  await write('Raison', 'Une seule règle.')
  await press('button', 'Les réunir')
  assert.match(await page.locator('output').innerText(), /n’en font plus qu’un/)
}

/** The way back begins where it was done. */
async function undo(page: Page, { press }: Hands): Promise<void> {
  await press('link', 'Annuler')
  assert.match(await page.locator('.preview').innerText(), /Un sigle y est développé/)
  await press('button', 'L’annuler')
  assert.match(await page.locator('output').innerText(), /Le changement est annulé/)
}

async function readWhereItWent(page: Page, { press }: Hands): Promise<void> {
  assert.match(await page.locator('main').innerText(), /ce passage fait partie d’un autre/)
  await press('link', 'Le passage dont il fait partie maintenant')
  assert.match(
    await page.locator('main').innerText(),
    /Un passage y a été réuni\s: Un sigle y est développé/u,
  )
}
