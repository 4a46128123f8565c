import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { verifyRecord } from '../../src/editions/index.ts'
import { sessionCookie } from '../../src/people/index.ts'
import { dayIn, readTopics } from '../keep-topics.ts'
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
  test(`an editor puts a topic to debate, people answer, it is prolonged and closed, ${how}`, async (t) => {
    const browser = await requireBrowser(t)
    if (browser) await debate(browser, manner)
  })
}

type Visit = { page: Page; hands: Hands; close: () => Promise<void> }

async function debate(browser: Browser, manner: Manner): Promise<void> {
  const world = await openWorld()
  const served = await serve(world)
  const visitAs = async (name: string, role?: 'rapporteur'): Promise<Visit> => {
    const { cookie } = await world.person({ name, ...(role && { role }) })
    const session = { name: sessionCookie, value: cookie.slice(sessionCookie.length + 1) }
    const options = { ...manner, baseUrl: served.baseUrl, locale: 'fr', cookie: session }
    const { page, close } = await openPage(browser, options)
    const hands = manner.by === 'keyboard' ? keyboard(page) : pointer(page, manner.touch)
    return { page, hands, close }
  }
  try {
    const camille = await visitAs('Camille', 'rapporteur')
    await beginTopic(world, camille)
    const nour = await visitAs('Nour')
    await answer(nour)
    await prolongAndClose(camille)
    await nour.page.goto(`${readTopics}/des-guichets-ouverts`)
    await nour.page.getByText('Clos le', { exact: false }).first().waitFor()
    assert.equal(await nour.page.getByRole('link', { name: 'Répondre à ce sujet' }).count(), 0)
    await Promise.all([camille.close(), nour.close()])
    await world.seal()
    assert.deepEqual((await verifyRecord(world.db)).findings, [])
  } finally {
    await served.close()
    await world.close()
  }
}

async function beginTopic(world: World, { page, hands }: Visit): Promise<void> {
  const { press, write } = hands
  const passage = await world.blockWith('Chaque commune publie')
  await page.goto('/fr/workshop/reports/petite-loi')
  await press('link', 'Tenir les sujets')
  await press('link', 'Commencer un sujet')
  await write('Titre', 'Des guichets ouverts')
  await press('button', 'Commencer le sujet')
  await page.locator('.error-summary').waitFor()
  await write('Affirmation mise au débat (facultatif)', 'Un guichet est ouvert chaque semaine.')
  await write('Extrait 1 : adresse du passage', `/p/${passage.id}`)
  await write('Extrait 1 : mots cités', 'Chaque commune (…) ses services')
  await press('button', 'Commencer le sujet')
  await press('link', 'Ajouter une phase')
  await page.getByLabel('Premier jour').fill(dayIn(0))
  await page.getByLabel('Dernier jour').fill(dayIn(10))
  await press('button', 'Ajouter')
  await press('link', 'Publier le sujet')
  await press('button', 'Publier le sujet')
  await page.getByText('Le sujet est publié.').waitFor()
}

async function answer({ page, hands }: Visit): Promise<void> {
  const { press, write } = hands
  await page.goto('/fr/reports/petite-loi')
  await press('link', 'Des guichets ouverts')
  await page.getByText('Personne n’a encore répondu').waitFor()
  await press('link', 'Répondre à ce sujet')
  await press('link', 'Remarque')
  await write('Votre remarque', 'Le samedi matin, quand on ne travaille pas.')
  await press('button', 'Relire avant de publier')
  await press('button', 'Publier la remarque')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.goto(`${readTopics}/des-guichets-ouverts`)
  await page.getByText('Le samedi matin').waitFor()
  assert.match(await page.locator('.counters').innerText(), /1\s*personne[^]*1\s*contribution/)
}

async function prolongAndClose({ page, hands }: Visit): Promise<void> {
  const { press } = hands
  await page.goto('/fr/workshop/reports/petite-loi/topics/des-guichets-ouverts')
  await press('link', 'Prolonger ou modifier')
  await page.getByLabel('Dernier jour').fill(dayIn(20))
  await press('button', 'Enregistrer')
  await page.getByText('La phase est enregistrée.').waitFor()
  await press('link', 'Clore la phase aujourd’hui')
  await press('button', 'Clore la phase aujourd’hui')
  await page.getByText('La phase est close.').waitFor()
  await page.goto(`${readTopics}/des-guichets-ouverts`)
  const when = await page.locator('.phase-list').innerText()
  assert.match(when, /a été prolongée[^]*avant la date annoncée/)
}
