import type { Db } from '../platform/db/connect.ts'
import { checkEntry, hex, holdsPayload, type Entry, type EntryProblem } from './entry.ts'
import { listSealed, listWaiting, type WaitingEntry } from './store.ts'

const batch = 1000
const sealedWithinMs = 60_000

/** A place in the chain; whoever keeps it elsewhere can tell later whether the end was cut off. */
export type Head = { sequence: number; sha256: string }

export type JournalProblem = EntryProblem | 'left-unsealed' | 'not-as-kept'
export type JournalFinding = { object: string; problem: JournalProblem }

export type JournalVerification = {
  entries: number
  /** How many entries are not sealed yet. */
  waiting: number
  /** How many say nothing any more: their payload and salt are gone, and only their hash holds. */
  erased: number
  head: Head | null
  findings: JournalFinding[]
}

/** Walks the whole chain in bounded memory, and looks at what waits to be sealed. */
export async function verifyJournal(
  db: Db,
  now: Date,
  kept: Head | null = null,
): Promise<JournalVerification> {
  const findings: JournalFinding[] = []
  let previous: Entry | null = null
  let [entries, erased, stands] = [0, 0, kept === null]
  for await (const entry of walkChain(db)) {
    const problem = checkEntry(entry, previous)
    if (problem) findings.push({ object: nameOf(entry), problem })
    if (entry.payload === null) erased += 1
    stands ||= sameHead(headOf(entry), kept)
    entries += 1
    previous = entry
  }
  if (kept && !stands) findings.push({ object: nameOf(kept), problem: 'not-as-kept' })
  const waiting = await listWaiting(db)
  findings.push(...waiting.flatMap((entry) => findInWaiting(entry, now)))
  return { entries, waiting: waiting.length, erased, head: previous && headOf(previous), findings }
}

async function* walkChain(db: Db): AsyncGenerator<Entry> {
  for (let after: number | null = null; ;) {
    const page: Entry[] = await listSealed(db, after, batch)
    yield* page
    const last = page.at(-1)
    if (!last) return
    after = last.sequence
  }
}

function findInWaiting(entry: WaitingEntry, now: Date): JournalFinding[] {
  const object = `unsealed/${entry.id}`
  const findings: JournalFinding[] = []
  if (!holdsPayload(entry)) findings.push({ object, problem: 'altered-payload' })
  if (isLate(entry, now)) findings.push({ object, problem: 'left-unsealed' })
  return findings
}

/**
 * Entries may be sealed out of order for as long as a transaction takes; its own date is no proof, as
 * nothing holds it yet, so that later acts, which are sealed, bear witness as well.
 */
function isLate({ at, overtakenAt }: WaitingEntry, now: Date): boolean {
  const age = Math.abs(now.getTime() - Number(at))
  const overtaken = overtakenAt === null ? 0 : now.getTime() - Number(overtakenAt)
  return age > sealedWithinMs || overtaken > sealedWithinMs
}

function headOf(entry: Entry): Head {
  return { sequence: entry.sequence, sha256: hex(entry.entrySha256) }
}

function sameHead(one: Head, other: Head | null): boolean {
  return one.sequence === other?.sequence && one.sha256 === other.sha256
}

function nameOf({ sequence }: { sequence: number }): string {
  return `entry/${sequence}`
}
