import assert from 'node:assert/strict'
import { listFlags } from '../../src/moderation/flag-store.ts'
import { listDecisions } from '../../src/moderation/index.ts'
import { operator } from '../../src/permissions.ts'
import { grantRole, siteDomain } from '../../src/roles/index.ts'
import { workshop } from '../change-by-hand.ts'
import { answerFlags, flag, followedFrom } from '../flagging.ts'
import { setMode, withhold } from '../moderate.ts'
import { publish } from '../take-part.ts'
import type { World } from '../world.ts'
import { fillBans } from './fill-bans.ts'
import type { Page } from './people.ts'

/** Something that waits for a moderator, something withheld, and Ada, who keeps the charter; flags, appeals and bans. */
export async function fillModeration(world: World): Promise<Page[]> {
  const { personId } = (await world.person({ name: 'Ada' })).actor
  const granting = { personId: personId ?? 0, role: 'administrator' as const, domain: siteDomain }
  await grantRole(world.db, operator, granting, new Date())
  const salome = await world.person({ name: 'Salomé' })
  assert.equal((await setMode(world, salome, 'before')).status, 303)
  const waiting = await publish(world, salome, { edition: '2', body: 'Une remarque qui attend.' })
  assert.equal((await setMode(world, salome, 'after')).status, 303)
  const decision = await world.db
    .selectFrom('moderation_decision')
    .select(['id', 'contribution_number as number'])
    .where('outcome', '=', 'withheld')
    .where('decided_by', 'is not', null)
    .limit(1)
    .executeTakeFirstOrThrow()
  return [
    ['Camille', `${workshop}/moderation`],
    ['Camille', `/fr/workshop/contributions/${waiting}/moderation`],
    ['Salomé', `${workshop}/moderation/setting`],
    ['Camille', `/fr/contributions/${decision.number}/decisions/${decision.id}`],
    ['Ada', '/fr/workshop/charter'],
    ...(await fillAlike(world)),
    ...(await fillRedress(world)),
    ...(await fillBans(world)),
  ]
}

/** What the defence against spam holds for the same, and what was decided on two of them at once. */
async function fillAlike(world: World): Promise<Page[]> {
  const maud = await world.person({ name: 'Maud', role: 'moderator' })
  const alike = `${workshop}/moderation/alike`
  const pattern = 'signs:hidden-field'
  const say = async (name: string) => {
    const as = await world.person({ name })
    return publish(world, as, { edition: '2', body: `${name} vend.`, website: 'x' })
  }
  const numbers = [await say('Vendeur'), await say('Vendeuse')]
  const at = String(Date.now() + 1000)
  const decided = { pattern, at, choice: 'withheld', ground: '1', reason: 'De la publicité.' }
  const form = numbers.map((number): [string, string] => ['number', String(number)])
  assert.equal((await world.post(alike, [...Object.entries(decided), ...form], maud)).status, 303)
  await say('Autre vendeur')
  await say('Autre vendeuse')
  return [['Camille', `${alike}?pattern=${encodeURIComponent(pattern)}`]]
}

/** A flag that waits, one that was dismissed, and one whose dismissal is contested; a withholding, and one that is contested. */
async function fillRedress(world: World): Promise<Page[]> {
  const maud = await world.person({ name: 'Maud', role: 'moderator' })
  const nour = await world.person({ name: 'Nour' })
  const say = (body: string) => publish(world, nour, { edition: '2', body })
  const flagged = await say('Une remarque signalée.')
  // On this one nobody's requests take back what was decided.
  const apart = await say('Une remarque à part.')
  const dismiss = async (on: number, name: string) => {
    const email = `${name}@example.org`
    assert.equal((await flag(world, on, { name, email })).status, 303)
    assert.equal((await answerFlags(world, maud, on)).status, 303)
    return followedFrom(world, email)
  }
  const dismissed = await dismiss(flagged, 'rejete')
  const contested = await dismiss(flagged, 'conteste')
  const contestable = await dismiss(apart, 'ecarte')
  const camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  assert.equal((await flag(world, apart, {}, camille)).status, 303)
  const waits = { name: 'attend', email: 'attend@example.org' }
  assert.equal((await flag(world, flagged, waits)).status, 303)
  await world.post(`${contested}/appeal`, [['reason', 'Ce n’est pas permis.']])
  const statements: string[] = []
  for (const body of ['Masquée.', 'Masquée et contestée.']) {
    const number = await say(body)
    assert.equal((await withhold(world, maud, number)).status, 303)
    const [decision] = await listDecisions(world.db, number)
    statements.push(`/fr/contributions/${number}/decisions/${decision?.id}`)
  }
  const [plain = '', fought = ''] = statements
  await world.post(`${fought}/appeal`, [['reason', 'Ce n’est pas juste.']], nour)
  const { id } = await world.db
    .selectFrom('appeal')
    .select('id')
    .where('decision_id', 'is not', null)
    .executeTakeFirstOrThrow()
  return [
    ['visitor', `/fr/contributions/${flagged}/flag`],
    ['visitor', `/fr/contributions/${flagged}`],
    ['visitor', `/fr/contributions/${flagged}/support`],
    ['visitor', await receivedPage(world, flagged)],
    ['visitor', dismissed],
    ['visitor', contested],
    ['visitor', `${contestable}/appeal`],
    ['Nour', plain],
    ['Nour', `${plain}/appeal`],
    ['Nour', fought],
    ['Camille', '/fr/account'],
    ['Camille', `/fr/workshop/contributions/${flagged}/moderation`],
    ['Camille', `${workshop}/moderation?ground=flagged&page=1`],
    ['Camille', `${workshop}/moderation/appeals`],
    ['Camille', `/fr/workshop/appeals/${id}`],
  ]
}

async function receivedPage({ db }: World, number: number): Promise<string> {
  const [one] = await listFlags(db, number)
  return `/fr/contributions/${number}/flag/received?flag=${one?.reference}&mailed=1`
}
