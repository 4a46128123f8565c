import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { sessionCookie } from '../../src/people/index.ts'
import { publish } from '../take-part.ts'
import { openWorld, type World } from '../world.ts'
import { keyboard, pointer } from './hands.ts'
import { requireBrowser } from './journeys.ts'
import { serve } from './serve.ts'
import { openPage } from './visit.ts'

type Manner = { script: boolean; width: 320 | 1280; touch: boolean; by: 'pointer' | 'keyboard' }

const manners: Record<string, Manner> = {
  'without script': { script: false, width: 320, touch: true, by: 'pointer' },
  'by keyboard alone': { script: true, width: 1280, touch: false, by: 'keyboard' },
}

let world: World
let served: Awaited<ReturnType<typeof serve>>
before(async () => {
  world = await openWorld()
  served = await serve(world)
})
after(async () => {
  await served.close()
  await world.close()
})

for (const [how, manner] of Object.entries(manners)) {
  test(`somebody takes their data away, thinks again, and is erased, ${how}`, async (t) => {
    const browser = await requireBrowser(t)
    if (browser) await travel(browser, how, manner)
  })
}

async function travel(browser: Browser, how: string, manner: Manner): Promise<void> {
  const somebody = await world.person({ name: `Qui part ${how}` })
  const number = await publish(world, somebody, { body: 'Avant de partir.' })
  const [, value = ''] = somebody.cookie.split('=')
  const { page, close } = await openPage(browser, {
    ...manner,
    baseUrl: served.baseUrl,
    locale: 'fr',
    cookie: { name: sessionCookie, value },
  })
  const hands = manner.by === 'keyboard' ? keyboard(page) : pointer(page, manner.touch)
  const text = () => page.locator('main').innerText()
  await page.goto('/fr/account')
  const data = page.getByRole('link', { name: 'Emporter mes données (ZIP)' })
  assert.equal(await data.getAttribute('href'), '/fr/account/data.zip')
  await hands.press('link', 'Effacer mon compte')
  await hands.write('Pour confirmer, écrivez EFFACER', 'effacer')
  await hands.press('button', 'Effacer')
  assert.match(await text(), /Il sera fait le/)
  await hands.press('button', 'Annuler cet effacement')
  assert.match(await text(), /L’effacement est annulé/)
  await hands.choose('Tout de suite')
  await hands.write('Pour confirmer, écrivez EFFACER', 'EFFACER')
  await hands.press('button', 'Effacer')
  assert.match(await text(), /C’est fait/)
  await page.goto(`/fr/contributions/${number}`)
  assert.match(await text(), /auteur effacé/)
  assert.match(await text(), /Avant de partir/)
  await page.goto(`/en/contributions/${number}`)
  assert.match(await text(), /erased author/)
  await page.goto('/fr/account')
  assert.match(page.url(), /\/account\/sign-in/)
  await close()
}
