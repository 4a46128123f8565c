import { commitTo, findContribution, listCommitments } from '../contributions/index.ts'
import { listEntriesOf, verifyJournal, type JournalFinding } from '../journal/index.ts'
import { canonicalJson, sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import {
  blockDocument,
  findCanonical,
  hashBlock,
  listChanges,
  listEditionBlocks,
  listEditions,
  listReports,
  type Edition,
  type Report,
} from '../reports/index.ts'
import { z } from 'zod'

export type RecordFinding =
  | ({ kind: 'journal' } & JournalFinding)
  | { kind: 'edition'; slug: string; number: number; problem: EditionProblem }
  | { kind: 'contribution'; number: number; problem: ContributionProblem }

type EditionProblem =
  | 'altered'
  | 'broken-chain'
  | 'text-differs'
  | 'changed-without-cause'
  | 'not-in-journal'
type ContributionProblem = 'altered' | 'not-in-journal' | 'twice-in-journal'

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

async function verifyEditions(db: Db): Promise<{ count: number; findings: RecordFinding[] }> {
  const findings: RecordFinding[] = []
  const published = await journalHashes(db)
  let count = 0
  for (const report of await listReports(db)) {
    const editions = (await listEditions(db, report.id)).toReversed()
    for (const [at, edition] of editions.entries()) {
      const problems = await checkEdition(db, { report, edition, previous: editions[at - 1] })
      const address = `edition/${report.slug}/${edition.number}`
      if (published.get(address) !== toHex(edition.sha256)) problems.push('not-in-journal')
      const { number } = edition
      findings.push(
        ...problems.map((problem) => ({
          kind: 'edition' as const,
          slug: report.slug,
          number,
          problem,
        })),
      )
    }
    count += editions.length
  }
  return { count, findings }
}

type Chained = { report: Report; edition: Edition; previous: Edition | undefined }

async function checkEdition(
  db: Db,
  { report, edition, previous }: Chained,
): Promise<EditionProblem[]> {
  const problems: EditionProblem[] = []
  const canonical = (await findCanonical(db, edition.id))?.canonical ?? ''
  if (toHex(sha256(canonical)) !== toHex(edition.sha256)) problems.push('altered')
  if (toHex(edition.previousSha256) !== toHex(previous?.sha256 ?? null))
    problems.push('broken-chain')

  const blocks = await listEditionBlocks(db, edition.id)
  const hashed = blocks.every((block) => toHex(block.sha256) === toHex(hashBlock(block)))
  if (!hashed || frozenBlocks(canonical) !== canonicalJson(blocks.map(blockDocument))) {
    problems.push('text-differs')
  }
  if (previous) {
    const before = new Map(
      (await listEditionBlocks(db, previous.id)).map((block) => [block.id, block.text]),
    )
    const changed = new Set(
      (await listChanges(db, report.id, edition.id)).map(({ blockId }) => blockId),
    )
    const unexplained = blocks.some(({ id, text }) => before.get(id) !== text && !changed.has(id))
    if (unexplained) problems.push('changed-without-cause')
  }
  return problems
}

const frozen = z.object({ blocks: z.array(z.json()) })

function frozenBlocks(canonical: string): string | null {
  try {
    return canonicalJson(frozen.parse(JSON.parse(canonical)).blocks)
  } catch {
    return null
  }
}

const published = z.object({ sha256: z.string() })

async function journalHashes(db: Db): Promise<Map<string, string>> {
  const entries = await listEntriesOf(db, 'edition.published')
  return new Map(
    entries.flatMap(({ object, payload }): [string, string][] =>
      payload === null ? [] : [[object, published.parse(JSON.parse(payload)).sha256]],
    ),
  )
}

const account = z.object({ number: z.number(), commitment: z.string() })

async function verifyContributions(db: Db): Promise<{ count: number; findings: RecordFinding[] }> {
  const entries = (await listEntriesOf(db, 'contribution.published')).flatMap(({ payload }) =>
    payload === null ? [] : [account.parse(JSON.parse(payload))],
  )
  const accounts = Map.groupBy(entries, (entry) => entry.number)
  const findings: RecordFinding[] = []
  let count = 0
  for (let after = 0; ;) {
    const page = await listCommitments(db, after, 500)
    for (const kept of page) {
      const listed = accounts.get(kept.number) ?? []
      const problem =
        accountProblem(
          listed.map(({ commitment }) => commitment),
          toHex(kept.commitment),
        ) ?? (await commitmentProblem(db, kept))
      if (problem) findings.push({ kind: 'contribution', number: kept.number, problem })
    }
    count += page.length
    const last = page.at(-1)
    if (!last) return { count, findings }
    after = last.number
  }
}

function accountProblem(listed: string[], commitment: string | null): ContributionProblem | null {
  if (listed.length > 1) return 'twice-in-journal'
  return listed[0] === commitment ? null : 'not-in-journal'
}

type Kept = { number: number; salt: Buffer | null; commitment: Buffer }

/** Once the salt is destroyed there is nothing left to compare: the hash stands alone. */
async function commitmentProblem(db: Db, kept: Kept): Promise<ContributionProblem | null> {
  if (!kept.salt) return null
  const contribution = await findContribution(db, kept.number)
  if (!contribution) return 'altered'
  return toHex(commitTo(kept.salt, contribution)) === toHex(kept.commitment) ? null : 'altered'
}

function toHex(bytes: Uint8Array | null): string | null {
  return bytes && Buffer.from(bytes).toString('hex')
}
