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
  for (const [index, span] of spans.entries()) {
    const back = span.start - (spans[index - 1]?.end ?? 0)
    const forth = (spans[index + 1]?.start ?? base.tokens.length) - span.end
    slideSpan(span, { base, now, back, forth })
  }
  return spans.map((span) => ({
    start: span.start,
    end: span.end,
    tokens: now.tokens.slice(span.at, span.place),
    begins: now.isLimit(span.at),
    ends: now.isLimit(span.place),
  }))
}

/** How many kept tokens stand before and after a span. */
type Around = { base: Limited; now: Limited; back: number; forth: number }

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
