import { verifyJournal, type JournalFinding } from '../journal/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { verifyContributions, type ContributionFinding } from './verify-contributions.ts'
import { verifyEditions, type EditionFinding } from './verify-editions.ts'

export type RecordFinding =
  | ({ kind: 'journal' } & JournalFinding)
  | EditionFinding
  | ContributionFinding

export type Verification = {
  entries: number
  editions: number
  contributions: number
  findings: RecordFinding[]
}

/** Checks the chain, every edition's hash and text, and every contribution's account; says what is wrong. */
export async function verifyRecord(db: Db): Promise<Verification> {
  const journal = await verifyJournal(db)
  const editions = await verifyEditions(db)
  const contributions = await verifyContributions(db)
  return {
    entries: journal.entries,
    editions: editions.count,
    contributions: contributions.count,
    findings: [
      ...journal.findings.map((finding) => ({ kind: 'journal' as const, ...finding })),
      ...editions.findings,
      ...contributions.findings,
    ],
  }
}
