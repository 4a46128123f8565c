import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { createApp } from '../src/app.ts'
import { findContribution, findOpenHold } from '../src/contributions/index.ts'
import { verifyRecord } from '../src/editions/index.ts'
import { openLog } from '../src/platform/log.ts'
import { usualPeriods } from '../src/platform/periods.ts'
import { forgetPosts, newFormKey } from '../src/spam/index.ts'
import { flag, flagger, waitingOn } from './flagging.ts'
import { release, withhold } from './moderate.ts'
import { openSignInWorld, readMails, type SignInWorld } from './sign-in-world.ts'
import {
  formOf,
  newKey,
  numberIn,
  reportPath,
  textOf,
  type Fields,
  type Somebody,
} from './take-part.ts'
import { origin, testMailing } from './world.ts'
import { testFiles } from './test-files.ts'

let world: SignInWorld
let app: ReturnType<typeof createApp>
let maud: Somebody
before(async () => {
  world = await openSignInWorld()
  maud = await world.person({ name: 'Maud', role: 'moderator' })
  const { db } = world
  const mailing = testMailing
  app = createApp({
    db,
    files: testFiles,
    mailing,
    publicUrl: origin,
    log: openLog('silent'),
    providers: [],
    pseudoLocale: false,
    demonstration: true,
    mailbox: true,
    trustedProxies: ['10.0.0.1'],
  })
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

let people = 0
const somebody = () => world.person({ name: `Personne ${(people += 1)}` })
/** From a network of its own. */
let networks = 0
const elsewhere = () => `198.51.${(networks += 1)}.7`

type From = { as?: Somebody; from?: string; path?: string }

/** Says something from that address, by a form that was opened a while ago. */
async function say(fields: Fields, { as, from, path }: From = {}): Promise<Response> {
  const { cookie } = as ?? (await somebody())
  return app.request(
    `${origin}${path ?? `${reportPath}/contributions`}`,
    {
      method: 'POST',
      headers: { Cookie: cookie, Origin: origin, 'X-Forwarded-For': from ?? elsewhere() },
      body: new URLSearchParams(formOf(fields)),
    },
    { incoming: { socket: { remoteAddress: '10.0.0.1' } } },
  )
}

const number = async (sent: Promise<Response>) => numberIn(await sent)

/** For which signs it is held; null where it is published. */
async function heldFor(of: number): Promise<readonly string[] | null> {
  const hold = await findOpenHold(world.db, of)
  const said = await findContribution(world.db, of)
  assert.equal(said?.state, hold ? 'pending' : 'published')
  assert.ok(!hold || hold.ground === 'spam-defence')
  return hold?.signs ?? null
}

const openedAgo = (milliseconds: number) =>
  newFormKey(testMailing.key, new Date(Date.now() - milliseconds))

/** Words that nobody has said before. */
let texts = 0
const ownWords = (count = 40) => {
  texts += 1
  return Array.from({ length: count }, (_, at) => `mot${'abcdefghij'[texts % 10]}${texts}x${at}`)
    .join(' ')
    .replaceAll(/\d/g, (digit) => 'klmnopqrst'[Number(digit)] ?? '')
}

test('a form that a program fills in or sends at once is received, and held for somebody to read', async () => {
  const trapped = await number(say({ website: 'https://promo.test' }))
  assert.deepEqual(await heldFor(trapped), ['hidden-field', 'new-account'])
  assert.deepEqual(await heldFor(await number(say({ website: ' ' }))), null)
  assert.deepEqual(await heldFor(await number(say({ key: openedAgo(1000) }))), [
    'too-fast',
    'new-account',
  ])
  assert.deepEqual(await heldFor(await number(say({ key: openedAgo(10_000) }))), null)
})

test('a key that was made up, or that another account sent, is a sign', async () => {
  assert.deepEqual(await heldFor(await number(say({ key: 'a-key-that-was-made-up' }))), [
    'form-unsigned',
    'new-account',
  ])
  const key = newKey()
  assert.equal(await heldFor(await number(say({ key, body: 'La sienne.' }))), null)
  assert.deepEqual(await heldFor(await number(say({ key, body: 'Une autre.' }))), [
    'form-replayed',
    'new-account',
  ])
})

test('the author is told that it waits, why in plain words, and until when; readers see nothing', async () => {
  const as = await somebody()
  const held = await number(say({ website: 'x', body: 'Un essai retenu.' }, { as }))
  const own = await textOf(world.get(`/fr/contributions/${held}`, as))
  assert.match(
    own,
    /La défense automatique[^<]*retenue à cause de la façon dont elle a été envoyée/,
  )
  assert.match(own, /avant le /)
  assert.doesNotMatch(own, /champ invisible|trois secondes/)
  assert.doesNotMatch(await textOf(world.get(`/fr/contributions/${held}`)), /Un essai retenu/)
  const queue = await textOf(world.get('/fr/workshop/reports/petite-loi/moderation', maud))
  assert.match(queue, /Un essai retenu[^]*un champ invisible a été rempli/)
})

test('the same words twice are what people do; a fourth time, or by many accounts, they are held', async () => {
  const as = await somebody()
  const body = ownWords()
  for (let time = 0; time < 3; time += 1)
    assert.equal(await heldFor(await number(say({ body }, { as }))), null, `time ${time}`)
  assert.deepEqual(await heldFor(await number(say({ body }, { as }))), [
    'new-account',
    'says-it-again',
  ])
  const campaign = ownWords()
  for (let nth = 0; nth < 3; nth += 1)
    assert.notEqual((await heldFor(await number(say({ body: campaign }))))?.at(-1), 'campaign-text')
  const disguised = campaign.replaceAll('o', 'о').replace('m', 'm\u200b')
  assert.deepEqual(await heldFor(await number(say({ body: disguised }))), [
    'new-account',
    'campaign-text',
  ])
})

/** Words with a link to some host of that name. */
const linkTo = (name: string, at: number) => `${ownWords(6)} https://s${at}.${name}.test/${at}`

test('a name that several new accounts of several networks link to is held, and stays suspect', async () => {
  for (let nth = 0; nth < 3; nth += 1)
    assert.equal(await heldFor(await number(say({ body: linkTo('liens', nth) }))), null)
  const fourth = await number(say({ body: linkTo('liens', 4) }))
  assert.deepEqual(await heldFor(fourth), ['new-account', 'link', 'linked-domain'])
  assert.equal(
    (await heldFor(await number(say({ body: linkTo('liens', 5) }))))?.at(-1),
    'linked-domain',
  )
  const room = elsewhere()
  for (let nth = 0; nth < 6; nth += 1)
    assert.equal(
      await heldFor(await number(say({ body: linkTo('salle', nth) }, { from: room }))),
      null,
      'one room',
    )
  await release(world, maud, fourth)
  assert.equal(
    await heldFor(await number(say({ body: linkTo('liens', 6) }))),
    null,
    'published: cited by then',
  )
})

test('a moderator who publishes what was held teaches: the account, and the words', async () => {
  const as = await somebody()
  const first = await number(say({ website: 'x' }, { as }))
  await release(world, maud, first)
  assert.equal(await heldFor(await number(say({ website: 'x' }, { as }))), null)
  const body = ownWords()
  for (let nth = 0; nth < 3; nth += 1) await say({ body })
  const held = await number(say({ body }))
  assert.deepEqual(await heldFor(held), ['new-account', 'campaign-text'])
  await release(world, maud, held)
  assert.equal(await heldFor(await number(say({ body }))), null)
})

test('who was held before and is held by nothing else is read once more; a refusal is remembered', async () => {
  const as = await somebody()
  for (let nth = 0; nth < 2; nth += 1)
    await withhold(world, maud, await number(say({ website: 'x' }, { as })))
  const { rows } = await sql<{
    pattern: string
  }>`select pattern from spam_post order by at desc limit 1`.execute(world.db)
  assert.equal(rows[0]?.pattern, 'signs:hidden-field')
  const body = ownWords()
  await say({ body })
  assert.deepEqual(await heldFor(await number(say({ body, key: openedAgo(2000) }, { as }))), [
    'too-fast',
    'new-account',
    'held-before',
    'copied-text',
  ])
})

test('a new version and a reply go through the same', async () => {
  const as = await somebody()
  const said = await number(say({ body: 'D’abord.' }, { as }))
  const reply = { path: `/fr/contributions/${said}/replies` }
  assert.notEqual(await heldFor(await number(say({ website: 'x' }, reply))), null)
  const revision = { path: `/fr/contributions/${said}/revisions`, as }
  const form = { revision: '1', body: 'Ensuite.', website: 'x' }
  assert.equal((await say(form, revision)).status, 303)
  assert.deepEqual(await heldFor(said), ['hidden-field', 'new-account'])
})

test('to the address on a flag that a program sent nothing is mailed before somebody has read it', async () => {
  const said = await number(say({ body: 'Une remarque signalée.' }))
  const sent = await flag(world, said, { ...flagger, email: 'victime@example.org', website: 'x' })
  const page = sent.headers.get('Location') ?? ''
  assert.match(page, /mailed=later$/)
  assert.match(await textOf(world.get(page)), /une personne le lit avant qu’un message parte/)
  assert.deepEqual(await readMails(world, 'victime@example.org'), [])
  const deciding = `/fr/workshop/contributions/${said}/moderation`
  assert.match(await textOf(world.get(deciding, maud)), /un champ invisible a été rempli/)
  assert.notEqual(await waitingOn(world, said), '', 'it is received')
  const plain = await flag(world, said, { ...flagger, email: 'lea@example.org' })
  assert.match(plain.headers.get('Location') ?? '', /mailed=1$/)
  assert.equal((await readMails(world, 'lea@example.org')).length, 1)
})

const later = (days: number) => new Date(Date.now() + days * 24 * 3600 * 1000)

test('networks go with the day, and what posts are compared with after its time', async () => {
  const { db } = world
  await say({ body: `${ownWords()} https://un.lien.test/` })
  const count = async (where: string) => {
    const { rows } = await sql<{ count: number }>`select count(*)::integer as count
      from spam_post where ${sql.raw(where)}`.execute(db)
    return rows[0]?.count ?? 0
  }
  const all = await count('true')
  assert.ok((await count('network is not null')) > 0)
  await forgetPosts(db, later(1), usualPeriods)
  assert.deepEqual([await count('network is not null'), await count('true')], [0, all])
  assert.deepEqual(await db.selectFrom('network_salt').select('day').execute(), [])
  const { rows } = await sql`select from spam_link where network is not null`.execute(db)
  assert.equal(rows.length, 0)
  await forgetPosts(db, later(usualPeriods.compared + 1), usualPeriods)
  for (const table of ['spam_post', 'spam_shingle', 'spam_link', 'spam_domain'] as const)
    assert.equal((await sql`select from ${sql.table(table)}`.execute(db)).rows.length, 0, table)
})
