import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { sessionCookie } from '../../src/people/index.ts'
import { openWorld, type World } from '../world.ts'
import { keyboard, pointer, type Hands } from './hands.ts'
import { requireBrowser } from './journeys.ts'
import { serve } from './serve.ts'
import { openPage } from './visit.ts'

type Manner = { script: boolean; width: 320 | 1280; touch: boolean; by: 'pointer' | 'keyboard' }

const manners: Record<string, Manner> = {
  'without script': { script: false, width: 1280, touch: false, by: 'pointer' },
  'by keyboard alone': { script: true, width: 1280, touch: false, by: 'keyboard' },
  'at 320 px by touch': { script: false, width: 320, touch: true, by: 'pointer' },
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
  test(`an organisation is made, has a member who speaks for it, and is handed over, ${how}`, async (t) => {
    const browser = await requireBrowser(t)
    if (browser) await travel(browser, how, manner)
  })
}

async function travel(browser: Browser, how: string, manner: Manner): Promise<void> {
  const lead = await enter(browser, `Teresa ${how}`, manner)
  const member = await enter(browser, `Ousmane ${how}`, manner)
  const name = `Ville ${how}`
  await lead.page.goto('/fr/organisations')
  await lead.hands.press('link', 'Faire la page d’une organisation')
  await lead.hands.write('Nom', name)
  await lead.hands.choose('Monde politique')
  await lead.hands.choose('Oui')
  await lead.hands.press('button', 'Faire la page')
  const page = new URL(lead.page.url()).pathname

  await member.page.goto('/fr/organisations')
  await member.hands.press('link', name)
  await member.hands.press('button', 'Demander à en être membre')
  await lead.hands.press('link', 'Membres et mandats')
  await lead.hands.press('button', 'Accepter')
  await lead.hands.press('link', `Ousmane ${how}`)
  await lead.hands.press('button', 'Donner le mandat')
  assert.match(await lead.page.locator('main').innerText(), /Le mandat est donné/)

  await member.page.goto('/fr/reports/petite-loi/contribution?kind=remark')
  await member.hands.write('Votre remarque', 'Nous en parlerons au conseil.')
  await member.hands.choose(`Pour ${name}`)
  await member.hands.press('button', 'Relire avant de publier')
  await member.hands.press('button', 'Publier')
  await member.page.goto(page)
  const shown = await member.page.locator('main').innerText()
  assert.match(shown, /1 contribution en son nom/)
  assert.match(shown, /pour Ville .*mandat depuis \d{4} /)

  await lead.page.goto(`${page}/hand-over`)
  await lead.hands.choose(`Ousmane ${how}`)
  await lead.hands.write('À partir du', '1/1/2098')
  await lead.hands.press('button', 'Voir ce que cela fera')
  assert.match(await lead.page.locator('#plan').innerText(), /2 mandats prennent fin le/)
  await lead.hands.press('button', 'Passer la main')
  await lead.hands.press('button', 'Annuler la passation')
  assert.match(await lead.page.locator('main').innerText(), /La passation est annulée/)
  await lead.close()
  await member.close()
}

type Traveller = { page: Page; hands: Hands; close: () => Promise<void> }

async function enter(browser: Browser, name: string, manner: Manner): Promise<Traveller> {
  const { cookie } = await world.person({ name })
  const [, value = ''] = cookie.split('=')
  const { page, close } = await openPage(browser, {
    ...manner,
    baseUrl: served.baseUrl,
    locale: 'fr',
    cookie: { name: sessionCookie, value },
  })
  const hands = manner.by === 'keyboard' ? keyboard(page) : pointer(page, manner.touch)
  return { page, hands, close }
}
