import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { makeDigests, tellAnswer } from '../src/notices/index.ts'
import { runJobs } from '../src/platform/jobs/run-jobs.ts'
import { sendMail } from '../src/platform/mail/send-mail.ts'
import { openSmtp } from '../src/platform/mail/transport.ts'
import { askErasure, eraseBy, inDays } from './erase.ts'
import { headerOf, startMailServer } from './mail-server.ts'
import { jobsOf } from './mail-jobs.ts'
import { daysLater, digestsOf, doJobs, follow, mailsOf, monday, setting } from './notices-world.ts'
import { contextAt } from './run-task.ts'
import { openSignInWorld, type SignInWorld } from './sign-in-world.ts'
import { publish, type Somebody } from './take-part.ts'
import { origin } from './world.ts'

let world: SignInWorld
let ada: { cookie: string }
let bob: { cookie: string }
let iris: Somebody
let camille: Somebody
before(async () => {
  world = await openSignInWorld()
  ada = await world.enter('ada@example.org', 'Ada')
  bob = await world.enter('bob@example.org', 'Bob')
  iris = await world.person({ name: 'Iris' })
  camille = await world.person({ name: 'Camille', role: 'rapporteur' })
})
after(() => world.close())

const say = (as: { cookie: string }, body: string) => publish(world, { ...iris, ...as }, { body })

async function answer(numbers: readonly number[]): Promise<void> {
  const sent = await world.post(
    '/fr/workshop/reports/petite-loi/answers',
    [
      ...numbers.map((number): [string, string] => ['c', String(number)]),
      ...numbers.map((number): [string, string] => ['revision', `${number}.1`]),
      ['decision', 'noted'],
      ['reason', 'Nous l’avons noté.'],
    ],
    camille,
  )
  assert.equal(sent.status, 303, await sent.text())
}

const answersTo = async (email: string) =>
  (await mailsOf(world, email)).filter(({ subject = '' }) => /a répondu/.test(subject))

test('of a group that is answered together each author has one mail, once, whatever happens to the job', async () => {
  const numbers = [
    await say(ada, 'Une.'),
    await say(ada, 'Deux.'),
    await say(bob, 'Trois.'),
    await say(iris, 'Quatre.'),
  ]
  await answer(numbers)
  assert.equal((await answersTo('ada@example.org')).length, 0, 'not before it is sealed')
  await doJobs(world)
  const [mail, ...others] = await answersTo('ada@example.org')
  assert.equal(others.length, 0)
  assert.match(mail?.subject ?? '', /2 de vos contributions|2 contributions/)
  for (const number of numbers.slice(0, 2))
    assert.match(mail?.text ?? '', new RegExp(`/c/${number}$`, 'm'))
  assert.doesNotMatch(mail?.text ?? '', new RegExp(`/c/${numbers[2]}$`, 'm'))
  assert.match(String(mail?.html), /Nous l’avons noté/)
  assert.equal((await answersTo('bob@example.org')).length, 1)

  const { id } = await world.db.selectFrom('answer').select('id').executeTakeFirstOrThrow()
  const payload = { reportId: world.report.id, answerId: id, madeTogether: [] }
  await tellAnswer(contextAt(world, new Date()), payload)
  await Promise.all([1, 2].map(() => tellAnswer(contextAt(world, new Date()), payload)))
  assert.equal((await answersTo('ada@example.org')).length, 1)
})

test('whoever does not want it at once has the answer with what else is new', async () => {
  await setting(world, bob, { answers: '0' })
  await setting(world, ada)
  const numbers = [await say(ada, 'Cinq.'), await say(bob, 'Six.')]
  const before = [
    (await answersTo('ada@example.org')).length,
    (await answersTo('bob@example.org')).length,
  ] as const
  await answer(numbers)
  await doJobs(world)
  assert.equal((await answersTo('ada@example.org')).length, before[0] + 1)
  assert.equal((await answersTo('bob@example.org')).length, before[1])
  await makeDigests(contextAt(world, monday))
  const [digest] = await digestsOf(world, 'bob@example.org')
  assert.match(digest?.text ?? '', new RegExp(`contributions/${numbers[1]}$`, 'm'))
  assert.match(digest?.text ?? '', /La rédaction a répondu/)
  assert.equal((await digestsOf(world, 'ada@example.org')).length, 0, 'told at once')
})

test('two workers that make digests at the same moment make one', async () => {
  await setting(world, ada)
  await follow(world, ada, 'report', 'petite-loi')
  await say(iris, 'Pour tout le monde.')
  const at = daysLater(1)
  await Promise.all([1, 2, 3].map(() => makeDigests(contextAt(world, at))))
  assert.equal((await digestsOf(world, 'ada@example.org')).length, 1)
  const rows = await world.db
    .selectFrom('notice')
    .select(['person_id', 'day'])
    .where('day', 'is not', null)
    .execute()
  assert.equal(new Set(rows.map((row) => JSON.stringify(row))).size, rows.length)
})

test('a digest that a crash interrupts is made whole afterwards, and sent with one Message-ID', async (t) => {
  await setting(world, ada)
  await follow(world, ada, 'report', 'petite-loi')
  await say(iris, 'Avant la panne.')
  const at = daysLater(2)
  const before = (await digestsOf(world, 'ada@example.org')).length
  const dying = world.db.startTransaction()
  const tx = await dying.execute()
  await makeDigests({ ...contextAt(world, at), db: tx })
  await tx.rollback().execute()
  assert.equal((await digestsOf(world, 'ada@example.org')).length, before)
  await makeDigests(contextAt(world, at))
  const mails = await digestsOf(world, 'ada@example.org')
  assert.equal(mails.length, before + 1)

  const server = await startMailServer(t)
  const transport = openSmtp(server.url)
  let killed = false
  const dies: typeof transport = {
    ...transport,
    deliver: async (...sent) => {
      const delivered = await transport.deliver(...sent)
      if (killed) return delivered
      killed = true
      throw new Error('killed before it could say so')
    },
  }
  const jobs = { ...jobsOf(world, dies), tasks: { 'mail.send': { run: sendMail } } }
  await runJobs(jobs)
  for (let round = 0; round < 3; round += 1) {
    await sql`update graphile_worker._private_jobs set run_at = now() - interval '1 minute'`.execute(
      world.db,
    )
    await runJobs(jobs)
  }
  transport.close()
  const ids = server.received.map(({ bytes }) => headerOf(bytes, 'Message-ID'))
  const repeated = ids.find((id, place) => ids.indexOf(id) !== place)
  const [one, other] = server.received.filter(
    ({ bytes }) => headerOf(bytes, 'Message-ID') === repeated,
  )
  assert.ok(one && other)
  assert.deepEqual(one.bytes, other.bytes)
  assert.equal(new Set(ids).size, ids.length - 1)
})

async function erase(as: { cookie: string }): Promise<void> {
  assert.equal((await askErasure(world, as)).status, 303)
  await eraseBy(world, inDays(8))
}

/** As a mail program asks it: from no page, without a cookie (RFC 8058). */
const oneClick = (path: string, cookie = '') =>
  world.app.request(`${origin}${path}`, {
    method: 'POST',
    headers: { Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  })

let told = 0

/** A digest for somebody new who follows the report, as it is received, and whoever it is for. */
async function receiveDigest(name: string) {
  const email = `${name.toLowerCase()}@example.org`
  const reader = await world.enter(email, name)
  await setting(world, reader)
  await follow(world, reader, 'report', 'petite-loi')
  await publish(world, await world.person({ name: `Voix ${name}` }), {})
  await makeDigests(contextAt(world, daysLater(10 + (told += 1))))
  const mail = (await digestsOf(world, email)).at(-1)
  const headerLine = (header: string) =>
    mail?.headerLines.find(({ key }) => key === header)?.line ?? ''
  return { reader, text: mail?.text ?? '', headerLine }
}

async function cadenceOf(name: string) {
  const row = await world.db
    .selectFrom('notice_setting')
    .innerJoin('person', 'person.id', 'person_id')
    .select('cadence')
    .where('display_name', '=', name)
    .executeTakeFirst()
  return row?.cadence
}

test('a mail program ends digests in one step, without a session, and signs nobody in', async () => {
  const { headerLine } = await receiveDigest('Uma')
  assert.match(headerLine('list-unsubscribe-post'), /: List-Unsubscribe=One-Click$/)
  const path = /<http:\/\/vivace\.test([^>]+)>/.exec(headerLine('list-unsubscribe'))?.[1] ?? ''
  const page = await (await world.get(path)).text()
  assert.match(page, /<form method="post"><button type="submit">Ne plus recevoir les nouveautés/)
  assert.equal(await cadenceOf('Uma'), 'daily', 'looking ends nothing')
  for (const _ of [1, 2]) {
    const ended = await oneClick(path)
    assert.equal(ended.status, 200)
    assert.equal(ended.headers.get('Set-Cookie'), null)
    assert.match(await ended.text(), /Vous ne recevrez plus les nouveautés/)
    assert.equal(await cadenceOf('Uma'), 'none')
  }
  assert.match(await (await world.get(path)).text(), /Vous ne recevrez plus/)
})

test('a forged link ends nothing, and other forms still need their page', async () => {
  const { reader, headerLine } = await receiveDigest('Vera')
  const path = /<http:\/\/vivace\.test([^>]+)>/.exec(headerLine('list-unsubscribe'))?.[1] ?? ''
  const others = await receiveDigest('Wanda')
  const forged = path.replace(/d(\d+)/, (_, id) => `d${Number(id) + 1}`)
  for (const other of [forged, `${path}x`, path.replace('/d', '/a'), '/fr/unsubscriptions/d1.'])
    assert.equal((await oneClick(other)).status, 404, other)
  assert.deepEqual([await cadenceOf('Vera'), await cadenceOf('Wanda')], ['daily', 'daily'])
  assert.ok(others.text)
  const elsewhere = await oneClick('/fr/account/notices/end', reader.cookie)
  assert.equal(elsewhere.status, 403)
})

test('a link of a mail ends one subscription, and is of no use once that has ended or its person is erased', async () => {
  const { reader, text } = await receiveDigest('Xenia')
  const path = /vivace\.test(\/fr\/unsubscriptions\/s\S+)/.exec(text)?.[1] ?? ''
  const id = Number(/\/s(\d+)\./.exec(path)?.[1])
  const count = async () =>
    (await world.db.selectFrom('subscription').select('id').where('id', '>=', id).execute()).length
  assert.match(await (await world.get(path)).text(), /Vous ne suivrez plus le rapport «/)
  assert.equal((await oneClick(path)).status, 200)
  assert.equal(await count(), 0)
  await follow(world, reader, 'report', 'petite-loi')
  assert.equal((await oneClick(path)).status, 200)
  assert.equal(await count(), 1, 'followed anew it is another')
  await erase(reader)
  assert.equal((await oneClick(path)).status, 200)
  assert.equal(await count(), 0)
})

test('nobody follows whoever is erased', async () => {
  const zack = await world.enter('zack@example.org', 'Zack')
  const number = await say(zack, 'Je pars.')
  const zoe = await world.enter('zoe@example.org', 'Zoé')
  await follow(world, zoe, 'person', number)
  const rows = () =>
    world.db.selectFrom('subscription').select('id').where('kind', '=', 'person').execute()
  assert.equal((await rows()).length, 1)
  await erase(zack)
  assert.equal((await rows()).length, 0)
  const again = await world.post(
    '/fr/account/subscriptions',
    [
      ['kind', 'person'],
      ['id', String(number)],
    ],
    zoe,
  )
  assert.equal(again.status, 404)
})
