import { plainTypography } from './tokens.ts'

/**
 * Words that both texts have, or one of them. `typography`: what is removed and what is inserted
 * for it differ in spaces, quotation marks or apostrophes only. `mark`: of words that both have, they gained or lost
 * one (`redlineTexts` alone says so).
 */
export type Run = { op: 'same' | 'ins' | 'del'; text: string; note?: 'typography' | 'mark' }

/** Tokens `old` up to `oldEnd` of the old text that are those from `now` on of the new one. */
export type Island = { old: number; oldEnd: number; now: number }

/** A text as tokens, and where each begins; `starts` has the text's length as its last. UTF-16 units. */
export type Tokens = { text: string; tokens: readonly string[]; starts: Uint32Array }

/** What both texts have, after what each has of its own. */
type Stretch = { del: string; ins: string; same: string }

/**
 * Returns the runs of two texts that have the islands in common, but for typography. Between
 * two `same` there is at most one `del` and one `ins`, in that order.
 */
export function writeRuns(old: Tokens, now: Tokens, islands: readonly Island[]): Run[] {
  const stretches = stretchesOf(old, now, islands)
  const runs: Run[] = []
  for (const [index, stretch] of stretches.entries()) {
    const before = stretches[index - 1]?.same.at(-1) ?? ''
    runs.push(...changeRuns(stretch, before))
    if (stretch.same !== '') runs.push({ op: 'same', text: stretch.same })
  }
  return runs
}

function stretchesOf(old: Tokens, now: Tokens, islands: readonly Island[]): Stretch[] {
  let current: Stretch = { del: '', ins: '', same: '' }
  const stretches = [current]
  const change = (del: string, ins: string): void => {
    if (del === '' && ins === '') return
    if (current.same !== '') stretches.push((current = { del: '', ins: '', same: '' }))
    current.del += del
    current.ins += ins
  }
  let [from, at] = [0, 0]
  const whole = old.tokens.length
  for (const island of [...islands, { old: whole, oldEnd: whole, now: now.tokens.length }]) {
    change(textOf(old, from, island.old), textOf(now, at, island.now))
    const size = island.oldEnd - island.old
    for (let index = 0; index < size;) {
      const equal = equalFrom({ old, now }, island, index)
      current.same += textOf(old, island.old + index, island.old + equal)
      index = equal
      if (index === size) break
      change(old.tokens[island.old + index] ?? '', now.tokens[island.now + index] ?? '')
      index += 1
    }
    from = island.oldEnd
    at = island.now + size
  }
  return stretches
}

function textOf({ text, starts }: Tokens, from: number, end: number): string {
  return from === end ? '' : text.slice(starts[from], starts[end])
}

/** Up to which of its tokens an island is the same to the letter, from one of them on. */
function equalFrom(
  { old, now }: { old: Tokens; now: Tokens },
  island: Island,
  index: number,
): number {
  const size = island.oldEnd - island.old
  let end = index
  while (end < size && old.tokens[island.old + end] === now.tokens[island.now + end]) end += 1
  return end
}

function changeRuns({ del, ins, same }: Stretch, before: string): Run[] {
  const after = same.slice(0, 1)
  const typographic = sameButTypography(before + del + after, before + ins + after)
  const note = typographic ? ({ note: 'typography' } as const) : {}
  const runs: Run[] = [
    { op: 'del', text: del, ...note },
    { op: 'ins', text: ins, ...note },
  ]
  return runs.filter(({ text }) => text !== '')
}

function sameButTypography(one: string, other: string): boolean {
  return closeSigns(one) === closeSigns(other)
}

/** French sets some signs off with a no-break space that other hands leave out («n° 58», «1° De»). */
function closeSigns(text: string): string {
  return plainTypography(text).replace(/ *([":;!?%€°º]) */g, '$1')
}
