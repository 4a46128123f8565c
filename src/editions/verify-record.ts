import {
  verifyJournal,
  verifyReceipts,
  type Head,
  type JournalProblem,
  type Receipt,
  type ReceiptProblem,
  type ReceiptProof,
} from '../journal/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { verifyAnchors, type AnchorFinding } from './verify-anchors.ts'
import { verifyAnswers, type AnswerFinding } from './verify-answers.ts'
import type { AccountFinding } from './verify-accounts.ts'
import { verifyBans } from './verify-bans.ts'
import { verifyChanges, type ChangeFinding } from './verify-changes.ts'
import { verifyContributions, type ContributionFinding } from './verify-contributions.ts'
import { verifyEditions, type EditionFinding } from './verify-editions.ts'
import { verifyGroups, type GroupFinding } from './verify-groups.ts'
import { verifyGuarantee } from './verify-guarantee.ts'
import { verifyImports, type ImportFinding } from './verify-imports.ts'
import { verifyNotices, type NoticeFinding } from './verify-notices.ts'
import { verifyPictures, type PictureFinding } from './verify-pictures.ts'
import { verifyTerms, type TermsFinding } from './verify-terms.ts'
import { verifyTopics, type TopicFinding } from './verify-topics.ts'

export type RecordFinding =
  | { kind: 'journal'; object: string; problem: JournalProblem }
  | { kind: 'receipt'; object: string; problem: ReceiptProblem }
  | ImportFinding
  | ChangeFinding
  | EditionFinding
  | PictureFinding
  | ContributionFinding
  | AnswerFinding
  | AnchorFinding
  | {
      kind: 'ban' | 'guarantee'
      object: string
      problem: AccountFinding['problem'] | 'state-without-act'
    }
  | GroupFinding
  | TermsFinding
  | NoticeFinding
  | TopicFinding

export type Verification = {
  entries: number
  waiting: number
  erased: number
  head: Head | null
  editions: number
  contributions: number
  /** The receipts that hold; none where the chain that they speak of does not. */
  proofs: ReceiptProof[]
  findings: RecordFinding[]
}

/**
 * Compares the journal and everything that it speaks of, both ways, as they stand at one moment; says
 * what is wrong. `kept` is a head of the chain that was written down elsewhere, `receipts` were given out.
 */
export function verifyRecord(
  db: Db,
  now: Date = new Date(),
  kept: Head | null = null,
  receipts: readonly Receipt[] = [],
): Promise<Verification> {
  const given = { kept, receipts }
  if (db.isTransaction) return verifySnapshot(db, now, given)
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => verifySnapshot(tx, now, given))
}

type Given = { kept: Head | null; receipts: readonly Receipt[] }

async function verifySnapshot(db: Db, now: Date, given: Given): Promise<Verification> {
  const { findings: chain, ...journal } = await verifyJournal(db, now, given.kept)
  const receipts = await verifyReceipts(db, given.receipts)
  const imports = await verifyImports(db)
  const editions = await verifyEditions(db)
  const pictures = await verifyPictures(db)
  const changes = await verifyChanges(db)
  const contributions = await verifyContributions(db)
  const answers = await verifyAnswers(db)
  const anchors = await verifyAnchors(db)
  const bans = await verifyBans(db)
  const guarantee = await verifyGuarantee(db)
  const groups = await verifyGroups(db)
  const terms = await verifyTerms(db)
  const notices = await verifyNotices(db)
  const topics = await verifyTopics(db)
  return {
    ...journal,
    editions: editions.count,
    contributions: contributions.count,
    proofs: chain.length === 0 ? receipts.proofs : [],
    findings: [
      ...chain.map((finding) => ({ kind: 'journal' as const, ...finding })),
      ...receipts.findings.map((finding) => ({ kind: 'receipt' as const, ...finding })),
      ...imports,
      ...topics,
      ...editions.findings,
      ...pictures,
      ...changes,
      ...contributions.findings,
      ...answers,
      ...anchors,
      ...guarantee.map((finding) => ({ kind: 'guarantee' as const, ...finding })),
      ...bans.map((finding) => ({ kind: 'ban' as const, ...finding })),
      ...groups,
      ...terms,
      ...notices,
    ],
  }
}
