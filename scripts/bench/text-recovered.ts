import type { RedlineItem } from '../../src/text/index.ts'
import { joinTexts, type Texts } from './text-changes.ts'

/**
 * Returns what is wrong with a redline, a line for each fault: items whose runs don't give both their texts back to the
 * letter, and blocks that stand in no item, or in several. Empty where all is well.
 */
export function findFaults(items: readonly RedlineItem[], texts: Texts): string[] {
  return [
    ...items.flatMap((item, index) => [
      ...(read(item, 'del') === joinTexts(texts.old, item.old) ? [] : [`item ${index}: old text`]),
      ...(read(item, 'ins') === joinTexts(texts.now, item.new) ? [] : [`item ${index}: new text`]),
    ]),
    ...findMisplaced(
      items.flatMap(({ old }) => old),
      texts.old.length,
    ).map((at) => `old block ${at}`),
    ...findMisplaced(
      items.flatMap(({ new: now }) => now),
      texts.now.length,
    ).map((at) => `new block ${at}`),
  ]
}

function read({ runs }: RedlineItem, own: 'ins' | 'del'): string {
  return runs
    .filter(({ op }) => op === 'same' || op === own)
    .map(({ text }) => text)
    .join('')
}

function findMisplaced(placed: readonly number[], length: number): number[] {
  const times = new Map<number, number>()
  for (const at of placed) times.set(at, (times.get(at) ?? 0) + 1)
  const missing = Array.from({ length }, (_, at) => at).filter((at) => !times.has(at))
  return [
    ...missing,
    ...[...times].flatMap(([at, count]) => (count > 1 || at >= length ? [at] : [])),
  ]
}
