import type { NewChange } from './change.ts'
import { foldTypography, splitSentences } from '../text/index.ts'

/**
 * The sentences that a change brought, their typography folded: those of its words that the ones it replaced do not
 * say. All of its words where it only said them more often, or in another order; none where it only took words away.
 */
export function broughtBy({ before, after }: Pick<NewChange, 'before' | 'after'>): string[] {
  const replaced = foldTypography(before ?? '')
  const brought = sentencesOf(after).filter((sentence) => !replaced.includes(sentence))
  if (brought.length > 0) return brought
  const words = foldTypography(after.trim())
  return replaced.includes(words) ? [] : [words]
}

/** The sentences of words, their typography folded. */
export function sentencesOf(words: string): string[] {
  return splitSentences(words, 'und').map(({ start, end }) =>
    foldTypography(words.slice(start, end).trim()),
  )
}

type Touching<C> = ReadonlyMap<string, readonly C[]>

type Bringing<C> = {
  /** The changes of each block, in their order. */
  touching: Touching<C>
  /** The words of a block by now. */
  now: string
}

/**
 * Of the changes made before a split, those that brought words which the second piece took and which stand by now:
 * of each sentence the last, also of the block that the one which was split was a piece of. None of
 * anything but a split.
 */
export function bringersOf<C extends NewChange>(split: C, { touching, now }: Bringing<C>): Set<C> {
  if (split.operation !== 'split-block') return new Set()
  const took = foldTypography(split.otherBlock?.text ?? '')
  const stands = foldTypography(now)
  const isSought = (words: string) => took.includes(words) && stands.includes(words)
  const bringers = new Set<C>()
  const ways = new Set([split])
  // Goes on with what it adds, in the order of a set.
  for (const way of ways) {
    for (const one of bringersBefore(way, touching, isSought)) {
      if (one.operation === 'split-block') ways.add(one)
      else bringers.add(one)
    }
  }
  return bringers
}

/** By which words came into a block that was then split: of each the last; and what made it a piece of another. */
function bringersBefore<C extends NewChange>(
  split: C,
  touching: Touching<C>,
  isSought: (words: string) => boolean,
): C[] {
  const { blockId } = split
  const made = touching.get(blockId) ?? []
  const found = new Set<string>()
  const earlier = made.slice(0, made.indexOf(split)).toReversed()
  return earlier.filter((one) => {
    if (one.otherBlock?.id === blockId) return one.operation === 'split-block'
    const brought = broughtBy(one).filter((words) => isSought(words) && !found.has(words))
    for (const words of brought) found.add(words)
    return brought.length > 0
  })
}
