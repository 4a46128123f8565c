import { findIslands } from './find-islands.ts'
import type { TextRange } from './sentences.ts'
import { isWord, plainTypography, tokensOf } from './tokens.ts'

/** Where words stand after a change; `kept`: the part of their letters and digits that is the same, 0 to 1. */
export type Followed = TextRange & { kept: number }

/** A word or number, where it stands, and as it is compared. */
type Word = TextRange & { plain: string }

/**
 * Returns a function that follows a range of a text into the wording that took its place: UTF-16 offsets in either.
 * Where a range's own edge was reworded, the new words up to those around it are taken in; what was put in beside
 * it is not. Null where none of its words is left. By a longest common subsequence of words (Myers, 1986): signs
 * and spaces, which stand anywhere, say nothing.
 */
export function wordFollower(before: string, after: string): (range: TextRange) => Followed | null {
  const sides = { before, after, old: wordsIn(before), now: wordsIn(after) }
  const places = placeWords(sides.old, sides.now)
  return (range) => {
    const { start, end } = trimRange(before, range)
    const first = sides.old.findIndex((word) => word.end > start)
    const last = sides.old.findLastIndex((word) => word.start < end)
    if (first === -1 || last < first) return null
    const kept = partKept(sides.old, places, [first, last])
    const found = {
      start: startIn({ ...sides, places }, first, start),
      end: endIn({ ...sides, places }, last, end),
    }
    return kept === 0 || found.end <= found.start ? null : { ...found, kept }
  }
}

/** Returns how much of some words' letters and digits other words have in the same order, 0 to 1. */
export function keptPart(words: string, others: string): number {
  const old = wordsIn(words)
  return partKept(old, placeWords(old, wordsIn(others)), [0, old.length - 1])
}

function wordsIn(text: string): Word[] {
  let at = 0
  return tokensOf(text).flatMap((token) => {
    const start = at
    at += token.length
    return isWord(token) ? [{ start, end: at, plain: plainTypography(token) }] : []
  })
}

/** Of each old word which of the new ones it is; -1: none. */
function placeWords(old: readonly Word[], now: readonly Word[]): Int32Array {
  const places = new Int32Array(old.length).fill(-1)
  const plain = (words: readonly Word[]) => words.map((word) => word.plain)
  for (const island of findIslands(plain(old), plain(now)))
    for (let at = island.old; at < island.oldEnd; at += 1) places[at] = island.now + at - island.old
  return places
}

function partKept(old: readonly Word[], places: Int32Array, [first, last]: [number, number]) {
  let [kept, all] = [0, 0]
  for (const [at, { start, end }] of old.slice(first, last + 1).entries()) {
    all += end - start
    if ((places[first + at] ?? -1) >= 0) kept += end - start
  }
  return all === 0 ? 0 : kept / all
}

type Sides = {
  before: string
  after: string
  old: readonly Word[]
  now: readonly Word[]
  places: Int32Array
}

function startIn(sides: Sides, first: number, start: number): number {
  const { before, after, old, now, places } = sides
  const [own, was] = [now[places[first] ?? -1], old[first]]
  if (!own || !was) return afterLead(sides, first, start)
  // A part of a word; or signs before it, where they stand again.
  if (start >= was.start) return own.start + sameOffset(was, own, start - was.start)
  const lead = before.slice(start, was.start)
  return after.slice(0, own.start).endsWith(lead) ? own.start - lead.length : own.start
}

/** As `afterLeft`, and past the signs that open what was read and were not read with it, where they stand again. */
function afterLead(sides: Sides, first: number, start: number): number {
  const { before, after, old } = sides
  const at = afterLeft(sides, first)
  const own = Math.min(start, old[first]?.start ?? start)
  const lead = before.slice(old[first - 1]?.end ?? 0, own).replace(closingSigns, '')
  return after.startsWith(lead, at) ? at + lead.length : at
}

const closingSigns = /^[\s.,;:!?…»”)\]]+/u

/** Past the last word before a reworded edge that is kept, and the signs that close it. */
function afterLeft({ after, now, places }: Sides, first: number): number {
  const left = places.subarray(0, first).findLast((place) => place >= 0) ?? -1
  const end = now[left]?.end ?? 0
  return end + (closingSigns.exec(after.slice(end))?.[0].length ?? 0)
}

function endIn(sides: Sides, last: number, end: number): number {
  const { before, after, old, now, places } = sides
  const [own, was] = [now[places[last] ?? -1], old[last]]
  if (!own || !was) return beforeTail(sides, last, end)
  if (end <= was.end) return own.end - sameOffset(was, own, was.end - end)
  const tail = before.slice(was.end, end)
  return after.startsWith(tail, own.end) ? own.end + tail.length : own.end
}

/** As `beforeRight`, and before the signs that close what was read and were not read with it, where they stand again. */
function beforeTail(sides: Sides, last: number, end: number): number {
  const { before, after, old } = sides
  const at = beforeRight(sides, last)
  const own = Math.max(end, old[last]?.end ?? end)
  const tail = withoutOpening(before.slice(own, old[last + 1]?.start))
  return after.slice(0, at).endsWith(tail) ? at - tail.length : at
}

/** Before the first word after a reworded edge that is kept, and the signs that open it. */
function beforeRight({ after, now, places }: Sides, last: number): number {
  const right = places.subarray(last + 1).find((place) => place >= 0) ?? -1
  return withoutOpening(after.slice(0, now[right]?.start)).length
}

/** Without the white space and the signs at its end that open what follows. */
function withoutOpening(text: string): string {
  let at = text.length
  while (at > 0 && /[\s«“([]/u.test(text.charAt(at - 1))) at -= 1
  return text.slice(0, at)
}

/** Within a word that is spelt as long as it was. */
function sameOffset(was: TextRange, own: TextRange, offset: number): number {
  return was.end - was.start === own.end - own.start ? offset : 0
}

/** Without white space at either end. */
function trimRange(text: string, { start, end }: TextRange): TextRange {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  return { start: from, end: from + words.trim().length }
}
