import type { Page } from 'playwright-core'
import { verifyRecord } from '../../src/editions/index.ts'
import { runVerification } from '../../src/guarantee/index.ts'
import { newKey } from '../take-part.ts'
import type { World } from '../world.ts'
import { expectRefusal, sendNothing, sendSignedOut } from './page-acts.ts'
import type { Pages } from './page-state.ts'
import { report } from './sample-contributions.ts'

const page = `${report}/guarantee`
const record = `/workshop${report}/guarantee`
const LONG = 'Un très longmotquinesecoupepasetquipourraitdéborderdelapageétroite, puis d’autres.'

/** Who guarantees, what they say in several versions, what they look at and have verified. */
export async function describeGuaranteePages(world: World): Promise<Pages> {
  const garance = await world.person({
    name: 'Garance Lebrun, garante de la procédure depuis le début',
    role: 'guarantor',
  })
  const send = (path: string, form: { [name: string]: string }) =>
    world.post(`/fr${record}${path}`, Object.entries(form), garance)
  const typed = {
    title: 'Avis sur la procédure suivie et sur les réponses',
    body: `${LONG}\n\n- **Un** point\n- Un autre\n\n## Ensuite\n\n${LONG}`,
    lang: 'fr',
    edition: '2',
    key: newKey(),
  }
  const sent = await send('/opinions', typed)
  const [, id = ''] = /opinions\/(\d+)/.exec(sent.headers.get('Location') ?? '') ?? []
  const body = `${typed.body}\n\nUne phrase de plus.`
  await send(`/opinions/${id}/versions`, { ...typed, body, read: '1', reason: LONG })
  await verifyNow(world, () => send('/verifications', {}))
  await send('/verifications', {})
  return {
    '/reports/:slug/guarantee': [
      { name: 'guarantee', path: page },
      { name: 'guarantee, for its guarantor', path: page, as: garance },
    ],
    '/reports/:slug/guarantee/opinions/:opinion': [
      { name: 'guarantee: opinion', path: `${page}/opinions/${id}` },
      { name: 'guarantee: opinion, an old version', path: `${page}/opinions/${id}?version=1` },
      {
        name: 'guarantee: opinion, just published',
        path: `${page}/opinions/${id}?done=published`,
        as: garance,
      },
    ],
    '/reports/:slug/editions/:number': [
      { name: 'guarantee: edition with an opinion', path: `${report}/editions/2` },
    ],
    '/workshop/reports/:slug/guarantee': [
      { name: 'guarantee: record', path: `${record}?done=asked`, as: garance },
      { name: 'guarantee: record, refused', path: record, as: garance, act: askAgain },
    ],
    '/workshop/reports/:slug/guarantee/opinion': [
      { name: 'guarantee: writing', path: `${record}/opinion`, as: garance },
      {
        name: 'guarantee: writing, refused',
        path: `${record}/opinion`,
        as: garance,
        act: sendNothing,
      },
      {
        name: 'guarantee: writing, sent before in other words',
        path: `${record}/opinion`,
        as: garance,
        act: (shown) => writeAgain(shown, typed.key),
      },
      {
        name: 'guarantee: writing, signed out meanwhile',
        path: `${record}/opinion`,
        as: garance,
        act: (shown) => sendSignedOut(shown, shown.locator('main form button')),
      },
    ],
    '/workshop/reports/:slug/guarantee/opinions/:opinion': [
      { name: 'guarantee: correcting', path: `${record}/opinions/${id}`, as: garance },
      {
        name: 'guarantee: correcting, refused',
        path: `${record}/opinions/${id}`,
        as: garance,
        act: sendNothing,
      },
    ],
  }
}

/** With a form that was published before, as after the browser's Back. */
async function writeAgain(shown: Page, key: string): Promise<void> {
  const sent = shown.locator('input[name=key]')
  await sent.evaluate((element, value) => element.setAttribute('value', value), key)
  await shown.locator('#title').fill('Un autre avis')
  await shown.locator('#body').fill(LONG)
  await shown.locator('main form button').click()
  await expectRefusal(shown)
}

async function verifyNow(world: World, ask: () => Promise<Response>): Promise<void> {
  await ask()
  await world.seal()
  const { id: verificationId } = await world.db
    .selectFrom('record_verification')
    .select('id')
    .executeTakeFirstOrThrow()
  await runVerification({ db: world.db, now: () => new Date() }, { verificationId }, verifyRecord)
}

async function askAgain(shown: Page): Promise<void> {
  await shown.locator('main form button').click()
  await expectRefusal(shown)
}
