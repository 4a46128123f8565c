import type { Page } from 'playwright-core'
import { listAppeals } from '../../src/moderation/appeal-store.ts'
import { listFlags } from '../../src/moderation/flag-store.ts'
import { listDecisions } from '../../src/moderation/index.ts'
import { answerAppeal, answerFlags, flag, followedFrom } from '../flagging.ts'
import { withhold } from '../moderate.ts'
import { publish, type Somebody } from '../take-part.ts'
import type { World } from '../world.ts'
import { expectRefusal, openDetails, sendNothing, sendSignedOut } from './page-acts.ts'
import type { Pages } from './page-state.ts'
import { report } from './sample-contributions.ts'

const LONG =
  'Un très longmotquinesecoupepasetquipourraitdéborderdelapageétroite, puis bien d’autres mots.'
const queue = `/workshop${report}/moderation`

/** Flags and appeals in each state, for whoever flagged, whoever wrote, and those who decide. */
export async function describeRedressPages(world: World): Promise<Pages> {
  const iris = await world.person({ name: 'Iris' })
  const maud = await world.person({ name: 'Maud', role: 'moderator' })
  const garance = await world.person({ name: 'Garance', role: 'guarantor' })
  const flagged = await fillFlags(world, iris, maud)
  const hidden = await fillAppeals(world, iris, maud)
  const nadia = await world.person({ name: 'Nadia' })
  await flag(world, flagged.number, { explanation: LONG }, nadia)
  const one = `/contributions/${flagged.number}`
  const form = `${one}/flag`
  const decide = `/workshop${one}/moderation`
  return {
    '/contributions/:number/flag': [
      { name: 'flagging', path: form },
      { name: 'flagging, the words read', path: form, act: openDetails },
      { name: 'flagging, for somebody signed in', path: form, as: maud },
      { name: 'flagging, refused', path: form, act: sendNothing },
      { name: 'flagging one’s own, refused', path: form, as: iris, act: sendFlag },
      { name: 'flagging what is not there', path: '/contributions/99999/flag' },
      { name: 'flagging what went meanwhile', path: form, act: flagWhatWent },
    ],
    '/contributions/:number/flag/received': [
      { name: 'flag received', path: `${form}/received?flag=${flagged.reference}&mailed=1` },
    ],
    '/flags/:token': [
      { name: 'following a flag, waiting', path: `${flagged.waiting}?done=received` },
      { name: 'following a flag, dismissed', path: flagged.dismissed },
      { name: 'following a flag, contested', path: flagged.contested, act: openDetails },
      { name: 'following a flag, reversed', path: flagged.reversed },
      { name: 'following a flag that is not there', path: '/flags/nothing' },
    ],
    '/account': [{ name: 'account of somebody who flagged', path: '/account', as: nadia }],
    '/flags/:token/appeal': [
      { name: 'contesting a dismissal', path: `${flagged.dismissed}/appeal` },
      {
        name: 'contesting a dismissal, refused',
        path: `${flagged.dismissed}/appeal`,
        act: sendNothing,
      },
    ],
    '/contributions/:number/decisions/:decision': [
      { name: 'statement that can be contested', path: hidden.open, as: iris },
      { name: 'statement that is contested', path: hidden.contested, as: iris },
      { name: 'statement after an appeal', path: hidden.answered, as: iris },
    ],
    '/contributions/:number/decisions/:decision/appeal': [
      { name: 'contesting a decision', path: `${hidden.open}/appeal`, as: iris },
      {
        name: 'contesting a decision, refused',
        path: `${hidden.open}/appeal`,
        as: iris,
        act: sendNothing,
      },
      {
        name: 'contesting a decision, signed out meanwhile',
        path: `${hidden.open}/appeal`,
        as: iris,
        act: async (page) => {
          await page.locator('#reason').fill('Une raison que l’on ne veut pas récrire.')
          await sendSignedOut(page, page.locator('main form button').first())
        },
      },
    ],
    '/workshop/contributions/:number/moderation': [
      { name: 'deciding on flags', path: decide, as: maud },
      { name: 'deciding on flags, refused', path: decide, as: maud, act: dismissForNothing },
      {
        name: 'deciding on what is contested',
        path: `/workshop${hidden.contested.replace(/\/decisions.*/, '')}/moderation`,
        as: maud,
      },
    ],
    '/workshop/reports/:slug/moderation': [
      { name: 'moderation, flagged', path: `${queue}?ground=flagged`, as: maud },
      { name: 'moderation, contested', path: `${queue}?ground=contested`, as: maud },
    ],
    '/workshop/reports/:slug/moderation/appeals': [
      { name: 'appeals', path: `${queue}/appeals?done=answered`, as: garance },
    ],
    '/workshop/appeals/:appeal': [
      { name: 'appeal of an author', path: `/workshop/appeals/${hidden.appeal}`, as: hidden.milo },
      {
        name: 'appeal of an author, refused',
        path: `/workshop/appeals/${hidden.appeal}`,
        as: hidden.milo,
        act: sendNothing,
      },
      {
        name: 'appeal of an author, signed out meanwhile',
        path: `/workshop/appeals/${hidden.appeal}`,
        as: hidden.milo,
        act: async (page) => {
          await page.locator('input[value=confirmed]').check()
          await page.locator('#answer').fill('Une réponse que l’on ne veut pas récrire.')
          await sendSignedOut(page, page.locator('main form button').first())
        },
      },
      { name: 'appeal against one’s own', path: `/workshop/appeals/${hidden.appeal}`, as: maud },
      { name: 'appeal, the guarantor', path: `/workshop/appeals/${hidden.appeal}`, as: garance },
      {
        name: 'appeal of a flagger',
        path: `/workshop/appeals/${flagged.appeal}`,
        as: hidden.milo,
      },
    ],
  }
}

/** What waits, what was dismissed, contested, and reversed. */
async function fillFlags(world: World, iris: Somebody, maud: Somebody) {
  const milo = await world.person({ name: 'Milo', role: 'moderator' })
  const path = `/fr${report}/contributions`
  const say = (body: string) => publish(world, iris, { path, edition: '2', body })
  const explanation = `Elle insulte quelqu’un. ${LONG}`
  const flagAs = async (number: number, name: string) => {
    const email = `${name}@example.org`
    await flag(world, number, { name, email, explanation, words: 'phrase' })
    return bare(await followedFrom(world, email))
  }
  const number = await say('Une phrase que plusieurs personnes signalent.')
  const dismissed = await flagAs(number, 'denise')
  await answerFlags(world, maud, number, { reason: LONG })
  const contested = await flagAs(number, 'colin')
  await answerFlags(world, maud, number)
  await world.post(`/fr${contested}/appeal`, [['reason', LONG]])
  const [appeal] = await listAppeals(world.db, number)
  const waiting = await flagAs(number, 'wanda')
  await flagAs(number, 'xavier')
  const other = await say('Une phrase que l’on masque.')
  const reversed = await flagAs(other, 'rita')
  await answerFlags(world, maud, other)
  await world.post(`/fr${reversed}/appeal`, [['reason', LONG]])
  const [second] = await listAppeals(world.db, other)
  await answerAppeal(world, milo, second?.id ?? 0, { ground: '1', answer: LONG })
  const [first] = await listFlags(world.db, number)
  const reference = first?.reference ?? ''
  return { number, reference, waiting, dismissed, contested, reversed, appeal: appeal?.id ?? 0 }
}

async function fillAppeals(world: World, iris: Somebody, maud: Somebody) {
  const milo = await world.person({ name: 'Milo', role: 'moderator' })
  const path = `/fr${report}/contributions`
  const hide = async (body: string) => {
    const number = await publish(world, iris, { path, edition: '2', body })
    await withhold(world, maud, number, LONG)
    const [decision] = await listDecisions(world.db, number)
    return { number, statement: `/contributions/${number}/decisions/${decision?.id}` }
  }
  const contest = (statement: string) =>
    world.post(`/fr${statement}/appeal`, [['reason', `${LONG}\n\n${LONG}`]], iris)
  const open = await hide('Masquée.')
  const contested = await hide('Masquée, et contestée.')
  await contest(contested.statement)
  const answered = await hide('Masquée, et confirmée.')
  await contest(answered.statement)
  const [waiting] = await listAppeals(world.db, contested.number)
  const [over] = await listAppeals(world.db, answered.number)
  await answerAppeal(world, milo, over?.id ?? 0, { outcome: 'confirmed', answer: LONG })
  return {
    open: open.statement,
    contested: contested.statement,
    answered: answered.statement,
    appeal: waiting?.id ?? 0,
    milo,
  }
}

/** Without its language. */
function bare(path: string): string {
  return path.replace(/^\/fr/, '')
}

/** As if it had been hidden since the form was opened. */
async function flagWhatWent(page: Page): Promise<void> {
  const form = page.locator('main form')
  await form.evaluate((element) => element.setAttribute('action', '/fr/contributions/99999/flag'))
  await page.locator('input[name=ground]').first().check()
  await page.locator('#explanation').fill('Elle insulte quelqu’un dans sa seconde phrase.')
  await page.locator('#name').fill('Fanny Lavigne')
  await page.locator('#email').fill('fanny@example.org')
  await page.locator('input[name=goodFaith]').check()
  await form.locator('button').click()
  await page.locator('#what-you-typed').waitFor()
}

async function sendFlag(page: Page): Promise<void> {
  await page.locator('input[name=ground]').first().check()
  await page.locator('#explanation').fill('Je me signale, pour voir ce qui arrive.')
  await page.locator('input[name=goodFaith]').check()
  await page.locator('main form button').click()
  await expectRefusal(page)
}

async function dismissForNothing(page: Page): Promise<void> {
  await page.locator('form:has(#outcome) button').click()
  await expectRefusal(page)
}
