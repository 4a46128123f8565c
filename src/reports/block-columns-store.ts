import { sql, type Insertable } from 'kysely'
import type { EditionBlock } from '../platform/db/schema.ts'
import type { Block } from '../text/index.ts'
import { hashBlock } from './hash-block.ts'
import type { PlacedBlock } from './report.ts'

/** The columns that hold a block, alike in the working text and in editions. */
export const blockColumns = [
  'block_id as id',
  'kind',
  'level',
  'number',
  'text',
  sql<PlacedBlock['marks']>`marks`.as('marks'),
  sql<PlacedBlock['sentences']>`sentences`.as('sentences'),
  'next_sentence as nextSentence',
  'sha256',
] as const

export function blockValues(
  block: Block,
): Omit<Insertable<EditionBlock>, 'edition_id' | 'position'> {
  return {
    block_id: block.id,
    kind: block.kind,
    level: block.level,
    number: block.number,
    text: block.text,
    marks: JSON.stringify(block.marks),
    sentences: JSON.stringify(block.sentences),
    next_sentence: block.nextSentence,
    sha256: hashBlock(block),
  }
}

/** Rows that fit into one statement: PostgreSQL takes at most 65,535 parameters. */
export function inBatches<T>(rows: readonly T[]): T[][] {
  const size = 2000
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) =>
    rows.slice(at * size, (at + 1) * size),
  )
}
