import { sql } from 'kysely'
import type { Db } from '../../src/platform/db/connect.ts'
import {
  blocksUnder,
  findLatestEdition,
  findReport,
  listEditionBlocks,
  type PlacedBlock,
} from '../../src/reports/index.ts'
import { isHeading } from '../../src/text/index.ts'
import { slug } from './prepared.ts'

/** A page, and how often it is read beside the others of its kind. */
export type ReadPage = { path: string; weight: number }

export type Pages = {
  front: string
  list: string
  /** One for each heading, read as often as its text is long; the longest first. */
  parts: ReadPage[]
  /** Each passage, read as often as people spoke of it; the most spoken of first. */
  passages: ReadPage[]
  /** The most supported contributions and as many others, read as often as they are supported. */
  contributions: ReadPage[]
}

const report = `/fr/reports/${slug}`

/** The addresses of the imported report, with the weight that readers give them. */
export async function findPages(db: Db): Promise<Pages> {
  return {
    front: report,
    list: `${report}/contributions`,
    parts: await listParts(db),
    passages: await listPassages(db),
    contributions: await listContributions(db),
  }
}

async function listParts(db: Db): Promise<ReadPage[]> {
  const found = await findReport(db, slug)
  const edition = found && (await findLatestEdition(db, found.id))
  const blocks = edition ? await listEditionBlocks(db, edition.id) : []
  return blocks
    .filter(isHeading)
    .map(({ id }) => ({ path: `${report}/part/${id}`, weight: lengthOf(blocksUnder(blocks, id)) }))
    .toSorted((one, other) => other.weight - one.weight)
}

function lengthOf(blocks: readonly PlacedBlock[]): number {
  return blocks.reduce((length, { text }) => length + text.length, 0)
}

async function listPassages(db: Db): Promise<ReadPage[]> {
  const { rows } = await sql<{ id: string; weight: number }>`
    select block_id as id, 1 + count(passage.*)::integer as weight
    from edition_block left join passage using (edition_id, block_id)
    group by block_id order by 2 desc, 1`.execute(db)
  return rows.map(({ id, weight }) => ({ path: `${report}/passages/${id}`, weight }))
}

async function listContributions(db: Db): Promise<ReadPage[]> {
  const { rows } = await sql<{ number: number; weight: number }>`
    (select number, supports + 1 as weight from contribution order by supports desc limit 200)
    union
    (select number, supports + 1 from contribution order by number desc limit 200)
    order by 2 desc, 1`.execute(db)
  return rows.map(({ number, weight }) => ({ path: `/fr/contributions/${number}`, weight }))
}
