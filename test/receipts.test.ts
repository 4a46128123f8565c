import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { simpleParser } from 'mailparser'
import { z } from 'zod'
import { completeReceipt } from '../src/contributions/receipt-store.ts'
import { verifyRecord } from '../src/editions/index.ts'
import { hashEntry, hashPayload } from '../src/journal/entry.ts'
import { readReceipts as readFile } from '../src/journal/index.ts'
import { lockSealing } from '../src/journal/store.ts'
import { tasks } from '../src/jobs.ts'
import { enqueue } from '../src/platform/jobs/enqueue.ts'
import { runJobs } from '../src/platform/jobs/run-jobs.ts'
import { openSmtp } from '../src/platform/mail/transport.ts'
import { jobsOf } from './mail-jobs.ts'
import { startMailServer, type MailServer } from './mail-server.ts'
import { openSignInWorld, type SignInWorld } from './sign-in-world.ts'
import { countRows, formOf, newKey, numberIn, reportPath, statusOf, textOf } from './take-part.ts'
import { untilItWaits } from './wait-for-lock.ts'

let world: SignInWorld
let server: MailServer
let ines: { cookie: string }
let closeServer = async () => {}
before(async () => {
  world = await openSignInWorld()
  server = await startMailServer({ after: (act) => void (closeServer = act) })
  ines = await world.enter('ines@example.org', 'Inès')
  await work()
  server.received.length = 0
})
after(async () => {
  await closeServer()
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

/** Does every job that waits. */
async function work(): Promise<void> {
  const transport = openSmtp(server.url)
  await runJobs({ ...jobsOf(world, transport), tasks })
  transport.close()
}

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const document = z.strictObject({
  format: z.literal('vivace-receipt-1'),
  sequence: z.number().int(),
  at: z.iso.datetime(),
  role: z.string(),
  actor: z.string(),
  action: z.string(),
  object: z.string(),
  payload: z.string(),
  salt: hash,
  previous: hash,
  entry: hash,
  head: z.strictObject({ sequence: z.number().int(), hash }),
})
type Document = z.output<typeof document>

const bytes = (text: string) => Buffer.from(text, 'hex')

/** The hash of the entry, from nothing but what the receipt says. */
function rehash({ at, payload, salt, previous, ...entry }: Document): string {
  return hashEntry({
    ...entry,
    at: new Date(at),
    payloadSha256: hashPayload(bytes(salt), payload),
    previousSha256: bytes(previous),
  }).toString('hex')
}

async function publish(body: string): Promise<number> {
  const form = formOf({ body })
  return numberIn(await world.post(`${reportPath}/contributions`, form, ines))
}

const receiptOf = (number: number, as: { cookie: string } | undefined = ines) =>
  world.get(`/fr/contributions/${number}/receipt`, as)
const readReceipts = async (number: number) =>
  z
    .array(document)
    .parse(await (await world.get(`/fr/contributions/${number}/receipt.json`, ines)).json())

test('a receipt is being sealed, then complete, and proves that the act is in the chain', async () => {
  const number = await publish('À prouver.')
  assert.match(await textOf(receiptOf(number)), /En train d’être scellé/)
  await world.seal()
  const shown = await textOf(receiptOf(number))
  assert.doesNotMatch(shown, /En train/)
  const [receipt, ...others] = await readReceipts(number)
  assert.ok(receipt)
  assert.equal(others.length, 0)
  assert.equal(rehash(receipt), receipt.entry)
  assert.notEqual(rehash({ ...receipt, object: 'contribution/0' }), receipt.entry)
  assert.ok(shown.includes(`vivace verify --receipt vivace-${number}.json</code>`))
  assert.ok(shown.includes(`${receipt.head.sequence}:${receipt.head.hash}`))
  assert.deepEqual(
    [receipt.action, receipt.object],
    ['contribution.published', `contribution/${number}`],
  )
  const inChain = async (sequence: number) =>
    (
      await world.db
        .selectFrom('journal_entry')
        .select('entry_sha256')
        .where('sequence', '=', sequence)
        .executeTakeFirstOrThrow()
    ).entry_sha256?.toString('hex')
  assert.equal(await inChain(receipt.sequence), receipt.entry)
  assert.equal(await inChain(receipt.head.sequence), receipt.head.hash)
  assert.ok(receipt.head.sequence >= receipt.sequence)
  assert.match(await textOf(world.get('/fr/journal')), new RegExp(receipt.entry.slice(0, 12)))
})

test('the head that was handed out stays, whatever is sealed afterwards', async () => {
  const number = await publish('La tête reste.')
  await world.seal()
  const before = await readReceipts(number)
  await publish('Plus tard.')
  await world.seal()
  assert.deepEqual(await readReceipts(number), before)
  const many = await Promise.all([1, 2, 3, 4].map(() => readReceipts(number)))
  for (const again of many) assert.deepEqual(again, before)
})

test('asked for at once the first time, a receipt says the same to everyone who asks', async () => {
  const number = await publish('Tous à la fois.')
  await world.seal()
  const asked = await Promise.all(Array.from({ length: 8 }, () => readReceipts(number)))
  assert.equal(new Set(asked.map((receipts) => JSON.stringify(receipts))).size, 1)
})

test('a head that is written down is never written over', async () => {
  const number = await publish('Une fois pour toutes.')
  await world.seal()
  const [receipt] = await readReceipts(number)
  const { entry_id: entryId } = await world.db
    .selectFrom('receipt')
    .select('entry_id')
    .where('contribution_number', '=', number)
    .executeTakeFirstOrThrow()
  await completeReceipt(world.db, entryId, { sequence: 1, sha256: Buffer.alloc(32, 9) })
  assert.deepEqual(await readReceipts(number), [receipt])
})

test('each act has its receipt, and each names the one it follows', async () => {
  const number = await publish('Trois actes.')
  const revision: [string, string][] = [
    ['revision', '1'],
    ['body', 'Trois actes, dont celui-ci.'],
    ['key', newKey()],
    ['step', 'publish'],
  ]
  await world.post(`/fr/contributions/${number}/revisions`, revision, ines)
  await world.post(`/fr/contributions/${number}/withdrawal`, [], ines)
  await world.seal()
  const receipts = await readReceipts(number)
  assert.deepEqual(
    receipts.map(({ action }) => action),
    ['contribution.published', 'contribution.revised', 'contribution.withdrawn'],
  )
  for (const receipt of receipts) assert.equal(rehash(receipt), receipt.entry)
  assert.match(await textOf(receiptOf(number)), /Publication[^]*Modification[^]*Retrait/)
})

test('a receipt is for whoever acted, and for nobody else', async () => {
  const number = await publish('Mon reçu.')
  const yann = await world.person({ name: 'Yann' })
  const camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  for (const path of ['receipt', 'receipt.json']) {
    const address = `/fr/contributions/${number}/${path}`
    assert.equal(await statusOf(world.get(address, yann)), 404)
    assert.equal(await statusOf(world.get(address, camille)), 404)
    assert.equal(await statusOf(world.get(address)), 303)
  }
})

test('the receipt is mailed once, complete, however often the form and the job come', async () => {
  await work()
  server.received.length = 0
  const form = formOf({ body: 'Un seul courriel.' })
  const send = () => world.post(`${reportPath}/contributions`, form, ines)
  const [number = 0] = (await Promise.all([send(), send(), send()])).map(numberIn)
  const { entry_id: entryId } = await world.db
    .selectFrom('receipt')
    .select('entry_id')
    .where('contribution_number', '=', number)
    .executeTakeFirstOrThrow()
  await enqueue(world.db, 'contributions.send-receipt', { entryId })
  await work()
  await enqueue(world.db, 'contributions.send-receipt', { entryId })
  await work()
  assert.equal(server.received.length, 1)
  const [mail] = server.received
  assert.deepEqual(mail?.to, ['ines@example.org'])
  const { subject, text = '' } = await simpleParser(mail?.bytes ?? '')
  assert.match(subject ?? '', new RegExp(`n°\\s${number} est publiée`, 'u'))
  const mailed = document.parse(JSON.parse(/^\{[^]*^\}/m.exec(text)?.[0] ?? ''))
  assert.deepEqual([mailed], await readReceipts(number))
  const read = readFile(Buffer.from(text))
  assert.deepEqual(read, { ok: true, receipts: [mailed] }, 'the saved text of the mail is read')
  assert.doesNotMatch(text, /Un seul courriel/, 'the words are not in it')
})

test('the receipt of an entry that another process is about to seal waits for it, and is mailed at once', async () => {
  await work()
  server.received.length = 0
  await publish('Pendant un autre scellement.')
  let working = Promise.resolve()
  await world.db.transaction().execute(async (tx) => {
    assert.equal(await lockSealing(tx), true)
    working = work()
    await untilItWaits(world.db, working)
  })
  await working
  assert.equal(server.received.length, 1)
})

test('without an address there is a receipt, and no mail', async () => {
  const yann = await world.person({ name: 'Yann' })
  const mails = await countRows(world, 'mail')
  const form = formOf({ body: 'Sans adresse.' })
  const number = numberIn(await world.post(`${reportPath}/contributions`, form, yann))
  await work()
  assert.equal(await countRows(world, 'mail'), mails)
  assert.doesNotMatch(await textOf(receiptOf(number, yann)), /En train/)
})
