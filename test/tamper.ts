import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { commitTo, listKeptRevisions, listRevisions } from '../src/contributions/index.ts'
import { verifyRecord, type RecordFinding } from '../src/editions/index.ts'
import { hashEntry, hashPayload, type Entry } from '../src/journal/entry.ts'
import type { Receipt } from '../src/journal/index.ts'
import { listSealed } from '../src/journal/store.ts'
import type { Db } from '../src/platform/db/connect.ts'
import { openWorld, type World } from './world.ts'
import { newKey } from './take-part.ts'

type Somebody = Awaited<ReturnType<World['person']>>
type Verification = Awaited<ReturnType<typeof verifyRecord>>
type Amending = { sentence: string; wording: string; edition: number }

export type Tampering = {
  world: World
  /** Proposes a wording for that sentence of the first article, in Nour's name. */
  amend(amending: Amending): Promise<void>
  /** Does what only the database's owner can, verifies the record, and takes it back. */
  verifyAfter(...statements: string[]): Promise<Verification>
  /** What is found is this, and nothing else. */
  finds(statement: string | string[], ...expected: string[]): Promise<void>
  findsAmongOthers(statement: string | string[], ...expected: string[]): Promise<void>
}

/** Two editions, and since: an answer that declined (2), one that accepted (3), and 4 that waits. */
export async function openTampering(): Promise<Tampering> {
  const world = await openWorld()
  const nour = await world.person({ name: 'Nour' })
  const camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  // One person publishes only so much in an hour.
  const amend = async (amending: Amending) =>
    submit(
      world,
      forms < 10 ? nour : await world.person({ name: `Nour ${Math.floor(forms / 10)}` }),
      amending,
    )
  await amend({ sentence: '2', wording: 'Elle la met à jour chaque trimestre.', edition: 1 })
  await answer(world, camille, { number: 1, decision: 'accepted' })
  await amend({ sentence: '2', wording: 'Elle la met à jour chaque mois.', edition: 1 })
  await publish(world)
  await answer(world, camille, { number: 2, decision: 'declined' })
  await amend({ sentence: '1', wording: 'Chaque commune publie la liste.', edition: 2 })
  await answer(world, camille, { number: 3, decision: 'accepted' })
  await amend({ sentence: '1', wording: 'Chaque commune donne la liste.', edition: 2 })
  await world.seal()

  const verifyAfter = (...statements: string[]) => verifyTampered(world, statements)
  const findAfter = async (statement: string | string[]) =>
    say((await verifyAfter(...[statement].flat())).findings)
  return {
    world,
    amend,
    verifyAfter,
    finds: async (statement, ...expected) =>
      assert.deepEqual(await findAfter(statement), expected, String(statement)),
    findsAmongOthers: async (statement, ...expected) => {
      const found = await findAfter(statement)
      for (const one of expected) {
        assert.ok(found.includes(one), `${String(statement)}: ${one}\n${found.join('\n')}`)
      }
    },
  }
}

export function say(findings: readonly RecordFinding[]): string[] {
  return findings.map(({ kind, object, problem }) => `${kind} ${object}: ${problem}`)
}

let forms = 0
async function submit(world: World, as: Somebody, amending: Amending): Promise<void> {
  forms += 1
  const block = await world.blockWith('Chaque commune publie')
  const form: [string, string][] = [
    ['sentence', amending.sentence],
    ['edition', String(amending.edition)],
    ['wording', amending.wording],
    ['body', 'Une année est trop longue.'],
    ['key', newKey()],
    ['step', 'publish'],
  ]
  const address = `/fr/reports/petite-loi/passages/${block.id}/amendments`
  assert.equal((await world.post(address, form, as)).status, 303)
}

type Answering = { number: number; decision: string }
async function answer(world: World, as: Somebody, { number, decision }: Answering): Promise<void> {
  const form: [string, string][] = [
    ['c', String(number)],
    ['revision', `${number}.1`],
    ['decision', decision],
    ['reason', 'Voici pourquoi.'],
  ]
  const address = '/fr/workshop/reports/petite-loi/answers'
  assert.equal((await world.post(address, form, as)).status, 303)
}

async function publish(world: World): Promise<void> {
  const salome = await world.person({ name: 'Salomé' })
  const form: [string, string][] = [['unanswered', 'confirmed']]
  const published = await world.post('/fr/workshop/reports/petite-loi/editions', form, salome)
  assert.equal(published.status, 303)
}

/** Does what only the database's owner can, verifies the record, and takes it back. */
export function verifyTampered(world: World, statements: readonly string[]): Promise<Verification> {
  return verifyAfterwards(
    world,
    async (tx) => void (await sql.raw(statements.join(';')).execute(tx)),
  )
}

/** As `verifyTampered`, with receipts that were given out before, and whatever is done in a transaction. */
export async function verifyAfterwards(
  { db }: World,
  tamper: (tx: Db) => Promise<void>,
  receipts: readonly Receipt[] = [],
): Promise<Verification> {
  const verified: Verification[] = []
  const undone = new Error('taken back')
  await db
    .transaction()
    .execute(async (tx) => {
      await unguard(tx)
      await tamper(tx)
      verified.push(await verifyRecord(tx, new Date(), null, receipts))
      throw undone
    })
    .catch((error: unknown) => assert.equal(error, undone))
  const [verification] = verified
  assert.ok(verification)
  return verification
}

/** Switches off what stands in the way of rewriting: only the database's owner can. */
export async function unguard(tx: Db): Promise<void> {
  await sql`set local session_replication_role = replica`.execute(tx)
}

/** Puts other words in the place of a contribution's, with every hash that was made of them. */
export async function rewriteWords(tx: Db, number: number, body: string): Promise<void> {
  const of = sql`contribution_number = ${number} and revision = 1`
  await sql`update revision set body = ${body} where ${of}`.execute(tx)
  const [kept] = await listKeptRevisions(tx, number, number)
  const [said] = await listRevisions(tx, number)
  assert.ok(kept?.salt && said)
  const commitment = commitTo(kept.salt, said)
  await sql`update revision set commitment = ${commitment} where ${of}`.execute(tx)
  const [before, now] = [kept.commitment, commitment].map((hash) => hash.toString('hex'))
  await sql`update journal_entry set payload = replace(payload, ${before}, ${now})
    where action = 'contribution.published' and object = ${`contribution/${number}`}`.execute(tx)
  await rewriteChain(tx)
}

/** Takes a contribution out, with its entry and all that hangs on it. */
export async function removeWholly(tx: Db, number: number): Promise<void> {
  const object = `contribution/${number}`
  await sql`delete from receipt where contribution_number = ${number}`.execute(tx)
  await sql`delete from journal_entry where object = ${object}`.execute(tx)
  await sql`delete from revision where contribution_number = ${number}`.execute(tx)
  await sql`delete from contribution where number = ${number}`.execute(tx)
  await rewriteChain(tx)
}

/** Numbers and hashes the whole journal anew, from what its rows say now. */
async function rewriteChain(tx: Db): Promise<void> {
  let previous: Entry | null = null
  for (const entry of await listSealed(tx, null, 10_000)) {
    const { salt, payload } = entry
    const placed: Omit<Entry, 'entrySha256'> = {
      ...entry,
      payloadSha256: salt && payload ? hashPayload(salt, payload) : entry.payloadSha256,
      sequence: (previous?.sequence ?? 0) + 1,
      previousSha256: previous?.entrySha256 ?? null,
    }
    previous = { ...placed, entrySha256: hashEntry(placed) }
    await sql`update journal_entry set sequence = ${previous.sequence},
      payload_sha256 = ${previous.payloadSha256}, previous_sha256 = ${previous.previousSha256},
      entry_sha256 = ${previous.entrySha256} where sequence = ${entry.sequence}`.execute(tx)
  }
}
