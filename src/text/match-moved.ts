import type { ParsedBlock } from './block.ts'
import { isHeading } from './outline.ts'
import { isWord, plainTypography, tokensOf } from './tokens.ts'

/**
 * How alike two blocks must be where no neighbour vouches for them: four words in five, where half
 * will do in place. Of all 35,511 pairs of the blocks of a real bill, three are taken for one another.
 */
const leastAlike = 0.8

/** By how much the most alike must be above the next: else nobody can tell which one it was. */
const leastLead = 0.1

/** One word in five of a shorter block can be all that it says («le délai est de deux mois»). */
const leastWords = 8

/** Words in a row by which blocks are looked up. */
const shingleLength = 3

/** Of the blocks that say a shingle, how many are looked at, and of those found, how many compared. */
const mostHolders = 20
const mostCompared = 20

type Unmatched = { old: readonly number[]; now: readonly number[] }

/**
 * Returns pairs of indexes, old and new, of blocks that nothing else matched: moved and edited. They are
 * found by word shingles they share (Broder, 1997) and compared by Dice's coefficient (1945); a pair is
 * each other's most alike among all blocks, also those that are matched, and clearly so: a wrong pair
 * would be worse than none. Near-linear: a shingle leads to a bounded number of blocks.
 */
export function matchMoved(
  old: readonly ParsedBlock[],
  now: readonly ParsedBlock[],
  unmatched: Unmatched,
): [number, number][] {
  if (unmatched.old.length === 0 || unmatched.now.length === 0) return []
  const [oldTexts, newTexts] = [old.map(readBlock), now.map(readBlock)]
  const oldToNew = findMostAlike(unmatched.old, oldTexts, newTexts)
  const newToOld = findMostAlike(unmatched.now, newTexts, oldTexts)
  return [...newToOld].flatMap(([newAt, oldAt]): [number, number][] =>
    oldToNew.get(oldAt) === newAt ? [[oldAt, newAt]] : [],
  )
}

type ReadBlock = { heading: boolean; words: WordCounts; numbers: WordCounts; shingles: string[] }

function readBlock(block: ParsedBlock): ReadBlock {
  const heading = isHeading(block)
  const words = countWords(block.text)
  const { list } = words
  const numbers = countList(list.filter((word) => /^\p{N}/u.test(word)))
  if (list.length < leastWords) return { heading, words, numbers, shingles: [] }
  const shingles = new Set<string>()
  for (let at = 0; at + shingleLength <= list.length; at += 1) {
    shingles.add([heading, ...list.slice(at, at + shingleLength)].join(' '))
  }
  return { heading, words, numbers, shingles: [...shingles] }
}

/** For each of the blocks at these indexes, the one of the others that is clearly the most alike. */
function findMostAlike(
  indexes: readonly number[],
  blocks: readonly ReadBlock[],
  others: readonly ReadBlock[],
): Map<number, number> {
  const holders = indexShingles(others)
  const found = new Map<number, number>()
  for (const at of indexes) {
    const block = blocks[at]
    if (!block) continue
    const alike = findCandidates(block, holders)
      .flatMap((index) => {
        const other = others[index]
        return other ? [{ index, other, score: overlapOf(block.words, other.words) }] : []
      })
      .toSorted((one, two) => two.score - one.score)
    const [best, next] = alike
    if (!best || best.score < leastAlike || !sayNumbersAlike(block, best.other)) continue
    if (best.score - (next?.score ?? 0) >= leastLead) found.set(at, best.index)
  }
  return found
}

/**
 * Formulas differ in their numbers («l’article 40 de la loi … est ainsi modifié»): some may be added or
 * taken away, and few replaced (the overlap coefficient of Szymkiewicz, 1934). Headings are numbered anew
 * as they are moved.
 */
function sayNumbersAlike(one: ReadBlock, other: ReadBlock): boolean {
  const least = Math.min(one.numbers.list.length, other.numbers.list.length)
  return one.heading || commonOf(one.numbers, other.numbers) >= leastAlike * least
}

type Holders = ReadonlyMap<string, readonly number[]>

/** What many blocks say alike leads to some of them only: enough to see that it is ambiguous. */
function indexShingles(blocks: readonly ReadBlock[]): Holders {
  const holders = new Map<string, number[]>()
  for (const [at, { shingles }] of blocks.entries()) {
    for (const shingle of shingles) {
      const known = holders.get(shingle)
      if (!known) holders.set(shingle, [at])
      else if (known.length < mostHolders) known.push(at)
    }
  }
  return holders
}

/** The blocks that share the most shingles with this one. */
function findCandidates({ shingles }: ReadBlock, holders: Holders): number[] {
  const shared = new Map<number, number>()
  for (const shingle of shingles) {
    for (const at of holders.get(shingle) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
  }
  return [...shared]
    .toSorted(([, one], [, two]) => two - one)
    .slice(0, mostCompared)
    .map(([at]) => at)
}

export type WordCounts = { list: readonly string[]; counts: ReadonlyMap<string, number> }

/** The words of a text, however they are capitalised and set. */
export function countWords(text: string): WordCounts {
  return countList(tokensOf(plainTypography(text).toLowerCase()).filter(isWord))
}

function countList(list: readonly string[]): WordCounts {
  const counts = new Map<string, number>()
  for (const word of list) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { list, counts }
}

/** Dice's coefficient on words: from 0, none in common, to 1. */
export function overlapOf(one: WordCounts | undefined, other: WordCounts | undefined): number {
  const size = (one?.list.length ?? 0) + (other?.list.length ?? 0)
  return one && other && size > 0 ? (2 * commonOf(one, other)) / size : 0
}

function commonOf(one: WordCounts, other: WordCounts): number {
  let common = 0
  for (const [word, count] of one.counts) common += Math.min(count, other.counts.get(word) ?? 0)
  return common
}
