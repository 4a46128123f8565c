import {
  compose,
  correctHeadings,
  isHeading,
  suggestHeadings,
  type ParsedBlock,
} from '../text/index.ts'
import { headingsOf, type Upload } from './upload.ts'

export type HeadingRow = { index: number; block: ParsedBlock }

export type HeadingRows = {
  rows: HeadingRow[]
  /** From 1. */
  page: number
  pages: number
  /** What was looked for, '' for the headings themselves. */
  find: string
  count: number
}

/** On a page of the corrections' form. */
const rowsAtOnce = 100

/**
 * What the corrections' form lists: headings and what looks like them, in the document or as it was
 * corrected; or the headings and paragraphs that hold the words looked for.
 */
export function findRows(
  { document, corrections }: Upload,
  blocks: readonly ParsedBlock[],
  { page, find }: { page: number; find: string },
): HeadingRows {
  const { propositionWords } = corrections
  const read = correctHeadings(document.blocks, new Map(), propositionWords)
  const listed = new Set([...suggestHeadings(document.blocks), ...headingsOf(corrections).keys()])
  const all = blocks.flatMap((block, index) => {
    const original = read[index]
    const correctable = block.kind === 'paragraph' || isHeading(block)
    const heading = isHeading(block) || (original && isHeading(original)) || listed.has(index)
    const asked = find === '' ? heading : holds(block, find)
    return correctable && asked ? [{ index, block }] : []
  })
  const pages = Math.max(1, Math.ceil(all.length / rowsAtOnce))
  const at = Math.min(page, pages)
  const rows = all.slice((at - 1) * rowsAtOnce, at * rowsAtOnce)
  return { rows, page: at, pages, find, count: all.length }
}

function holds({ text }: ParsedBlock, find: string): boolean {
  return plain(text).includes(plain(find))
}

function plain(words: string): string {
  return compose(words).replaceAll(/\s+/gu, ' ').toLowerCase()
}
