import { listConsultations } from '../consultations/index.ts'
import {
  commitTo,
  listAccounts,
  listKeptRevisions,
  listRevisions,
  type Contribution,
  type ContributionAccount,
  type KeptRevision,
} from '../contributions/index.ts'
import { hex, listActs } from '../journal/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { compareAccounts, type Account, type AccountProblem } from './verify-accounts.ts'
import { attempt } from './verify-attempt.ts'
import { verifyErasures } from './verify-erasures.ts'
import { verifyModeration } from './verify-moderation.ts'
import { verifyRedress } from './verify-redress.ts'

export type ContributionProblem =
  | AccountProblem
  | 'altered'
  | 'salt-destroyed'
  | 'revision-missing'
  | 'state-without-act'

export type ContributionFinding = {
  kind: 'contribution'
  object: string
  problem: ContributionProblem
}

type Finding = Omit<ContributionFinding, 'kind'>

/**
 * Every contribution stands in the journal once, by its author, and each revision says what it committed
 * to; each was withdrawn, held back and decided on when the journal says so, and not otherwise.
 */
export async function verifyContributions(
  db: Db,
): Promise<{ count: number; findings: ContributionFinding[] }> {
  const read = await readContributions(db)
  const findings = [
    ...read.findings,
    ...compareAccounts(read.published, await listActs(db, ['contribution.published'])),
    ...compareAccounts(read.received, await listActs(db, ['contribution.received'])),
    ...compareAccounts(read.revised, await listActs(db, ['contribution.revised'])),
    ...compareAccounts(read.withdrawn, await listActs(db, ['contribution.withdrawn'])),
    ...(await verifyModeration(db, read.states)),
    ...(await verifyRedress(db)),
    ...(await verifyConsultations(db)),
    ...(await verifyErasures(db)),
  ]
  return {
    count: read.published.length + read.received.length,
    findings: findings.map((finding) => ({ kind: 'contribution', ...finding })),
  }
}

/** In how many rows contributions are read at once. */
const batch = 500

async function readContributions(db: Db) {
  const published: Account[] = []
  const revised: Account[] = []
  const withdrawn: Account[] = []
  const received: Account[] = []
  const states = new Map<number, ContributionAccount['state']>()
  const findings: Finding[] = []
  for (let after = 0; ;) {
    const page = await readPage(db, after)
    const last = page.at(-1)
    if (!last) return { published, received, revised, withdrawn, states, findings }
    for (const { row, revisions, said } of page) {
      const sent = row.received ? received : published
      sent.push(publishedAccount(row, revisions[0]))
      revised.push(...revisions.slice(1).map((revision) => revisedAccount(row, revision)))
      if (row.withdrawnAt) withdrawn.push(withdrawnAccount(row, row.withdrawnAt))
      states.set(row.number, row.state)
      const problem = findAlteration(row, revisions, said)
      if (problem) findings.push({ object: objectOf(row), problem })
      if (row.state === 'published' && row.withdrawnAt) {
        findings.push({ object: objectOf(row), problem: 'state-without-act' })
      }
    }
    after = last.row.number
  }
}

async function readPage(db: Db, after: number) {
  const rows = await listAccounts(db, after, batch)
  const to = rows.at(-1)?.number ?? after
  const kept = Map.groupBy(await listKeptRevisions(db, after + 1, to), ({ number }) => number)
  const said = Map.groupBy(await listRevisions(db, after + 1, to), ({ number }) => number)
  return rows.map((row) => ({
    row,
    revisions: kept.get(row.number) ?? [],
    said: said.get(row.number) ?? [],
  }))
}

function objectOf({ number }: { number: number }): string {
  return `contribution/${number}`
}

function publishedAccount(row: ContributionAccount, first: KeptRevision | undefined): Account {
  return {
    object: objectOf(row),
    at: row.receivedAt,
    // What was imported was brought by the operator, in the name of others.
    actor: row.origin === 'import' ? null : row.author,
    says: {
      number: row.number,
      kind: row.kind,
      edition: row.editionNumber === null ? null : `${row.reportSlug}/${row.editionNumber}`,
      block: row.blockId,
      ...(row.topicSlug !== null && { topic: row.topicSlug }),
      ...(row.phase !== null && { phase: row.phase }),
      ...(row.replyTo !== null && { replyTo: row.replyTo }),
      ...(row.spokenFor !== null && { for: row.spokenFor }),
      ...(row.sourceKey !== null && { source: row.sourceKey }),
      commitment: first ? hex(first.commitment) : null,
    },
  }
}

function revisedAccount(row: ContributionAccount, revision: KeptRevision): Account {
  const { number } = row
  const commitment = hex(revision.commitment)
  const says = { number, revision: revision.revision, commitment }
  return { object: objectOf(row), at: revision.at, actor: row.author, says }
}

function withdrawnAccount(row: ContributionAccount, at: Date): Account {
  return { object: objectOf(row), at, actor: row.author, says: { number: row.number } }
}

/** Only an erasure destroys a salt, and says what the words that are left are proved by. */
function findAlteration(
  row: ContributionAccount,
  kept: readonly KeptRevision[],
  said: readonly Contribution[],
): ContributionProblem | null {
  if (kept.length !== row.revision || kept.some(({ revision }, at) => revision !== at + 1)) {
    return 'revision-missing'
  }
  if (isMisplaced(row)) return 'altered'
  if (kept.some((revision) => !saltOf(revision))) return 'salt-destroyed'
  const [first] = said
  if (Number(first?.revisedAt) !== Number(first?.publishedAt)) return 'altered'
  return kept.every((revision, at) => provesTrue(revision, said[at])) ? null : 'altered'
}

function isMisplaced({ editionSlug, reportSlug, thread, threadAnswered }: ContributionAccount) {
  return (editionSlug ?? reportSlug) !== reportSlug || thread !== threadAnswered
}

function provesTrue(kept: KeptRevision, said: Contribution | undefined): boolean {
  const salt = saltOf(kept)
  const commitment = kept.salt ? kept.commitment : (kept.renewedCommitment ?? kept.commitment)
  return attempt(() => salt && said && hex(commitTo(salt, said))) === hex(commitment)
}

function saltOf({ salt, renewedSalt }: KeptRevision): Buffer | null {
  return salt ?? renewedSalt
}

async function verifyConsultations(db: Db): Promise<Finding[]> {
  const rows = await listConsultations(db)
  return compareAccounts(
    rows.map((row) => ({
      object: `consultation/${row.id}`,
      at: row.importedAt,
      actor: null,
      says: { bill: hex(row.billSha256), contributions: hex(row.contributionsSha256) },
    })),
    await listActs(db, ['consultation.imported']),
  )
}
