import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { Change } from './change.ts'
import { changes, fromRow } from './change-store.ts'
import { divisionsOf, type Division, type PublishedDivision } from './divisions.ts'
import { keptPart } from '../text/index.ts'
import { findEdition, findEditionBlock, listPastTexts, type PastText } from './edition-store.ts'
import type { PlacedBlock } from './report.ts'

/** What splits and mergers that editions published did to a passage, in their order. */
export async function listDivisions(db: Db, blockId: string): Promise<Division[]> {
  const { rows } = await sql<PublishedDivision>`
    select edition.number as "editionNumber", operation,
      json_build_object('id', block_id, 'text', after_text) as first,
      json_build_object('id', other_block ->> 'id', 'text', other_block ->> 'text') as other
    from change join edition on edition.id = change.edition_id
    where other_block is not null and other_block ->> 'id' in (
      select other_block ->> 'id' from change
      where other_block is not null and (block_id = ${blockId} or other_block ->> 'id' = ${blockId}))
    order by change.id`.execute(db)
  return divisionsOf(blockId, rows)
}

/** The splits and mergers of which these blocks were the other one of two, in their order. */
export async function listDivisionsOfOthers(db: Db, ids: readonly string[]): Promise<Change[]> {
  if (ids.length === 0) return []
  const rows = await changes(db)
    .where(sql`change.other_block ->> 'id'`, 'in', ids)
    .execute()
  return rows.map(fromRow)
}

/** A passage of which another is a part. */
export type Whole = {
  block: PlacedBlock
  /** The edition since which the other is a part of it, or of one that became a part of it. */
  since: number
  /** The edition that has these words: an earlier one than the latest, where it was removed since. */
  editionNumber: number
}

/**
 * The passage that a published one became a part of, as it is now, through all mergers since, and through splits to
 * the piece that has the most of its words; undefined where it became none, or one that no edition published.
 */
export async function findWhole(
  db: Db,
  reportId: number,
  blockId: string,
): Promise<Whole | undefined> {
  const merger = await findMergedInto(db, blockId)
  if (!merger) return undefined
  const into = await followWords(db, blockId, merger.with.id)
  const last = await lastTextOf(db, into)
  // Taken out before an edition had them as one, it was never a part of anything for readers.
  if (!last || last.editionNumber < merger.editionNumber) return undefined
  const edition = await findEdition(db, reportId, last.editionNumber)
  const block = edition && (await findEditionBlock(db, edition.id, into))
  return block && { block, since: merger.editionNumber, editionNumber: edition.number }
}

async function lastTextOf(db: Db, blockId: string): Promise<PastText | undefined> {
  return (await listPastTexts(db, blockId)).at(-1)
}

/** Where the words of a passage are by now that became a part of another: the id of that one, or of its piece. */
async function followWords(db: Db, blockId: string, into: string): Promise<string> {
  const words = (await lastTextOf(db, blockId))?.text ?? ''
  const seen = new Set([blockId])
  let here = into
  for (let next: string | undefined = into; next !== undefined;) {
    here = next
    seen.add(here)
    const merger = await findMergedInto(db, here)
    if (merger && !seen.has(merger.with.id)) next = merger.with.id
    else next = await findPiece(db, { here, words, seen })
  }
  return here
}

type Following = { here: string; words: string; seen: ReadonlySet<string> }

/** The piece that was split off a passage and has more of some words than it has left; undefined where none has. */
async function findPiece(db: Db, { here, words, seen }: Following): Promise<string | undefined> {
  let kept = keptPart(words, (await lastTextOf(db, here))?.text ?? '')
  let best: string | undefined
  for (const { did, with: piece } of await listDivisions(db, here)) {
    if (did !== 'gave-piece' || seen.has(piece.id)) continue
    const part = keptPart(words, piece.text)
    if (part > kept) [best, kept] = [piece.id, part]
  }
  return best
}

async function findMergedInto(db: Db, blockId: string): Promise<Division | undefined> {
  const last = (await listDivisions(db, blockId)).findLast(
    ({ did }) => did === 'split-off' || did === 'merged-into',
  )
  return last?.did === 'merged-into' ? last : undefined
}
