import { sql, type Insertable } from 'kysely'
import type { EditionBlock } from '../platform/db/schema.ts'
import type { Block, Picture } from '../text/index.ts'
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
  sql<Picture | null>`picture`.as('picture'),
  'sha256',
] as const

/** What is stored of a block beside its id, alike in the working text and in editions. */
export const storedColumns = [
  'kind',
  'level',
  'number',
  'text',
  'marks',
  'sentences',
  'next_sentence',
  'picture',
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
    picture: block.picture ? JSON.stringify(block.picture) : null,
    sha256: hashBlock(block),
  }
}
