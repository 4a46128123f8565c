import assert from 'node:assert/strict'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { openDatabase, type Db } from '../../src/platform/db/connect.ts'
import { headerOf, type Received } from '../mail-server.ts'
import type { Acknowledged } from './authors.ts'
import type { Round } from './round.ts'
import type { Site } from './site.ts'

/** A receipt has so long, in milliseconds, from its acknowledgement or from the restart, whichever is later. */
const receiptWithin = 60_000

/** Each acknowledged form is one contribution, with one sealed entry in the journal, and nothing else is there. */
export async function checkContributions(site: Site, rounds: readonly Round[]): Promise<void> {
  const all = rounds.flatMap(({ acknowledged }) => acknowledged)
  const promised = all.map(({ key, number }) => `${key} ${number}`).toSorted()
  await reading(site, async (db) => {
    const rows = await db
      .selectFrom('contribution')
      .select(['number', 'idempotency_key as key'])
      .execute()
    assert.deepEqual(rows.map(({ key, number }) => `${key} ${number}`).toSorted(), promised)

    const entries = await db
      .selectFrom('journal_entry')
      .select(['object', 'sequence'])
      // A program that sends at once is suspected: what it says is received, and held.
      .where('action', 'in', ['contribution.published', 'contribution.received'])
      .execute()
    const objects = all.map(({ number }) => `contribution/${number}`)
    assert.deepEqual(entries.map(({ object }) => object).toSorted(), objects.toSorted())
    assert.deepEqual(
      entries.filter(({ sequence }) => sequence === null),
      [],
    )
  })
}

export type Inbox = Map<number, Received[]>

/** Waits until each author has a receipt for each contribution, or the last one's time is over. */
export async function awaitReceipts(site: Site, rounds: readonly Round[]): Promise<Inbox> {
  const all = rounds.flatMap((round) => round.acknowledged.map((said) => ({ round, said })))
  const end = Math.max(...all.map(({ round, said }) => dueFrom(round, said))) + receiptWithin
  const { received } = site.mail
  while (received.length < all.length && Date.now() < end) await delay(500)
  // Where some came twice, others may still lack.
  while (sortMails(received).size < all.length && Date.now() < end) await delay(1000)
  return sortMails(received)
}

/** By the contribution that they are the receipt of. */
function sortMails(received: readonly Received[]): Inbox {
  return Map.groupBy(received, ({ bytes }) =>
    Number(/"object": "contribution\/(\d+)"/.exec(bytes.toString())?.[1]),
  )
}

function dueFrom({ restartedAt }: Round, { at }: Acknowledged): number {
  return Math.max(Number(at), Number(restartedAt))
}

/** How long the slowest receipt of a round took, in milliseconds; fails for one that is late, or not its author's. */
export function checkReceipts(round: Round, inbox: Inbox): number {
  const took = round.acknowledged.map((said) => {
    const [first, ...copies] = inbox.get(said.number) ?? []
    assert.ok(first, `contribution ${said.number} has no receipt`)
    for (const copy of copies) assert.deepEqual(copy.bytes, first.bytes)
    for (const { to } of [first, ...copies]) assert.deepEqual(to, [said.author.email])
    return Number(first.at) - dueFrom(round, said)
  })
  const slowest = Math.max(...took)
  assert.ok(slowest <= receiptWithin, `a receipt took ${slowest} ms`)
  return slowest
}

/**
 * How many mails came again because of each kill: that of the kill nearest to when the mail before came.
 * Each contribution has a Message-ID of its own.
 */
export function countCopies(rounds: readonly Round[], inbox: Inbox): Map<Round, number> {
  const ids = [...inbox.values()].map(([first]) =>
    headerOf(first?.bytes ?? Buffer.of(), 'Message-ID'),
  )
  assert.equal(new Set(ids).size, inbox.size)
  const repeated = [...inbox.values()].flatMap((mails) => mails.slice(0, -1))
  const blamed = repeated.map(({ at }) => nearest(rounds, at))
  return new Map(rounds.map((round) => [round, blamed.filter((it) => it === round).length]))
}

function nearest(rounds: readonly Round[], at: Date): Round | undefined {
  const distance = ({ killedAt }: Round) => Math.abs(Number(killedAt) - Number(at))
  return rounds.toSorted((one, other) => distance(one) - distance(other))[0]
}

/** Every job is done, and every mail is sent; nothing waits for somebody who is gone. */
export async function checkJobs(site: Site): Promise<void> {
  const end = Date.now() + receiptWithin
  await reading(site, async (db) => {
    while ((await listJobs(db)).length > 0 && Date.now() < end) await delay(500)
    assert.deepEqual((await listJobs(db)).slice(0, 10), [])
    const unsent = await db
      .selectFrom('mail')
      .select(['id', 'failure_code'])
      .where('sent_at', 'is', null)
      .execute()
    assert.deepEqual(unsent, [])
  })
}

async function listJobs(db: Db) {
  const { rows } = await sql`
    select task_identifier, attempts, locked_by, last_error from graphile_worker.jobs`.execute(db)
  return rows
}

export async function checkRecord(site: Site): Promise<void> {
  const { code, stdout, stderr } = await site.verify()
  assert.equal(code, 0, stdout + stderr)
  assert.match(stdout, /^nothing is wrong$/m)
  assert.doesNotMatch(stdout, /wait to be sealed/)
}

async function reading<T>({ databaseUrl }: Site, read: (db: Db) => Promise<T>): Promise<T> {
  const database = openDatabase(databaseUrl, () => {})
  try {
    return await read(database.db)
  } finally {
    await database.close()
  }
}
