import type { ParsedBlock, RedlineItem } from '../../src/text/index.ts'
import { findIslands } from '../../src/text/find-islands.ts'
import { tokensOf } from '../../src/text/tokens.ts'
import type { PeerRun } from './text-peers.ts'
import type { Range } from './text-words.ts'

/** What is shown as changed in the old text and in the new one, in order; each range is a mark that is seen. */
export type Changes = { old: Range[]; now: Range[] }

/** An item, its texts (its blocks' joined by LF) and what is shown as changed in them. */
export type Compared = {
  old: readonly number[]
  now: readonly number[]
  texts: { old: string; now: string }
  changes: Changes
}

export type Texts = { old: readonly ParsedBlock[]; now: readonly ParsedBlock[] }

/** What becomes of each item's texts by some way of comparing them, which is given the item, too. */
export function compareItems(
  items: readonly RedlineItem[],
  texts: Texts,
  compare: (old: string, now: string, item: RedlineItem) => Changes,
): Compared[] {
  return items.map((item) => {
    const [old, now] = [joinTexts(texts.old, item.old), joinTexts(texts.now, item.new)]
    return { old: item.old, now: item.new, texts: { old, now }, changes: compare(old, now, item) }
  })
}

/** What runs call changed; changes of typography or of marks alone change no word. */
export function changesOf(runs: readonly (PeerRun & { note?: string })[]): Changes {
  const changes: Changes = { old: [], now: [] }
  let [from, at] = [0, 0]
  for (const { op, text, note } of runs) {
    const isNoted = note !== undefined
    if (op === 'del' && !isNoted) changes.old.push({ start: from, end: from + text.length })
    if (op === 'ins' && !isNoted) changes.now.push({ start: at, end: at + text.length })
    if (op !== 'ins') from += text.length
    if (op !== 'del') at += text.length
  }
  return changes
}

/** What the engine's comparison of tokens does not find in both texts, before its redline is tidied. */
export function untidiedChanges(old: string, now: string): Changes {
  const [before, after] = [tokensOf(old), tokensOf(now)]
  const islands = findIslands(before, after)
  return {
    old: gapsBetween(
      before,
      islands.map(({ old, oldEnd }) => ({ start: old, end: oldEnd })),
    ),
    now: gapsBetween(
      after,
      islands.map(({ old, oldEnd, now }) => ({ start: now, end: now + oldEnd - old })),
    ),
  }
}

export function joinTexts(blocks: readonly ParsedBlock[], places: readonly number[]): string {
  return places.map((at) => blocks[at]?.text ?? '').join('\n')
}

/** What stands between ranges of tokens, as ranges of the text. */
function gapsBetween(tokens: readonly string[], kept: readonly Range[]): Range[] {
  const starts = [0]
  for (const token of tokens) starts.push((starts.at(-1) ?? 0) + token.length)
  const offset = (token: number) => starts[token] ?? 0
  const ends = [{ start: 0, end: 0 }, ...kept]
  return ends
    .map(({ end }, index) => ({
      start: offset(end),
      end: offset(kept[index]?.start ?? tokens.length),
    }))
    .filter(({ start, end }) => end > start)
}
