import { listAnswers } from '../answers/index.ts'
import { hex, listActs } from '../journal/index.ts'
import { canonicalJson, sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import {
  findFrozenEdition,
  hashBlock,
  listChanges,
  listEditionBlocks,
  listEditions,
  listReports,
  listWorkingBlocks,
  type Edition,
  type PlacedBlock,
  type Report,
} from '../reports/index.ts'
import { editionDocument, gatherCommitments } from './edition-document.ts'
import { compareAccounts, type Account, type AccountProblem } from './verify-accounts.ts'
import { attempt } from './verify-attempt.ts'
import { checkStep, type TextProblem } from './verify-text.ts'

export type EditionProblem =
  | AccountProblem
  | TextProblem
  | 'altered'
  | 'broken-chain'
  | 'rows-differ'

export type EditionFinding = {
  kind: 'edition' | 'working-text'
  object: string
  problem: EditionProblem
}

/** Follows every report from its import through its editions to its working text. */
export async function verifyEditions(
  db: Db,
): Promise<{ count: number; findings: EditionFinding[] }> {
  const accounts: Account[] = []
  const findings: EditionFinding[] = []
  for (const report of await listReports(db)) {
    let previous: Placed | null = null
    for (const edition of (await listEditions(db, report.id)).toReversed()) {
      const checked = await checkEdition(db, { report, edition, previous })
      accounts.push(checked.account)
      const { object } = checked.account
      findings.push(...checked.problems.map(toFinding('edition', object)))
      previous = { edition, blocks: checked.blocks }
    }
    const problems = await checkWorkingText(db, report, previous)
    findings.push(...problems.map(toFinding('working-text', `report/${report.slug}`)))
  }
  const compared = compareAccounts(accounts, await listActs(db, ['edition.published']))
  findings.push(...compared.map((finding) => ({ kind: 'edition' as const, ...finding })))
  return { count: accounts.length, findings }
}

function toFinding(kind: EditionFinding['kind'], object: string) {
  return (problem: EditionProblem): EditionFinding => ({ kind, object, problem })
}

type Placed = { edition: Edition; blocks: PlacedBlock[] }
type Chained = { report: Report; edition: Edition; previous: Placed | null }
type Checked = { account: Account; blocks: PlacedBlock[]; problems: EditionProblem[] }

async function checkEdition(db: Db, { report, edition, previous }: Chained): Promise<Checked> {
  const frozen = await findFrozenEdition(db, edition.id)
  const blocks = await listEditionBlocks(db, edition.id)
  const rebuilt = await rebuildEdition(db, { report, edition, blocks })
  const before = previous?.blocks ?? null
  const text = await checkText(db, { report, before, after: blocks }, edition.id)
  const sound = {
    altered: frozen && toHex(sha256(frozen.canonical)) === toHex(edition.sha256),
    'broken-chain': follows(edition, previous?.edition),
    'rows-differ': rebuilt === frozen?.canonical && keepHashes(blocks),
  }
  const frozenProblems = (['altered', 'broken-chain', 'rows-differ'] as const).filter(
    (problem) => !sound[problem],
  )
  const account = accountOf(report, edition, frozen?.signer ?? null)
  return { account, blocks, problems: [...frozenProblems, ...text] }
}

function accountOf(report: Report, edition: Edition, signer: string | null): Account {
  return {
    object: `edition/${report.slug}/${edition.number}`,
    at: edition.publishedAt,
    actor: signer,
    says: {
      sha256: toHex(edition.sha256),
      previous: toHex(edition.previousSha256),
      unanswered: [...edition.unanswered],
    },
  }
}

function follows(edition: Edition, previous: Edition | undefined): boolean {
  const next = edition.number === (previous?.number ?? 0) + 1
  return next && toHex(edition.previousSha256) === toHex(previous?.sha256 ?? null)
}

type Rebuilt = { report: Report; edition: Edition; blocks: PlacedBlock[] }

/** The edition as its rows, which are what readers are shown, say it now. */
async function rebuildEdition(
  db: Db,
  { report, edition, blocks }: Rebuilt,
): Promise<string | null> {
  const changes = await listChanges(db, report.id, edition.id)
  const answers = await listAnswers(db, report.id, edition.id)
  const commitments = await gatherCommitments(db, { changes, answers })
  const { slug, title, lang } = report
  const { number, publishedAt, previousSha256, unanswered } = edition
  const dated = { number, publishedAt, previousSha256, unanswered }
  const said = { report: { slug, title, lang }, blocks, changes, answers, commitments }
  return attempt(() => canonicalJson(editionDocument({ ...dated, ...said })))
}

async function checkWorkingText(
  db: Db,
  report: Report,
  previous: Placed | null,
): Promise<EditionProblem[]> {
  const after = await listWorkingBlocks(db, report.id)
  const problems = await checkText(db, { report, before: previous?.blocks ?? null, after }, null)
  return keepHashes(after) ? problems : ['altered', ...problems]
}

type Texts = { report: Report; before: PlacedBlock[] | null; after: PlacedBlock[] }

async function checkText(db: Db, texts: Texts, editionId: number | null): Promise<TextProblem[]> {
  const changes = await listChanges(db, texts.report.id, editionId)
  const answers = await listAnswers(db, texts.report.id, editionId)
  return checkStep(db, { ...texts, changes, answers })
}

function keepHashes(blocks: readonly PlacedBlock[]): boolean {
  return blocks.every((block) => attempt(() => toHex(hashBlock(block))) === toHex(block.sha256))
}

function toHex(bytes: Uint8Array | null): string | null {
  return bytes && hex(bytes)
}
