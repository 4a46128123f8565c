import type { Picture } from './picture.ts'

export type BlockKind =
  | 'part'
  | 'chapter'
  | 'section'
  | 'proposition'
  | 'paragraph'
  | 'list-item'
  | 'quote'
  | 'table'
  | 'figure'
  | 'note'

/** What a mark says of its words, without saying which words. */
export type MarkStyle =
  | { kind: 'strong' | 'emphasis' | 'superscript' | 'subscript' }
  | { kind: 'link'; href: string }
  | { kind: 'language'; lang: string }
  | { kind: 'note-reference'; note: string }

/** A style on the words from `start` up to `end`: UTF-16 offsets in the block's text. */
export type Mark = MarkStyle & { start: number; end: number }

/**
 * A sentence of a block: UTF-16 offsets in its text. The sentences of a block are contiguous and
 * cover its text; `n` is given once within the block and never used again.
 */
export type Sentence = { n: number; start: number; end: number }

/** A block as a document gives it, before it is given an id and numbered sentences. */
export type ParsedBlock = {
  kind: BlockKind
  /** Headings: depth under the title, from 1. List items: nesting, from 1. Others: 0. */
  level: number
  /** The number as it is displayed («7», «1er», «b»), which the text of a heading holds as well. */
  number: string | null
  /** NFC; see `normaliseText` for white space. Tables: cells joined by TAB, rows by LF. */
  text: string
  marks: Mark[]
  /** Of a paragraph that a document sets as it sets headings, without saying that it is one. */
  likeHeading?: true
  /** Of a figure, where it was kept. */
  picture?: Picture | null
}

/** The unit of text; see the words in the design, §3. */
export type Block = ParsedBlock & {
  id: string
  sentences: Sentence[]
  /** The number that the next new sentence gets. */
  nextSentence: number
}

/**
 * Returns the string whose hash stands for what a block says: kind, level, number, text, marks, and
 * its picture, if it has one. Its id and its sentence numbers are left out, so that equal blocks of two
 * documents are equal.
 */
export function blockDigestInput(block: ParsedBlock): string {
  const marks = block.marks.map(markDigestInput).toSorted()
  const { kind, level, number, text, picture } = block
  return JSON.stringify([kind, level, number, text, marks, ...(picture ? [shownBy(picture)] : [])])
}

/** Whether two blocks say the same in the same way: their digests' inputs are equal. */
export function isSameBlock(one: ParsedBlock, other: ParsedBlock): boolean {
  if (one.text !== other.text || one.kind !== other.kind) return false
  return blockDigestInput(one) === blockDigestInput(other)
}

/** Its sort and size are in its bytes. */
function shownBy({ sha256, described }: Picture): [string, boolean] {
  return [sha256, described]
}

function markDigestInput(mark: Mark): string {
  return JSON.stringify([mark.start, mark.end, mark.kind, detailOf(mark)])
}

function detailOf(mark: Mark): string | null {
  if (mark.kind === 'link') return mark.href
  if (mark.kind === 'language') return mark.lang
  return mark.kind === 'note-reference' ? mark.note : null
}
