import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { verifyRecord } from '../../src/editions/index.ts'
import { sessionCookie } from '../../src/people/index.ts'
import { setMode } from '../moderate.ts'
import { publish, reportPath } from '../take-part.ts'
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
  test(`a moderator works the queue, cuts, refuses, publishes and undoes, ${how}`, async (t) => {
    const browser = await requireBrowser(t)
    if (browser) await work(browser, manner)
  })
}

async function work(browser: Browser, manner: Manner): Promise<void> {
  const world = await openWorld()
  const served = await serve(world)
  try {
    await fillQueue(world)
    const { cookie } = await world.person({ name: 'Maud', role: 'moderator' })
    const session = { name: sessionCookie, value: cookie.slice(sessionCookie.length + 1) }
    const options = { ...manner, baseUrl: served.baseUrl, locale: 'fr', cookie: session }
    const { page, close } = await openPage(browser, options)
    const hands = manner.by === 'keyboard' ? keyboard(page) : pointer(page, manner.touch)
    await page.goto('/fr/workshop/reports/petite-loi/moderation')
    await cutFirst(page, hands)
    await refuseNext(page, hands)
    await publishRest(page, hands)
    await readAndUndo(page, hands)
    await close()
    await world.seal()
    assert.deepEqual((await verifyRecord(world.db)).findings, [])
  } finally {
    await served.close()
    await world.close()
  }
}

/** One to be cut (1), one to be refused (2), and two that can be published (3, 4). */
async function fillQueue(world: World): Promise<void> {
  const salome = await world.person({ name: 'Salomé' })
  await setMode(world, salome, 'before')
  const nour = await world.person({ name: 'Nour' })
  const path = `${reportPath}/contributions`
  for (const body of ['Une idée. Et une injure.', 'De la réclame.', 'Une question ?', 'Merci.']) {
    await publish(world, nour, { path, body })
  }
}

async function cutFirst(page: Page, { press, choose, unfold, write }: Hands): Promise<void> {
  await press('link', 'Remarque n° 1')
  await choose('La publier en partie')
  await unfold('Pour publier en partie')
  await choose('Et une injure.')
  await choose('1. Respecter les personnes')
  await write('Faits et raison', 'Une injure.')
  await press('button', 'Décider')
}

async function refuseNext(page: Page, { press, choose, write }: Hands): Promise<void> {
  await page.getByRole('heading', { name: /remarque n°\s2/ }).waitFor()
  await choose('La refuser')
  await press('button', 'Décider')
  await page.locator('.error-summary').waitFor()
  await choose('6. Ne rien vendre')
  await write('Faits et raison', 'De la réclame.')
  await press('button', 'Décider')
}

async function publishRest(page: Page, { press, choose }: Hands): Promise<void> {
  await press('link', 'Modération')
  await choose('Publier la contribution n° 3')
  await choose('Publier la contribution n° 4')
  await press('button', 'Publier celles qui sont cochées')
  await page.getByText('Toutes les contributions ont été lues').waitFor()
}

async function readAndUndo(page: Page, { press }: Hands): Promise<void> {
  await page.goto('/fr/contributions/1')
  assert.match(
    await page.locator('main').innerText(),
    /Une idée\. \[…\] coupé par la modération, règle 1/,
  )
  await press('link', 'Modérer cette contribution')
  await press('button', 'Annuler la décision')
  await page.getByText('Elle attend d’être lue par la modération').waitFor()
}
