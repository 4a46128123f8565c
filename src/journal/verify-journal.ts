import type { Db } from '../platform/db/connect.ts'
import { checkEntry, type Entry, type EntryProblem } from './entry.ts'
import { listSealed } from './store.ts'

const batch = 1000

export type JournalFinding = { sequence: number; problem: EntryProblem }

/** Walks the whole chain in bounded memory: how many entries hold, and each one that does not. */
export async function verifyJournal(
  db: Db,
): Promise<{ entries: number; findings: JournalFinding[] }> {
  const findings: JournalFinding[] = []
  let previous: Entry | null = null
  let entries = 0
  for (;;) {
    const page: Entry[] = await listSealed(db, previous?.sequence ?? 0, batch)
    for (const entry of page) {
      const problem = checkEntry(entry, previous)
      if (problem) findings.push({ sequence: entry.sequence, problem })
      previous = entry
    }
    entries += page.length
    if (page.length < batch) return { entries, findings }
  }
}
