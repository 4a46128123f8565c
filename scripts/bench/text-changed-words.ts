import { isHeading, type ParsedBlock } from '../../src/text/index.ts'
import { joinTexts, type Compared, type Texts } from './text-changes.ts'
import { leastChanged } from './text-least.ts'
import { countWordsIn, wordsOf } from './text-words.ts'

/** Words that are shown as changed, and the fewest that could be. */
export type Ratio = { shown: number; least: number }

/** Words shown as changed in all items that have two texts, beside the fewest of each; and the item that is furthest from it. */
export function weighItems(items: readonly Compared[]): Ratio & { worst: number } {
  let [shown, least, worst] = [0, 0, 1]
  for (const item of items) {
    if (item.old.length === 0 || item.now.length === 0) continue
    if (item.texts.old === item.texts.now) continue
    const mine = countChanged(item)
    const fewest = leastChanged(item.texts.old, item.texts.now)
    shown += mine
    least += fewest
    if (mine > fewest) worst = Math.max(worst, mine / Math.max(1, fewest))
  }
  return { shown, least, worst }
}

/** Words shown as changed, of both texts. */
export function countChanged({ texts, changes }: Compared): number {
  return (
    countWordsIn(wordsOf(texts.old), changes.old) + countWordsIn(wordsOf(texts.now), changes.now)
  )
}

/** Words shown as changed in each block: by its index. */
export type ChangedIn = { old: Map<number, number>; now: Map<number, number> }

/** Counts the words that are shown as changed block by block. */
export function countByBlock(items: readonly Compared[], texts: Texts): ChangedIn {
  const changed: ChangedIn = { old: new Map(), now: new Map() }
  for (const item of items) {
    for (const side of ['old', 'now'] as const) {
      let start = 0
      for (const at of item[side]) {
        const end = start + (texts[side][at]?.text.length ?? 0)
        const own = item.changes[side].flatMap((range) => {
          const [from, to] = [Math.max(range.start, start), Math.min(range.end, end)]
          return from < to ? [{ start: from - start, end: to - start }] : []
        })
        changed[side].set(at, countWordsIn(wordsOf(texts[side][at]?.text ?? ''), own))
        start = end + 1
      }
    }
  }
  return changed
}

/** Words shown as changed in the articles whose number stands in both texts, beside the fewest of each pair of equal number. */
export function weighArticles(changed: ChangedIn, texts: Texts): Ratio {
  const [before, after] = [articlesOf(texts.old), articlesOf(texts.now)]
  let [shown, least] = [0, 0]
  for (const [heading, old] of before) {
    const now = after.get(heading)
    if (!now) continue
    shown += sumOf(old, changed.old) + sumOf(now, changed.now)
    least += leastChanged(joinTexts(texts.old, old), joinTexts(texts.now, now))
  }
  return { shown, least }
}

/**
 * Of paragraphs of eight words or more that stand letter for letter, spaces and apostrophes made equal, exactly once in
 * each text: their words, on both sides, and how many of these are shown as changed.
 */
export function weighStanding(changed: ChangedIn, texts: Texts): { words: number; shown: number } {
  const [before, after] = [placesByText(texts.old), placesByText(texts.now)]
  let [words, shown] = [0, 0]
  for (const [text, old] of before) {
    const now = after.get(text) ?? []
    const count = wordsOf(text).length
    if (old.length !== 1 || now.length !== 1 || count < 8) continue
    words += 2 * count
    shown += sumOf(old, changed.old) + sumOf(now, changed.now)
  }
  return { words, shown }
}

function sumOf(places: readonly number[], counts: ReadonlyMap<number, number>): number {
  return places.reduce((sum, at) => sum + (counts.get(at) ?? 0), 0)
}

/** The blocks below each article's heading; where the same one comes again, those too. */
function articlesOf(blocks: readonly ParsedBlock[]): Map<string, number[]> {
  const articles = new Map<string, number[]>()
  let current: number[] = []
  for (const [at, block] of blocks.entries()) {
    if (!isHeading(block)) current.push(at)
    else if (block.text.startsWith('Article')) {
      current = articles.get(block.text) ?? []
      articles.set(block.text, current)
    } else current = []
  }
  return articles
}

function placesByText(blocks: readonly ParsedBlock[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [at, block] of blocks.entries()) {
    if (isHeading(block)) continue
    const text = block.text.replaceAll(/\s+/g, ' ').replaceAll('’', "'").trim()
    places.set(text, [...(places.get(text) ?? []), at])
  }
  return places
}
