import { contributionsBehind, type Change, type ToldBlocks } from '../reports/index.ts'
import { blockDigestInput, sameWords, type Block } from '../text/index.ts'
import { findUndoneDivisions, type Doing, type UndoneDivision } from './find-undone-divisions.ts'

/** What a file would undo of what contributions changed, and of what editors split or merged. */
export type Undone = {
  /** How many. */
  passages: number
  /** Their numbers, in order. */
  contributions: number[]
  divisions: UndoneDivision[]
}

/** What a file takes back of these changes, if contributions are their causes, or if they are divisions made by hand. */
export function findUndone(doing: Doing, changes: readonly Change[]): Undone {
  const sides = sidesOf(doing.told)
  const undone = changes.filter((change) => {
    const side = sides.get(change.blockId)
    return side !== undefined && contributionsBehind(change).length > 0 && undoes(side, change)
  })
  const numbers = new Set(undone.flatMap(contributionsBehind))
  return {
    passages: new Set(undone.map(({ blockId }) => blockId)).size,
    contributions: [...numbers].toSorted((one, other) => one - other),
    divisions: findUndoneDivisions(doing, changes),
  }
}

/** `others`: what else there would be of the blocks that became one, or of the one that became several. */
type Sides = { old: Block | null; now: Block | null; others: readonly Block[] }

/** The blocks that would say something else, or be gone, or be there, by their ids. */
function sidesOf(told: readonly ToldBlocks[]): Map<string, Sides> {
  const sides = new Map<string, Sides>()
  for (const { old, now } of told) {
    for (const block of old) sides.set(block.id, { old: block, now: null, others: now })
    for (const block of now) {
      const was = sides.get(block.id)?.old ?? null
      const others = now.filter((one) => one !== block)
      if (was && blockDigestInput(was) === blockDigestInput(block)) sides.delete(block.id)
      else sides.set(block.id, { old: was, now: block, others })
    }
  }
  return sides
}

/**
 * Sentences keep their numbers as long as they say the same, and their words in another block: what a change wrote
 * is undone where a sentence of it goes. Of a change that wrote none, nothing tells, and the warning is given.
 */
function undoes({ old, now, others }: Sides, { operation, sentencesAfter }: Change): boolean {
  if (!old) return operation === 'remove-block'
  if (sentencesAfter.length === 0 || (!now && others.length === 0)) {
    return operation !== 'remove-block'
  }
  return sentencesAfter.some((n) => {
    const words = wordsAt(old, n)
    if (words === undefined || (now && wordsAt(now, n) !== undefined)) return false
    return !others.some((block) => says(block, words))
  })
}

function wordsAt({ text, sentences }: Block, number: number): string | undefined {
  const sentence = sentences.find(({ n }) => n === number)
  return sentence && text.slice(sentence.start, sentence.end).trim()
}

function says({ text, sentences }: Block, words: string): boolean {
  return sentences.some(({ start, end }) => sameWords(text.slice(start, end).trim(), words))
}
