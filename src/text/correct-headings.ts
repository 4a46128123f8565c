import type { Block, ParsedBlock } from './block.ts'
import { type Heading, numberAfterWords, plainHeading, propositionNumber } from './heading.ts'
import { isHeading } from './outline.ts'

/** What an editor says of the block at an index of the parsed document. */
export type Correction = { as: 'heading' | 'proposition'; level: number } | { as: 'paragraph' }

type ReadNumber = (text: string) => string | null

/** Longer texts are read, not looked up in a table of contents; UTF-16 units. */
const longestHeading = 160

/**
 * Returns the blocks as an editor corrected them; what stands at an index that is no heading or
 * paragraph stays as it is. `propositionWords` begin a proposition in this report, before a number
 * («Mesure 4»): they are read literally, on headings of which no correction says anything. Levels
 * are brought to 1–6.
 */
export function correctHeadings(
  blocks: readonly ParsedBlock[],
  corrections: ReadonlyMap<number, Correction>,
  propositionWords: readonly string[],
): ParsedBlock[] {
  const afterWords = numberAfterWords(propositionWords)
  return blocks.map((block, index) => {
    if (block.kind !== 'paragraph' && !isHeading(block)) return block
    const correction = corrections.get(index)
    if (correction !== undefined) return { ...block, ...become(correction, block.text, afterWords) }
    if (block.kind === 'paragraph' || block.kind === 'proposition') return block
    const number = afterWords(block.text)
    return number === null ? block : { ...block, kind: 'proposition', number }
  })
}

/**
 * Returns the indexes of the paragraphs that look like headings: short, without the end of a
 * sentence, and wholly strong, set like a heading, or begun like «Proposition 7 – …».
 */
export function suggestHeadings(blocks: readonly ParsedBlock[]): number[] {
  return [...blocks.keys()].filter((index) => {
    const block = blocks[index]
    return block !== undefined && block.kind === 'paragraph' && looksLikeHeading(block)
  })
}

function become(correction: Correction, text: string, afterWords: ReadNumber): Heading {
  if (correction.as === 'paragraph') return { kind: 'paragraph', level: 0, number: null }
  const level = Math.min(6, Math.max(1, Math.trunc(correction.level) || 1))
  if (correction.as === 'heading') return plainHeading(level)
  return { kind: 'proposition', level, number: numberOf(text, afterWords) }
}

function numberOf(text: string, afterWords: ReadNumber): string | null {
  return propositionNumber(text) ?? afterWords(text) ?? firstNumber(text)
}

/**
 * Returns a block that was worded anew with the number that its words have now, if it is a proposition: read as a file
 * is, the words before its old number («Mesure 4») being those that begin one here.
 */
export function renumber(old: Pick<Block, 'text' | 'number'>, now: Block): Block {
  if (now.kind !== 'proposition') return now
  const words = old.number === null ? '' : old.text.slice(0, old.text.indexOf(old.number))
  return { ...now, number: numberOf(now.text, numberAfterWords([words])) }
}

function firstNumber(text: string): string | null {
  return /\p{N}+(?:[-.]\p{N}+)*/u.exec(text)?.[0] ?? null
}

function looksLikeHeading(block: ParsedBlock): boolean {
  const { text } = block
  if (text.length > longestHeading || /[.!?…;:,؟۔。][\s»”"')\]]*$/u.test(text)) return false
  return block.likeHeading === true || isWhollyStrong(block) || propositionNumber(text) !== null
}

function isWhollyStrong({ text, marks }: ParsedBlock): boolean {
  let plain = text
  for (const { kind, start, end } of marks) {
    if (kind !== 'strong') continue
    plain = plain.slice(0, start) + ' '.repeat(end - start) + plain.slice(end)
  }
  return plain.trim() === ''
}
