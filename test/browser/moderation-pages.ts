import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { holdForModeration } from '../../src/contributions/index.ts'
import { inTransaction } from '../../src/platform/db/transaction.ts'
import { findCharter, listDecisions, typedOf } from '../../src/moderation/index.ts'
import { operator } from '../../src/permissions.ts'
import { grantRole, siteDomain } from '../../src/roles/index.ts'
import { moderate, setMode } from '../moderate.ts'
import { publish, type Somebody } from '../take-part.ts'
import type { World } from '../world.ts'
import {
  expectRefusal,
  openDetails,
  pretendStale,
  sendNothing,
  sendSignedOut,
} from './page-acts.ts'
import type { Pages } from './page-state.ts'
import { report, type Numbers } from './sample-contributions.ts'

const LONG = 'Un très longmotquinesecoupepasetquipourraitdéborderdelapageétroite, puis d’autres.'
const queue = `/workshop${report}/moderation`

/** What waits for moderators, what they decide and how the report is moderated; afterwards it is as it was. */
export async function describeModerationPages(world: World, numbers: Numbers): Promise<Pages> {
  const maud = await world.person({ name: 'Maud', role: 'moderator' })
  const salome = await world.person({ name: 'Salomé' })
  const waiting = await fillQueue(world, { salome, maud })
  const admin = await makeAdministrator(world)
  const { cut, decision } = await fillCut(world, maud, salome)
  const cutOne = `/contributions/${cut}`
  return {
    '/contributions/:number': [
      { name: 'what is published in part', path: cutOne },
      { name: 'what is published in part, for a moderator', path: cutOne, as: maud },
      { name: 'what waits, for its author', path: `/contributions/${waiting.first}`, as: salome },
      {
        name: 'what is suspected, for its author',
        path: `/contributions/${waiting.trapped}`,
        as: salome,
      },
    ],
    '/contributions/:number/decisions/:decision': [
      { name: 'statement of reasons', path: `${cutOne}/decisions/${decision}`, as: maud },
    ],
    '/charter': [
      { name: 'charter', path: '/charter' },
      { name: 'charter, for an administrator', path: '/charter?done=kept', as: admin },
    ],
    '/charter/versions/:version': [
      { name: 'charter, an old version', path: '/charter/versions/1' },
      { name: 'charter, a version that is not there', path: '/charter/versions/99' },
    ],
    '/workshop/charter': [
      { name: 'keeping the charter', path: '/workshop/charter', as: admin },
      {
        name: 'keeping the charter, refused',
        path: '/workshop/charter',
        as: admin,
        act: async (page) => {
          await page.locator('#title-1-fr').fill('')
          await page.locator('main form button').click()
          await expectRefusal(page)
        },
      },
      {
        name: 'keeping the charter, changed meanwhile',
        path: '/workshop/charter',
        as: admin,
        act: async (page) => {
          await pretendStale(page, '1')
          await page.locator('#text-1-fr').fill('Une autre règle.')
          await page.locator('main form button').click()
          await expectRefusal(page)
        },
      },
      {
        name: 'keeping the charter, signed out meanwhile',
        path: '/workshop/charter',
        as: admin,
        act: (page) => sendSignedOut(page, page.locator('main form button')),
      },
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
      { name: 'moderation, one read', path: queue, as: maud, act: openDetails },
      { name: 'moderation, none ticked', path: queue, as: maud, act: sendNothing },
      { name: 'moderation, suspected of spam', path: `${queue}?ground=spam-defence`, as: maud },
      {
        name: 'moderation, signed out meanwhile',
        path: queue,
        as: maud,
        act: (page) => sendSignedOut(page, page.locator('main form button')),
      },
      { name: 'moderation, for the editor-in-chief', path: `${queue}?done=set`, as: salome },
    ],
    '/workshop/reports/:slug/moderation/alike': [
      { name: 'alike, held for the same', path: alike, as: maud },
      { name: 'alike, nothing chosen', path: alike, as: maud, act: chooseNothing },
      { name: 'alike, nothing waits', path: `${queue}/alike?pattern=text:0`, as: maud },
      {
        name: 'alike, signed out meanwhile',
        path: alike,
        as: maud,
        act: async (page) => {
          await page.locator('input[name=choice]').first().check()
          await page.locator('#reason').fill('Une raison que l’on ne veut pas récrire.')
          await sendSignedOut(page, page.locator('main form button[type=submit]').first())
        },
      },
      {
        name: 'alike, just decided',
        path: `${alike}&what=decided&done=1&of=2`,
        as: maud,
      },
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
      { name: 'deciding, a cut of nothing', path: at(waiting.second), as: maud, act: cutNothing },
      { name: 'deciding on what is cut', path: at(cut), as: maud },
      { name: 'deciding on an amendment', path: at(4), as: maud },
      { name: 'deciding on what is withheld', path: at(numbers.withheld), as: maud },
      { name: 'deciding once more', path: at(numbers.released), as: maud },
      {
        name: 'deciding, signed out meanwhile',
        path: at(numbers.argument),
        as: maud,
        act: async (page) => {
          await page.locator('#choice-withheld').check()
          await page.locator('#reason').fill('Une raison que l’on ne veut pas récrire.')
          await sendSignedOut(page, page.locator('main form button[type=submit]').first())
        },
      },
    ],
  }
}

const at = (number: number) => `/workshop/contributions/${number}/moderation`

const pattern = 'signs:hidden-field'
const alike = `${queue}/alike?pattern=${encodeURIComponent(pattern)}`

async function fillQueue(world: World, { salome, maud }: { salome: Somebody; maud: Somebody }) {
  await setMode(world, salome, 'before', '5')
  const path = `/fr${report}/contributions`
  const first = await publish(world, salome, {
    path,
    edition: '2',
    body: 'Une remarque qui attend.',
  })
  const second = await publish(world, salome, { path, edition: '2', body: 'Une autre qui attend.' })
  await setMode(world, salome, 'after', '5')
  const suspected = await publish(world, salome, { path, edition: '2', body: 'Achetez ceci.' })
  const held = { number: suspected, ground: 'spam-defence' as const, signs: ['links'] }
  await inTransaction(world.db, (tx) => holdForModeration(tx, held, new Date()))
  const form = { pattern, choice: 'withheld', ground: '1', reason: LONG, at: String(Date.now()) }
  const sent = Object.entries(form)
  for (const body of ['Achetez un.', 'Achetez deux.']) {
    const number = await publish(world, salome, { path, edition: '2', body, website: 'x' })
    sent.push(['number', String(number)])
  }
  sent.push(['at', String(Date.now())])
  const decided = await world.post(`/fr${queue}/alike`, sent, maud)
  assert.equal(decided.status, 303)
  const more: number[] = []
  for (const body of ['Achetez cinq.', LONG, 'Achetez sept.'])
    more.push(await publish(world, salome, { path, edition: '2', body, website: 'x' }))
  return { first, second, trapped: more[0] ?? 0 }
}

async function fillCut(world: World, maud: Somebody, salome: Somebody) {
  const path = `/fr${report}/contributions`
  const body =
    'Une phrase qui reste. Une phrase que la modération coupe, longue assez pour tenir deux lignes.'
  const cut = await publish(world, salome, { path, edition: '2', body })
  const words = 'Une phrase que la modération coupe'
  await moderate(world, maud, cut, { choice: 'cut', ground: '3', words, reason: LONG })
  const [decision] = await listDecisions(world.db, cut)
  return { cut, decision: decision?.id ?? 0 }
}

async function makeAdministrator(world: World): Promise<Somebody> {
  const { actor } = await world.person({ name: 'Ada' })
  const given = {
    personId: actor.personId ?? 0,
    role: 'administrator' as const,
    domain: siteDomain,
  }
  await grantRole(world.db, operator, given, new Date())
  const ada = await world.person({ name: 'Ada' })
  const charter = await findCharter(world.db, 'newest')
  const form = (charter ? typedOf(charter) : []).flatMap(({ number, texts }) =>
    (['fr', 'en'] as const).flatMap((lang): [string, string][] => [
      [`title.${number}.${lang}`, `${texts[lang].title} !`],
      [`text.${number}.${lang}`, texts[lang].text],
    ]),
  )
  await world.post('/fr/workshop/charter', [['read', '1'], ...form], ada)
  return ada
}

async function cutNothing(page: Page): Promise<void> {
  await page.locator('#choice-cut').check()
  await page.locator('main form button[type=submit]').first().click()
  await expectRefusal(page)
}

async function chooseNothing(page: Page): Promise<void> {
  const form = page.locator('main form').first()
  await form.evaluate((element) => element.setAttribute('novalidate', ''))
  await form.locator('button[type=submit]').click()
  await expectRefusal(page)
}

async function sendNoDays(page: Page): Promise<void> {
  await page.locator('#days').fill('cent')
  await page.locator('main form button').click()
  await expectRefusal(page)
}
