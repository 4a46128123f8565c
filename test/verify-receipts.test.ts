import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { verifyRecord } from '../src/editions/index.ts'
import { readReceipts, type Receipt } from '../src/journal/index.ts'
import type { Db } from '../src/platform/db/connect.ts'
import { finish, runVivace, settingsFor, spawnVivace } from './run-vivace.ts'
import { removeWholly, rewriteWords, say, unguard, verifyAfterwards } from './tamper.ts'
import { publish, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

let world: World
let nour: Somebody
let folder: string
let receipt: Receipt
const numbers = { earlier: 0, mine: 0, between: 0, later: 0 }
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vivace-receipts-'))
  world = await openWorld()
  nour = await world.person({ name: 'Nour' })
  numbers.earlier = await publish(world, nour, { body: 'Avant.' })
  numbers.mine = await publish(world, nour, { body: 'À prouver.' })
  numbers.between = await publish(world, nour, { body: 'Avant la tête.' })
  await world.seal()
  receipt = await receiptOf(numbers.mine)
  numbers.later = await publish(world, nour, { body: 'Après la tête.' })
  await world.seal()
})
after(async () => {
  await world.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  const { findings, proofs } = await verifyRecord(world.db, new Date(), null, [receipt])
  assert.deepEqual({ findings, proofs }, { findings: [], proofs: [{ receipt, erased: false }] })
})

const download = async (number: number) =>
  new Uint8Array(
    await (await world.get(`/fr/contributions/${number}/receipt.json`, nour)).arrayBuffer(),
  )

async function receiptOf(number: number): Promise<Receipt> {
  const read = readReceipts(await download(number))
  assert.ok(read.ok)
  const [first] = read.receipts
  assert.ok(first)
  return first
}

/** Without a receipt nothing is found; with it, this. */
async function findsByReceiptAlone(tamper: (tx: Db) => Promise<void>, ...expected: string[]) {
  assert.deepEqual(say((await verifyAfterwards(world, tamper)).findings), [], 'a clean record')
  const { findings, proofs } = await verifyAfterwards(world, tamper, [receipt])
  assert.deepEqual(say(findings), expected)
  assert.equal(proofs.length, expected.length === 0 ? 1 : 0)
}

const cutOff =
  (...gone: number[]) =>
  async (tx: Db) => {
    for (const number of gone) await removeWholly(tx, number)
  }

/** Verifies it with the receipt after that one change of its owner's. */
const verifyAfter = (statement: string) =>
  verifyAfterwards(world, async (tx) => void (await sql.raw(statement).execute(tx)), [receipt])

const found = (problem: string) => `receipt entry/${receipt.sequence}: ${problem}`
const rewrite = (number: number) => (tx: Db) => rewriteWords(tx, number, 'Récrit.')

test('a journal rewritten with its whole chain is found by a receipt, and by nothing else', async () => {
  await findsByReceiptAlone(rewrite(numbers.mine), found('entry-rewritten'))
  await findsByReceiptAlone(rewrite(numbers.earlier), found('rewritten-before'))
  await findsByReceiptAlone(rewrite(numbers.between), found('rewritten-up-to-head'))
})

test('what comes after the head that a receipt was given with is not proved by it', async () => {
  await findsByReceiptAlone(rewrite(numbers.later))
  await findsByReceiptAlone(cutOff(numbers.later))
})

test('an end cut off with all that it speaks of is found, as far as the receipt knows of it', async () => {
  const { later, between, mine, earlier } = numbers
  await findsByReceiptAlone(cutOff(later, between), found('head-missing'))
  await findsByReceiptAlone(cutOff(later, between, mine), found('entry-missing'))
  // Something else moves up into its place.
  await findsByReceiptAlone(cutOff(mine), found('entry-rewritten'))
  await findsByReceiptAlone(cutOff(earlier), found('entry-rewritten'))
})

test('a receipt whose words, hashes or head were changed does not hold in itself', async () => {
  const forged: Partial<Receipt>[] = [
    { action: 'contribution.withdrawn' },
    { object: 'contribution/1000' },
    { role: 'operator' },
    { actor: 'somebody-else' },
    { at: '2020-01-01T00:00:00.000Z' },
    { payload: receipt.payload.replace('remark', 'question') },
    { salt: '0'.repeat(64) },
    { previous: null },
    { entry: receipt.head.hash },
    { sequence: receipt.sequence - 1 },
    { head: { ...receipt.head, sequence: receipt.sequence - 1 } },
    { head: { ...receipt.head, sequence: receipt.sequence } },
  ]
  for (const changed of forged) {
    const given = { ...receipt, ...changed }
    const { findings, proofs } = await verifyRecord(world.db, new Date(), null, [given])
    const expected = [`receipt entry/${given.sequence}: does-not-hold`]
    assert.deepEqual([say(findings), proofs], [expected, []], JSON.stringify(changed))
  }
})

test('what a receipt says is proved by it after it was erased, and not after it was altered', async () => {
  const change = (set: string) =>
    verifyAfter(`update journal_entry set ${set} where sequence = ${receipt.sequence}`)
  const erased = await change('payload = null, salt = null')
  assert.deepEqual(
    [say(erased.findings), erased.proofs, erased.erased],
    [[], [{ receipt, erased: true }], 1],
  )
  const altered = await change(`payload = payload || ' '`)
  assert.deepEqual(say(altered.findings), [
    `journal entry/${receipt.sequence}: altered-payload`,
    found('payload-altered'),
  ])
  const salted = await change('salt = sha256(salt)')
  assert.ok(say(salted.findings).includes(found('payload-altered')))
  const timeless = await change(`at = 'infinity', entry_sha256 = sha256('x')`)
  assert.ok(say(timeless.findings).includes(found('entry-rewritten')))
})

test('a receipt proves nothing of a chain that is broken elsewhere', async () => {
  const { findings, proofs } = await verifyAfter(
    `update journal_entry set action = 'x' where sequence = 1`,
  )
  assert.ok(say(findings).includes('journal entry/1: altered-entry'))
  assert.deepEqual(proofs, [])
})

async function fileNamed(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

test('each file that is no receipt is refused in a sentence, and nothing is verified', async () => {
  const waiting = await publish(world, nour, { body: 'Pas encore scellée.' })
  const unsealed = await download(waiting)
  await world.seal()
  const inFile = (change: Partial<Record<keyof Receipt, unknown>>) =>
    JSON.stringify([{ ...receipt, ...change }])
  const none = ' holds no receipt: give the file as it was downloaded, or the text of one mail.'
  const refused: [string, string][] = [
    [join(folder, 'missing.json'), ' cannot be read.'],
    [folder, ' cannot be read.'],
    [
      await fileNamed('large.json', ' '.repeat(1024 * 1024 + 1)),
      ' is over 1 MB long: no receipt is.',
    ],
    [await fileNamed('empty.json', ''), none],
    [await fileNamed('list.json', '[]'), none],
    [await fileNamed('words.txt', 'Bonjour {Nour}'), none],
    [await fileNamed('latin1.json', Buffer.from('{"é":1}', 'latin1')), none],
    [await fileNamed('other.json', inFile({ format: 'vivace-receipt-9' })), none],
    [await fileNamed('more.json', inFile({ head: { ...receipt.head, more: 1 } })), none],
    [await fileNamed('far.json', inFile({ sequence: 3_000_000_000 })), none],
    [await fileNamed('day.json', inFile({ at: '2026-02-30T00:00:00.000Z' })), none],
    [await fileNamed('half.json', inFile({ object: '\ud800' })), none],
    [
      await fileNamed('unsealed.json', unsealed),
      ' holds a receipt that was not sealed yet: download it again.',
    ],
    [
      await fileNamed('erased.json', inFile({ payload: null, salt: null })),
      ' holds a receipt made after what it says was erased: nothing can be recomputed from it.',
    ],
  ]
  const good = await fileNamed('good.json', await download(numbers.mine))
  const files = [...refused.map(([path]) => path), good]
  const { code, stdout, stderr } = await runVivace(world.url, ['verify', ...flagsFor(files)])
  const expected = refused.map(([path, sentence]) => `${path}${sentence}\n`).join('')
  assert.deepEqual({ code, stdout, stderr }, { code: 1, stdout: '', stderr: expected })
})

const flagsFor = (files: readonly string[]) => files.flatMap((file) => ['--receipt', file])

// It rewrites the journal for good: the last test.
test('the command says what each receipt proves, and fails once the journal was rewritten', async () => {
  const mine = await fileNamed('mine.json', await download(numbers.mine))
  const mail = `Voici votre reçu :\n\n${JSON.stringify(receipt, null, 2)}\n\n-- \nVivace\n`
  const flags = ['verify', ...flagsFor([mine, '-'])]
  const run = () => {
    const child = spawnVivace(settingsFor(world.url), flags)
    child.stdin?.end(mail)
    return finish(child)
  }
  const { sequence, at, head } = receipt
  const proof =
    `receipt entry/${sequence}: contribution.published of contribution/${numbers.mine} at ${at} ` +
    `is in the journal, and the chain up to ${head.sequence}:${head.hash} stands as it was when it was given\n`
  const holds = await run()
  assert.deepEqual([holds.code, holds.stderr], [0, ''])
  assert.ok(holds.stdout.includes(`nothing is wrong\n${proof}${proof}`), holds.stdout)
  assert.match(holds.stdout, /a receipt proves nothing of the entries after the head/)

  await world.db.transaction().execute(async (tx) => {
    await unguard(tx)
    await rewriteWords(tx, numbers.earlier, 'Récrit.')
  })
  const plain = await runVivace(world.url, ['verify'])
  assert.deepEqual([plain.code, plain.stderr], [0, ''])
  assert.match(plain.stdout, /nothing is wrong\n/)
  const rewritten = await run()
  const finding = `${found('rewritten-before')} (its entry says the same, but what stands before it was rewritten)\n`
  assert.deepEqual([rewritten.code, rewritten.stderr], [1, finding + finding])
  assert.doesNotMatch(rewritten.stdout, /is in the journal|nothing is wrong/)
})
