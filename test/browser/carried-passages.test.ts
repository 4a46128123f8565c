import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { verifyRecord } from '../../src/editions/index.ts'
import { sessionCookie } from '../../src/people/index.ts'
import { changeText, fates, sayOf, sayOfEach, type Fate } from '../second-edition.ts'
import { openWorld, type World } from '../world.ts'
import { keyboard, pointer, type Hands } from './hands.ts'
import { requireBrowser } from './journeys.ts'
import { serve } from './serve.ts'
import { openPage } from './visit.ts'

type Manner = { script: boolean; width: 320 | 1280; touch: boolean; by: 'pointer' | 'keyboard' }

const manners: Record<string, Manner> = {
  'with no script': { script: false, width: 1280, touch: false, by: 'pointer' },
  'by keyboard alone': { script: true, width: 1280, touch: false, by: 'keyboard' },
  'at 320 px by touch': { script: false, width: 320, touch: true, by: 'pointer' },
}

for (const [how, manner] of Object.entries(manners)) {
  test(`contributions are where a reader looks for them once the next edition is there, ${how}`, async (t) => {
    const browser = await requireBrowser(t)
    if (browser) await follow(browser, manner)
  })
}

async function follow(browser: Browser, manner: Manner): Promise<void> {
  const world = await openWorld()
  const served = await serve(world)
  try {
    const said = await sayOfEach(world)
    const alike = await sayOf(world, fates.rewritten)
    const { cookie } = await world.person({ name: 'Salomé' })
    await changeText(world)
    const session = { name: sessionCookie, value: cookie.slice(sessionCookie.length + 1) }
    const options = { ...manner, baseUrl: served.baseUrl, locale: 'fr', cookie: session }
    const { page, close } = await openPage(browser, options)
    const hands = manner.by === 'keyboard' ? keyboard(page) : pointer(page, manner.touch)
    await publishNext(page, hands)
    await readAll(page, hands, said)
    await review(page, hands, alike)
    await close()
    await checkRecord(world)
  } finally {
    await served.close()
    await world.close()
  }
}

async function publishNext(page: Page, { press, choose }: Hands): Promise<void> {
  await page.goto('/fr/workshop/reports/petite-loi')
  await press('link', 'Préparer l’édition suivante')
  const list = await page.locator('.checklist').innerText()
  assert.match(list, /2 mot pour mot, 1 modifié, 1 déplacé, 2 réécrits et 1 sans place/)
  await choose('Publier bien que des contributions attendent')
  await press('button', 'Publier l’édition 2')
  assert.match(await page.locator('.notice').last().innerText(), /3 contributions ont retrouvé/)
}

/** Each contribution from the paragraph in which its words are read now. */
async function readAll(page: Page, { press }: Hands, said: Record<Fate, number>): Promise<void> {
  const now: Partial<Record<Fate, string>> = {
    split: fates.split,
    moved: fates.moved,
    rewritten: 'Nul ne reste sans nouvelles',
    edited: 'Une réponse tardive reste une réponse, et coûte.',
    kept: fates.kept,
  }
  for (const [fate, words] of Object.entries(now)) {
    await page.goto('/fr/reports/petite-loi/whole')
    const block = page.locator('.block', { hasText: words })
    const address = await block.locator('.count').getAttribute('href')
    await page.goto(address ?? '')
    const number = Object.entries(said).find(([name]) => name === fate)?.[1] ?? 0
    await press('link', `Remarque n° ${number}`)
    assert.match(await page.locator('.became').innerText(), /Édition 2/)
    await press('link', 'Le lire')
    assert.match(await page.locator('.reading').first().innerText(), new RegExp(words, 'u'))
  }
  await page.goto('/fr/reports/petite-loi')
  await press('link', 'Langue des services')
  const orphans = page.locator('.orphans')
  assert.match(
    await orphans.innerText(),
    new RegExp(`${fates.gone}[^]*Remarque n°\\s${said.gone}`, 'u'),
  )
  await press('link', 'Tel qu’il a été lu dans l’édition 1')
  assert.match(await page.locator('.reading').first().innerText(), new RegExp(fates.gone, 'u'))
}

async function review(page: Page, { press, write }: Hands, alike: number): Promise<void> {
  await page.goto('/fr/workshop/reports/petite-loi')
  await press('link', '3 contributions dont le passage est à revoir')
  await press('button', 'Confirmer cette place')
  assert.match(await page.locator('output').innerText(), /La place est confirmée/)
  await press('button', 'Rattacher à la main')
  await write('Chercher des mots dans l’édition', 'sigle')
  await press('button', 'Chercher')
  await press('link', fates.kept)
  await press('button', 'Rattacher à ce passage')
  assert.match(await page.locator('output').innerText(), /Le passage est rattaché/)
  assert.match(await page.locator('main').innerText(), /Rien n’est à revoir/)
  await press('link', 'Décidés (3)')
  await press('button', 'Reprendre cette décision')
  assert.match(await page.locator('output').innerText(), /La décision est reprise/)
  await page.goto(`/fr/contributions/${alike}`)
  assert.match(await page.locator('.became').innerText(), /d’autres mots ont pris sa place/)
}

async function checkRecord(world: World): Promise<void> {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
}
