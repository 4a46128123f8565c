import type { Block, ParsedBlock } from './block.ts'
import { numberSentences } from './sentences.ts'

/**
 * Returns the blocks with an id each, from `newId`, and their sentences numbered from 1. Throws a
 * RangeError when `lang` isn't a well-formed BCP 47 tag.
 */
export function makeBlocks(
  parsed: readonly ParsedBlock[],
  lang: string,
  newId: () => string,
): Block[] {
  return parsed.map((block) => ({
    id: newId(),
    kind: block.kind,
    level: block.level,
    number: block.number,
    text: block.text,
    marks: block.marks,
    ...(block.picture && { picture: block.picture }),
    ...numberSentences(block.text, lang),
  }))
}
