import type { Page } from 'playwright-core'
import { setMode } from '../moderate.ts'
import { publish, type Somebody } from '../take-part.ts'
import type { World } from '../world.ts'
import { expectRefusal, sendNothing, sendSignedOut } from './page-acts.ts'
import type { Pages } from './page-state.ts'
import { report, type Numbers } from './sample-contributions.ts'

const queue = `/workshop${report}/moderation`

/** What waits for moderators, what they decide and how the report is moderated; afterwards it is as it was. */
export async function describeModerationPages(world: World, numbers: Numbers): Promise<Pages> {
  const maud = await world.person({ name: 'Maud', role: 'moderator' })
  const salome = await world.person({ name: 'Salomé' })
  const waiting = await fillQueue(world, salome)
  return {
    '/contributions/:number': [
      { name: 'what waits, for its author', path: `/contributions/${waiting.first}`, as: salome },
    ],
    '/contributions/:number/receipt': [
      {
        name: 'receipt of what waits',
        path: `/contributions/${waiting.first}/receipt`,
        as: salome,
      },
    ],
    '/workshop/reports/:slug/moderation': [
      { name: 'moderation, what waits', path: queue, as: maud },
      { name: 'moderation, for the editor-in-chief', path: `${queue}?done=set`, as: salome },
    ],
    '/workshop/reports/:slug/moderation/setting': [
      { name: 'mode of moderation', path: `${queue}/setting`, as: salome },
      {
        name: 'mode of moderation, refused',
        path: `${queue}/setting`,
        as: salome,
        act: sendNoDays,
      },
      {
        name: 'mode of moderation, signed out meanwhile',
        path: `${queue}/setting`,
        as: salome,
        act: (page) => sendSignedOut(page, page.locator('main form button')),
      },
    ],
    '/workshop/contributions/:number/moderation': [
      { name: 'deciding', path: at(waiting.second), as: maud },
      { name: 'deciding, refused', path: at(waiting.second), as: maud, act: sendNothing },
      { name: 'deciding on an amendment', path: at(4), as: maud },
      { name: 'deciding on what is withheld', path: at(numbers.withheld), as: maud },
      { name: 'deciding once more', path: at(numbers.released), as: maud },
      {
        name: 'deciding, signed out meanwhile',
        path: at(numbers.argument),
        as: maud,
        act: async (page) => {
          await page.locator('#reason').fill('Une raison que l’on ne veut pas récrire.')
          await sendSignedOut(page, page.locator('main form button').first())
        },
      },
    ],
  }
}

const at = (number: number) => `/workshop/contributions/${number}/moderation`

async function fillQueue(world: World, salome: Somebody) {
  await setMode(world, salome, 'before', '5')
  const path = `/fr${report}/contributions`
  const first = await publish(world, salome, {
    path,
    edition: '2',
    body: 'Une remarque qui attend.',
  })
  const second = await publish(world, salome, { path, edition: '2', body: 'Une autre qui attend.' })
  await setMode(world, salome, 'after', '5')
  return { first, second }
}

async function sendNoDays(page: Page): Promise<void> {
  await page.locator('#days').fill('cent')
  await page.locator('main form button').click()
  await expectRefusal(page)
}
