import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { verifyRecord } from '../../src/editions/index.ts'
import { sessionCookie } from '../../src/people/index.ts'
import { publish } from '../take-part.ts'
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
  test(`editors put together what is alike, answer it, and lay out what differs; readers follow it, ${how}`, async (t) => {
    const browser = await requireBrowser(t)
    if (browser) await work(browser, manner)
  })
}

async function work(browser: Browser, manner: Manner): Promise<void> {
  const world = await openWorld()
  const served = await serve(world)
  try {
    await contribute(world)
    await edit(browser, { world, served, manner })
    await read(browser, { served, manner })
    await world.seal()
    assert.deepEqual((await verifyRecord(world.db)).findings, [])
  } finally {
    await served.close()
    await world.close()
  }
}

/** Two that ask for the same (1, 2), one that is against it (3). */
async function contribute(world: World): Promise<void> {
  const said = [
    ['Rosalie', 'for', 'Les horaires de la piscine municipale sont trop courts pour les familles.'],
    ['Basile', 'for', 'La piscine municipale ferme tôt, ses horaires ne vont pas aux familles.'],
    ['Clarisse', 'against', 'Chauffer le bassin le soir coûte cher.'],
  ] as const
  for (const [name, stance, body] of said) {
    const as = await world.person({ name })
    await publish(world, as, { kind: 'argument', stance, body })
  }
}

type At = { world: World; served: Awaited<ReturnType<typeof serve>>; manner: Manner }

async function edit(browser: Browser, { world, served, manner }: At): Promise<void> {
  const { cookie } = await world.person({ name: 'Salomé' })
  const session = { name: sessionCookie, value: cookie.slice(sessionCookie.length + 1) }
  const options = { ...manner, baseUrl: served.baseUrl, locale: 'fr', cookie: session }
  const { page, close } = await openPage(browser, options)
  const hands = manner.by === 'keyboard' ? keyboard(page) : pointer(page, manner.touch)
  await putTogether(page, hands)
  await answerAtOnce(page, hands)
  await takeBack(page, hands)
  await layOut(page, hands)
  await close()
}

async function putTogether(page: Page, { press, choose, write }: Hands): Promise<void> {
  await page.goto('/fr/workshop/reports/petite-loi')
  await press('link', 'Réunir ce qui se ressemble')
  await page.locator('section[aria-labelledby=suggested] a').first().waitFor()
  await press('link', 'Argument n° 1')
  assert.match(await page.locator('mark').first().innerText(), /horaires|piscine/i)
  await choose('Choisir Argument n° 2')
  await press('button', 'Réunir avec les contributions cochées')
  await write('Titre du groupe', 'Ouvrir la piscine plus longtemps')
  await press('button', 'Réunir')
  assert.match(await page.locator('output').innerText(), /Le groupe est formé/)
}

async function answerAtOnce(page: Page, { press, choose, write }: Hands): Promise<void> {
  await press('link', 'Répondre en une fois aux 2 qui attendent')
  assert.match(await page.locator('main form .notice').innerText(), /donnée en une fois au groupe/)
  await choose('Accepter : la rédaction en tient compte')
  await write('Raison', 'Nous ouvrirons le mercredi soir.')
  await press('button', 'Donner la réponse de la rédaction')
  assert.match(await page.locator('output').innerText(), /La réponse est donnée à 2 contributions/)
}

async function takeBack(page: Page, { press, write }: Hands): Promise<void> {
  await page.goto('/fr/workshop/reports/petite-loi/groups/1')
  await write('Numéros des contributions', '3')
  await press('button', 'Ajouter au groupe')
  assert.match(await page.locator('output').innerText(), /dans le groupe/)
  await press('button', 'Annuler l’acte 2')
  assert.match(await page.locator('output').innerText(), /C’est annulé/)
  assert.match(await page.locator('.deeds').innerText(), /annulé depuis/)
}

async function layOut(page: Page, { press, write }: Hands): Promise<void> {
  await page.goto('/fr/workshop/reports/petite-loi/controversies')
  await press('link', 'Exposer une controverse')
  await press('button', 'Enregistrer le brouillon')
  assert.match(await page.locator('.error-summary').innerText(), /Écrivez la question/)
  await write('Question', 'Faut-il ouvrir le soir ?')
  const typed = {
    'statement-1': 'Oui.',
    'numbers-1': '1, 2',
    'statement-2': 'Non.',
    'numbers-2': '3',
  }
  for (const [id, words] of Object.entries(typed)) await page.locator(`#${id}`).fill(words)
  await press('button', 'Enregistrer le brouillon')
  assert.match(await page.locator('output').innerText(), /Le brouillon est enregistré/)
  await press('button', 'Publier la controverse')
  assert.match(await page.locator('output').innerText(), /La controverse est publiée/)
}

async function read(browser: Browser, { served, manner }: Omit<At, 'world'>): Promise<void> {
  const options = { ...manner, baseUrl: served.baseUrl, locale: 'fr' }
  const { page, close } = await openPage(browser, options)
  const { press, unfold } = manner.by === 'keyboard' ? keyboard(page) : pointer(page, manner.touch)
  await page.goto('/fr/contributions/1')
  assert.match(await page.locator('main').innerText(), /avec une autre, qui dit la même chose/)
  await press('link', 'Faut-il ouvrir le soir ?')
  await unfold('Les mêmes nombres, en tableau')
  assert.deepEqual(await page.locator('.holders td').allInnerTexts(), ['2', '1'])
  await page.goto('/fr/reports/petite-loi')
  await press('link', 'Un groupe de contributions semblables')
  await press('link', 'Ouvrir la piscine plus longtemps')
  const group = await page.locator('main').innerText()
  assert.match(group, /2 contributions/)
  assert.match(group, /Nous ouvrirons le mercredi soir/)
  assert.match(group, /annulé depuis/)
  await close()
}
