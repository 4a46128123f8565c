import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { simpleParser } from 'mailparser'
import { enqueue } from '../src/platform/jobs/enqueue.ts'
import { runJobs } from '../src/platform/jobs/run-jobs.ts'
import { composeMail } from '../src/platform/mail/compose-mail.ts'
import { isMailAddress } from '../src/platform/mail/mail.ts'
import { queueMail, queueMails } from '../src/platform/mail/queue-mail.ts'
import { deriveMailKey, seal, unseal } from '../src/platform/mail/seal.ts'
import { openSmtp } from '../src/platform/mail/transport.ts'
import { createTestDatabase } from './database.ts'
import { jobsOf, mail, mailing } from './mail-jobs.ts'
import { headerOf, startMailServer } from './mail-server.ts'

type Database = Awaited<ReturnType<typeof createTestDatabase>>
let database: Database
before(async () => (database = await createTestDatabase()))
after(() => database.drop())
beforeEach(async () => {
  await sql`truncate mail; truncate graphile_worker._private_jobs`.execute(database.db)
})

const now = new Date('2026-03-01T10:00:00.000Z')
const identity = { id: '6a8f0c5e-0000-4000-8000-000000000000', now }
const rows = () => database.db.selectFrom('mail').selectAll().execute()
const jobs = async () =>
  (
    await sql<{ last_error: string | null }>`select * from graphile_worker.jobs`.execute(
      database.db,
    )
  ).rows

/** All jobs that wait are due now, however often they failed. */
async function hurry(): Promise<void> {
  await sql`update graphile_worker._private_jobs set run_at = now()`.execute(database.db)
}

async function sendThrough(server: { url: string }): Promise<void> {
  const transport = openSmtp(server.url)
  await runJobs(jobsOf(database, transport))
  transport.close()
}

test('what turns the direction of the words around it does not leave in a mail', async (t) => {
  const server = await startMailServer(t)
  const text = 'Un mot\u202e tourné\u2066 : \u0645\u062f\u064a\u0646\u0629.'
  await queueMail(database.db, mailing, { ...mail, subject: 'De \u202eNour', text }, now)
  await sendThrough(server)
  const parsed = await simpleParser(server.received[0]?.bytes ?? '')
  assert.equal(parsed.subject, 'De Nour')
  assert.equal(parsed.text?.trim(), 'Un mot tourné : \u0645\u062f\u064a\u0646\u0629.')
})

test('a mail reaches its reader whole, and once, however often the job is done', async (t) => {
  const server = await startMailServer(t)
  await queueMail(database.db, mailing, mail, now)
  await sendThrough(server)
  const [row] = await rows()
  await enqueue(database.db, 'mail.send', { id: row?.id ?? 0 })
  await sendThrough(server)

  const [received, ...others] = server.received
  assert.ok(received)
  assert.equal(others.length, 0)
  assert.deepEqual(received.to, ['nour@example.org'])
  const parsed = await simpleParser(received.bytes)
  assert.equal(parsed.subject, mail.subject)
  assert.equal(parsed.text, mail.text)
  assert.equal(parsed.messageId, row?.message_id)
  assert.match(parsed.messageId ?? '', /^<[0-9a-f-]{36}@vivace\.test>$/)
  assert.equal(parsed.date?.toISOString(), now.toISOString())
  assert.equal(headerOf(received.bytes, 'Content-Language'), 'fr')
  assert.equal(headerOf(received.bytes, 'Auto-Submitted'), 'auto-generated')
  assert.match(headerOf(received.bytes, 'Content-Type'), /^multipart\/alternative;/)
  assert.equal(
    received.bytes.toString().match(/^Content-Type: text\/(plain|html); charset=utf-8\r$/gm)
      ?.length,
    2,
  )
  assert.match(String(parsed.html), /<p>voici le lien secret :<br>/)
})

test('before it is sent nobody reads it in the database, and afterwards nothing is left of it', async (t) => {
  const server = await startMailServer(t, { recipients: [451] })
  await queueMail(database.db, mailing, mail, now)
  await sendThrough(server)
  const waiting = await everythingIn(database)
  for (const secret of ['nour', 'example.org', 'xyzzy', 'Bonjour', 'Votre clé'])
    assert.ok(!waiting.includes(secret), `${secret} stands in clear`)
  for (const secret of ['nour@example.org', 'xyzzy'])
    assert.ok(!waiting.includes(Buffer.from(secret).toString('hex')), `${secret} stands in bytes`)
  assert.match((await jobs())[0]?.last_error ?? '', /did not take the mail: 451/)

  await hurry()
  await sendThrough(server)
  const [row] = await rows()
  assert.equal(row?.content, null)
  assert.ok(row.sent_at)
})

test('a mail that was taken just before the job was killed is sent again with the same bytes', async (t) => {
  const server = await startMailServer(t)
  await queueMail(database.db, mailing, mail, now)
  const transport = openSmtp(server.url)
  const killed: typeof transport = {
    ...transport,
    async deliver(...sent) {
      await transport.deliver(...sent)
      throw new Error('killed before it could say so')
    },
  }
  await runJobs(jobsOf(database, killed))
  transport.close()
  assert.equal((await rows())[0]?.sent_at, null)
  await hurry()
  await sendThrough(server)
  const [first, second] = server.received
  assert.ok(first && second && server.received.length === 2)
  assert.deepEqual(second.bytes, first.bytes)
})

test('a server that is busy is asked again later', async (t) => {
  const server = await startMailServer(t, { recipients: [451, 'accepted'] })
  await queueMail(database.db, mailing, mail, now)
  await sendThrough(server)
  assert.equal(server.received.length, 0)
  assert.equal((await rows())[0]?.sent_at, null)
  await hurry()
  await sendThrough(server)
  assert.equal(server.received.length, 1)
  assert.equal((await jobs()).length, 0)
})

test('of many mails one that is not taken keeps no other waiting, and none is sent twice', async (t) => {
  const server = await startMailServer(t, { recipients: [451] })
  const many = ['ada', 'bob', 'zoe'].map((name) => ({ ...mail, to: `${name}@example.org` }))
  await queueMails(database.db, mailing, many, now)
  assert.equal((await jobs()).length, 1)
  await sendThrough(server)
  assert.deepEqual(
    server.received.map(({ to }) => to[0]),
    ['bob@example.org', 'zoe@example.org'],
  )
  await hurry()
  await sendThrough(server)
  assert.deepEqual(server.received.map(({ to }) => to[0]).slice(2), ['ada@example.org'])
  assert.equal((await jobs()).length, 0)
})

test('no server at all is a reason to try again', async () => {
  await queueMail(database.db, mailing, mail, now)
  await sendThrough({ url: 'smtp://127.0.0.1:1' })
  const [row] = await rows()
  assert.deepEqual([row?.sent_at, row?.failed_at], [null, null])
  assert.match((await jobs())[0]?.last_error ?? '', /no answer/)
})

test('an address that the server does not know is given up at once, and said', async (t) => {
  const server = await startMailServer(t, { recipients: [550] })
  await queueMail(database.db, mailing, mail, now)
  await sendThrough(server)
  const [row] = await rows()
  assert.deepEqual([row?.failure_code, row?.content, row?.sent_at], [550, null, null])
  assert.ok(row?.failed_at)
  assert.equal((await jobs()).length, 0)
})

test('after the last attempt nothing is kept of a mail that could not be sent', async (t) => {
  const server = await startMailServer(t, { recipients: [451] })
  await queueMail(database.db, mailing, mail, now)
  await sql`update graphile_worker._private_jobs set max_attempts = 1`.execute(database.db)
  await sendThrough(server)
  const [row] = await rows()
  assert.deepEqual([row?.failure_code, row?.content], [451, null])
})

test('an act that is rolled back sends nothing', async (t) => {
  const server = await startMailServer(t)
  const act = database.db.transaction().execute(async (tx) => {
    await queueMail(tx, mailing, mail, now)
    throw new Error('the act is refused')
  })
  await assert.rejects(act, /refused/)
  await sendThrough(server)
  assert.equal(server.received.length, 0)
  assert.deepEqual([await rows(), await jobs()], [[], []])
})

test('nothing that is typed into a subject makes a header of its own', async () => {
  const subject =
    'Réponse\r\nBcc: everybody@example.org\n\nX: y\u0085z "Nour" <a@b.test>, =?utf-8?q?x?='
  const { bytes } = await composeMail(mailing, { ...mail, subject }, identity)
  const parsed = await simpleParser(bytes)
  assert.deepEqual([...parsed.headers.keys()].toSorted(), [
    'auto-submitted',
    'content-language',
    'content-type',
    'date',
    'from',
    'message-id',
    'mime-version',
    'subject',
    'to',
  ])
  assert.match(parsed.subject ?? '', /^Réponse Bcc: everybody@example\.org X: y/)
  assert.equal(headerOf(bytes, 'To'), 'nour@example.org')
  assert.equal(headerOf(bytes, 'Bcc'), '')
})

test('only one plain address is written to', async () => {
  const bad = [
    'a@b.test\r\nBcc: c@d.test',
    'a@b.test, c@d.test',
    '"Nour\r\n" <a@b.test>',
    'Nour <a@b.test>',
    'a@b@c.test',
    'undisclosed:a@b.test;',
    'a\u2028@b.test',
    '',
  ]
  for (const to of bad) {
    assert.equal(isMailAddress(to), false, to)
    await assert.rejects(composeMail(mailing, { ...mail, to }, identity), /not the address/)
  }
  for (const to of ["o'neil+tag@example.org", 'a@localhost', 'élodie@exemple.fr'])
    assert.equal(isMailAddress(to), true, to)
})

test('what is sealed opens with the same key under the same label, and not otherwise', () => {
  const key = deriveMailKey('a secret')
  const sealed = seal(key, 'one', Buffer.from('text'))
  assert.equal(unseal(key, 'one', sealed).toString(), 'text')
  assert.throws(() => unseal(key, 'two', sealed))
  assert.throws(() => unseal(deriveMailKey('another'), 'one', sealed))
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1
  assert.throws(() => unseal(key, 'one', sealed))
  assert.notDeepEqual(seal(key, 'one', Buffer.from('text')), seal(key, 'one', Buffer.from('text')))
})

/** What somebody who may read the database finds about mails. */
async function everythingIn({ db }: Database): Promise<string> {
  const { rows } = await sql<{ line: string }>`
    select mail::text as line from mail union all
    select jobs::text from graphile_worker._private_jobs as jobs`.execute(db)
  return rows.map((row) => row.line).join('\n')
}
