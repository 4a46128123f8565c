import { findIslands } from './find-islands.ts'
import type { TextRange } from './sentences.ts'
import { tokensOf } from './tokens.ts'

/**
 * Tokens of the base from `start` up to `end` that became others. `begins`: a sentence begins there in the text that
 * has them; `ends`: one begins right after them, or the text ends.
 */
export type Hunk = { start: number; end: number; tokens: string[]; begins: boolean; ends: boolean }

/** Words of the base from `start` up to `end` that gave way to those of the other text from `at` up to `place`. */
type Span = { start: number; end: number; at: number; place: number }

/** Returns how a text differs from the base, in the order of both. */
export function hunksOf(base: Limited, now: Limited): Hunk[] {
  const spans: Span[] = []
  let [start, at] = [0, 0]
  const end = { old: base.tokens.length, oldEnd: base.tokens.length, now: now.tokens.length }
  for (const { old, oldEnd, now: place } of [...exactIslands(base.tokens, now.tokens), end]) {
    if (old > start || place > at) spans.push({ start, end: old, at, place })
    start = oldEnd
    at = place + oldEnd - old
  }
  const keptAround = (index: number): Kept => ({
    back: (spans[index]?.start ?? 0) - (spans[index - 1]?.end ?? 0),
    forth: (spans[index + 1]?.start ?? base.tokens.length) - (spans[index]?.end ?? 0),
  })
  for (const [index, span] of spans.entries()) slideSpan(span, { base, now, ...keptAround(index) })
  const apart = spans.flatMap((span, index) => takeApart(span, now, keptAround(index)))
  return apart.map((span) => ({
    start: span.start,
    end: span.end,
    tokens: now.tokens.slice(span.at, span.place),
    begins: now.isLimit(span.at),
    ends: now.isLimit(span.place),
  }))
}

/** By how many tokens: as many as a sign, a quotation mark and spaces between a sentence and the next. */
const slides = [-4, -3, -2, -1, 0, 1, 2, 3, 4]

/**
 * Whole sentences that were put in before or after what gave way are an addition of their own, put where it would be
 * if nothing else had changed: else what is put there by another hand would seem to be elsewhere.
 */
function takeApart(span: Span, { tokens, isLimit }: Limited, { back, forth }: Kept): Span[] {
  const { start, end, at, place } = span
  const before = slides.filter((by) => by <= 0 && -by <= back && isLimit(at + by))
  const after = slides.filter((by) => by >= 0 && by <= forth && isLimit(place + by))
  if (start === end || before.length + after.length === 0) return [span]
  const findWhole = (slide: number, ends: (from: number) => [number, number]) => {
    for (let from = at + 1; from < place; from += 1) {
      const [one, other] = ends(from)
      const isWhole = isLimit(one + slide) && isLimit(other + slide)
      if (isWhole && isSame(tokens, [one, other], slide)) return from
    }
    return -1
  }
  for (const by of after) {
    const from = findWhole(by, (own) => [own, place])
    if (from >= 0) return [{ ...span, place: from }, addedAt(end, [from, place], by)]
  }
  for (const by of before) {
    const from = findWhole(by, (own) => [at, own])
    if (from >= 0) return [addedAt(start, [at, from], by), { ...span, at: from }]
  }
  return [span]
}

/** Whether what would be slid over from the one place is what would be from the other. */
function isSame(tokens: readonly string[], [one, other]: [number, number], by: number): boolean {
  for (let at = Math.min(by, 0); at < Math.max(by, 0); at += 1)
    if (tokens[one + at] !== tokens[other + at]) return false
  return true
}

function addedAt(start: number, [at, place]: [number, number], by: number): Span {
  return { start: start + by, end: start + by, at: at + by, place: place + by }
}

/** How many kept tokens stand before and after a span. */
type Kept = { back: number; forth: number }

type Around = Kept & { base: Limited; now: Limited }

/**
 * What only one text has may stand at several places: it is put where whole sentences are, else as early as can be,
 * so that two hands that did the same did it at the same place.
 */
function slideSpan(span: Span, { base, now, back, forth }: Around): void {
  const isAdded = span.start === span.end
  if (!isAdded && span.at < span.place) return
  const [from, to] = isAdded ? [span.at, span.place] : [span.start, span.end]
  const by = bestSlide(isAdded ? now : base, { from, to, back, forth })
  span.start += by
  span.end += by
  span.at += by
  span.place += by
}

type Sliding = { from: number; to: number; back: number; forth: number }

function bestSlide({ tokens, isLimit }: Limited, { from, to, back, forth }: Sliding): number {
  let [left, right] = [0, 0]
  while (left < back && tokens[from - 1 - left] === tokens[to - 1 - left]) left += 1
  while (right < forth && tokens[from + right] === tokens[to + right]) right += 1
  for (let by = -left; by <= right; by += 1) if (isLimit(from + by) && isLimit(to + by)) return by
  return -left
}

/** `isLimit`: whether a sentence begins at a token, or after the white space there, or the text ends. */
export type Limited = { tokens: readonly string[]; isLimit: (token: number) => boolean }

export function limited(text: string, sentences: readonly TextRange[]): Limited {
  const tokens = tokensOf(text)
  return { tokens, isLimit: sentenceLimits(tokens, text, sentences) }
}

function sentenceLimits(
  tokens: readonly string[],
  text: string,
  sentences: readonly TextRange[],
): (token: number) => boolean {
  const starts = new Set(sentences.map(({ start }) => start))
  const limits = new Uint8Array(tokens.length + 1)
  limits[tokens.length] = 1
  let offset = text.length
  for (const [at, token] of [...tokens.entries()].toReversed()) {
    offset -= token.length
    limits[at] = token.trim() === '' ? (limits[at + 1] ?? 0) : Number(starts.has(offset))
  }
  return (token) => limits[token] === 1
}

/** What both have in common to the letter: typography that was changed is a change. */
function exactIslands(base: readonly string[], now: readonly string[]) {
  return findIslands(base, now).flatMap(({ old, oldEnd, now: place }) => {
    const pieces: { old: number; oldEnd: number; now: number }[] = []
    for (let at = old; at < oldEnd; at += 1) {
      if (base[at] !== now[place + at - old]) continue
      const last = pieces.at(-1)
      if (last?.oldEnd === at) last.oldEnd += 1
      else pieces.push({ old: at, oldEnd: at + 1, now: place + at - old })
    }
    return pieces
  })
}
