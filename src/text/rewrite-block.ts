import { type Block, blockDigestInput, type ParsedBlock } from './block.ts'
import { normaliseWording, sameWords } from './normalise-text.ts'
import { numberWording, type Replacement, replaceSentences, wordsOf } from './replace-sentences.ts'
import { splitSentences, type TextRange } from './sentences.ts'

/**
 * Returns the block as a document has it now, under its own id: a sentence whose words come again keeps
 * its number. Returns `old` itself where nothing differs. Throws a RangeError when `lang` isn't a
 * well-formed BCP 47 tag.
 */
export function rewriteBlock(old: Block, parsed: ParsedBlock, lang: string): Block {
  if (blockDigestInput(old) === blockDigestInput(parsed)) return old
  const { kind, level, number, text, marks, picture } = parsed
  const { sentences, nextSentence } = numberWording(old, old.sentences, text, lang)
  const said = { kind, level, number, text, marks, ...(picture && { picture }) }
  return { id: old.id, ...said, sentences, nextSentence }
}

export type Revision = Replacement & { replaced: number[] }

/**
 * Returns the block with its whole text worded anew, as the replacement of the fewest consecutive
 * sentences that differ (`replaced`: their numbers); what is the same at either end stays, with its
 * marks. Refuses as `replaceSentences` does.
 */
export function reviseBlock(block: Block, wording: string, lang: string): Revision {
  const text = normaliseWording(wording, block.kind)
  const ranges = splitSentences(text, lang)
  const [first, lastOld, lastNew] = differingSentences(block, text, ranges)
  const replaced = block.sentences.slice(first, lastOld).map(({ n }) => n)
  const [from, to] = [ranges[first]?.start ?? 0, ranges[lastNew - 1]?.end ?? 0]
  return { ...replaceSentences(block, replaced, text.slice(from, to), lang), replaced }
}

/**
 * The index of the first sentence that differs, and those after the last one, in the old text and in
 * the new; at least one on either side, since a change stands somewhere.
 */
function differingSentences(
  { text: oldText, sentences: old }: Block,
  text: string,
  now: readonly TextRange[],
): [number, number, number] {
  const same = (at: number, other: number): boolean => {
    const [one, two] = [old[at], now[other]]
    return one !== undefined && two !== undefined
      ? sameWords(wordsOf(oldText, one), wordsOf(text, two))
      : false
  }
  const least = Math.max(0, Math.min(old.length, now.length) - 1)
  let first = 0
  while (first < least && same(first, first)) first += 1
  let last = 0
  while (last < least - first && same(old.length - 1 - last, now.length - 1 - last)) last += 1
  return [first, old.length - last, now.length - last]
}
