import { z } from 'zod'
import { hex, listEntriesOf } from '../journal/index.ts'
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
  type PlacedBlock,
  type Report,
} from '../reports/index.ts'

export type EditionProblem =
  | 'altered'
  | 'broken-chain'
  | 'text-differs'
  | 'changed-without-cause'
  | 'not-in-journal'

export type EditionFinding = {
  kind: 'edition'
  slug: string
  number: number
  problem: EditionProblem
}

/** Recomputes every edition's hash, chain and text, and looks for a change that nothing caused. */
export async function verifyEditions(
  db: Db,
): Promise<{ count: number; findings: EditionFinding[] }> {
  const findings: EditionFinding[] = []
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
  const canonical = (await findCanonical(db, edition.id))?.canonical ?? ''
  const blocks = await listEditionBlocks(db, edition.id)
  const uncaused = previous && (await hasUncausedChange(db, { report, edition, previous }, blocks))
  const wrong: Partial<Record<EditionProblem, boolean>> = {
    altered: toHex(sha256(canonical)) !== toHex(edition.sha256),
    'broken-chain': toHex(edition.previousSha256) !== toHex(previous?.sha256 ?? null),
    'text-differs': !holdsText(canonical, blocks),
    'changed-without-cause': uncaused ?? false,
  }
  const problems = ['altered', 'broken-chain', 'text-differs', 'changed-without-cause'] as const
  return problems.filter((problem) => wrong[problem])
}

/** The rows that readers are shown say what was frozen. */
function holdsText(canonical: string, blocks: readonly PlacedBlock[]): boolean {
  const hashed = blocks.every((block) => toHex(block.sha256) === toHex(hashBlock(block)))
  return hashed && frozenBlocks(canonical) === canonicalJson(blocks.map(blockDocument))
}

async function hasUncausedChange(
  db: Db,
  { report, edition, previous }: Chained & { previous: Edition },
  blocks: readonly PlacedBlock[],
): Promise<boolean> {
  const old = await listEditionBlocks(db, previous.id)
  const before = new Map(old.map((block) => [block.id, block.text]))
  const changes = await listChanges(db, report.id, edition.id)
  const changed = new Set(changes.map(({ blockId }) => blockId))
  return blocks.some(({ id, text }) => before.get(id) !== text && !changed.has(id))
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
    entries.flatMap(({ object, payload }): [string, string][] => {
      const kept = published.safeParse(payload).data
      return kept ? [[object, kept.sha256]] : []
    }),
  )
}

function toHex(bytes: Uint8Array | null): string | null {
  return bytes && hex(bytes)
}
