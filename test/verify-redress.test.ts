import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { listAppeals } from '../src/moderation/appeal-store.ts'
import { listFlags } from '../src/moderation/flag-store.ts'
import { listDecisions } from '../src/moderation/index.ts'
import { answerAppeal, answerFlags, flag, followedFrom, waitingOn } from './flagging.ts'
import { moderate } from './moderate.ts'
import { openTampering, type Tampering } from './tamper.ts'
import { publish } from './take-part.ts'

let opened: Tampering
let number: number
let upheld: string
let dismissed: string
let waiting: string
before(async () => {
  opened = await openTampering()
  const { world } = opened
  const nour = await world.person({ name: 'Nour' })
  const maud = await world.person({ name: 'Maud', role: 'moderator' })
  const milo = await world.person({ name: 'Milo', role: 'moderator' })
  number = await publish(world, nour, { body: 'Du bon. Du laid.' })
  const flagAs = async (name: string) => {
    await flag(world, number, { name, email: `${name}@example.org` })
    return (await listFlags(world.db, number)).at(-1)?.reference ?? ''
  }
  dismissed = await flagAs('denise')
  await answerFlags(world, maud, number)
  const { id } = await world.db.selectFrom('flag_verdict').select('id').executeTakeFirstOrThrow()
  const undo = `/fr/workshop/contributions/${number}/moderation/flags/undo`
  await world.post(undo, [['verdict', String(id)]], maud)
  await answerFlags(world, maud, number)
  const path = await followedFrom(world, 'denise@example.org')
  const contest = () => world.post(`${path}/appeal`, [['reason', 'C’est laid.']])
  await contest()
  await world.post(`${path}/appeal/withdrawal`, [])
  await contest()
  const [appeal] = await listAppeals(world.db, number)
  await answerAppeal(world, milo, appeal?.id ?? 0, { outcome: 'confirmed' })
  upheld = await flagAs('ulysse')
  const flags = await waitingOn(world, number)
  const cut = { choice: 'cut', ground: '1', words: 'Du laid.', reason: 'C’est laid.', flags }
  await moderate(world, maud, number, cut)
  waiting = await flagAs('wanda')
  const [decision] = await listDecisions(world.db, number)
  const statement = `/fr/contributions/${number}/decisions/${decision?.id}`
  await world.post(`${statement}/appeal`, [['reason', 'C’est permis.']], nour)
  await world.seal()
})
after(() => opened.world.close())
beforeEach(async () => assert.deepEqual((await verifyRecord(opened.world.db)).findings, []))

const finds: Tampering['finds'] = (...given) => opened.finds(...given)
const ofFlag = (reference: string, problem: string) => `contribution flag/${reference}: ${problem}`
const ofContribution = (problem: string) => `contribution contribution/${number}: ${problem}`
const ofVerdict = (id: number, problem: string) => `contribution verdict/${id}: ${problem}`

test('a flag that is altered, made up, or whose answer is taken away is found', async () => {
  const differs = ofFlag(waiting, 'differs-from-journal')
  await finds(`update flag set rule = 2 where reference = '${waiting}'`, differs)
  await finds(
    `update flag set received_at = received_at - interval '1 day' where reference = '${waiting}'`,
    differs,
  )
  await finds(
    `insert into flag (reference, contribution_number, revision, law, explanation, words, unnamed_allowed, locale, received_at)
      select 'madeup0000', ${number}, 1, '', 'Rien de tel.', '', true, 'fr', now()`,
    ofFlag('madeup0000', 'not-in-journal'),
  )
  const astray = (reference: string) => ofFlag(reference, 'state-without-act')
  await finds(`update flag set verdict_id = null where reference = '${upheld}'`, astray(upheld))
  await finds(
    `update flag set verdict_id = (select max(id) from flag_verdict) where reference = '${waiting}'`,
    astray(waiting),
  )
})

test('an answer to flags that is altered, or taken back by nobody, is found', async () => {
  await finds(
    `update flag_verdict set reason = 'Autre.' where id = 2`,
    ofVerdict(2, 'differs-from-journal'),
  )
  await finds(
    `update flag_verdict set outcome = 'dismissed', decision_id = null, reason = 'Autre.' where id = 3`,
    ofVerdict(3, 'differs-from-journal'),
  )
  await finds(
    `update flag_verdict set undone_by = null, undone_at = null where id = 1`,
    ofVerdict(1, 'gone'),
  )
  const later = `undone_by = decided_by, undone_at = now()`
  await finds(
    [
      `update flag set verdict_id = null where reference = '${upheld}'`,
      `update flag_verdict set ${later} where id = 3`,
    ],
    ofVerdict(3, 'not-in-journal'),
  )
})

test('an appeal that is altered, or whose answer is, is found', async () => {
  await finds(
    `update appeal set received_at = received_at - interval '1 day' where decision_id is not null`,
    ofContribution('differs-from-journal'),
  )
  await finds(
    `update appeal set answer = 'Autre.' where answer is not null`,
    ofFlag(dismissed, 'differs-from-journal'),
  )
  await finds(
    `update appeal set outcome = 'reversed' where answer is not null`,
    ofFlag(dismissed, 'differs-from-journal'),
  )
  await finds(
    `update appeal set withdrawn_at = now() where decision_id is not null`,
    ofContribution('not-in-journal'),
  )
  await finds(`delete from appeal where decision_id is not null`, ofContribution('gone'))
})
