import type { Island, Tokens } from './runs.ts'
import { plainTypography } from './tokens.ts'

/** What only one text has, between two islands: tokens from `start` up to `end` of that text. */
type Change = { text: Tokens; start: number; end: number }

/**
 * Returns the islands so that what only one of the texts has begins, of all places where it could, where a reader
 * would say that it does: at the beginning of a line, else of a sentence, else of a word. («Un. |Deux. |Trois.» and
 * not «Un|. Deux|. Trois.»)
 */
export function slideChanges(islands: readonly Island[], old: Tokens, now: Tokens): Island[] {
  const slid = islands.map((island) => ({ ...island }))
  for (const [index, after] of slid.entries()) {
    const before = slid[index - 1]
    if (!before) continue
    const nowEnd = before.now + before.oldEnd - before.old
    const change =
      before.oldEnd === after.old
        ? { text: now, start: nowEnd, end: after.now }
        : { text: old, start: before.oldEnd, end: after.old }
    if (before.oldEnd !== after.old && nowEnd !== after.now) continue
    const by = bestSlide(change, before.oldEnd - before.old, after.oldEnd - after.old)
    before.oldEnd += by
    after.old += by
    after.now += by
  }
  return slid.filter(({ old: from, oldEnd }) => oldEnd > from)
}

/** By how many tokens, to the right; it may use up what stands before it or after it. */
function bestSlide(change: Change, before: number, after: number): number {
  let [best, most] = [0, clearness(change.text, change.start)]
  const consider = (by: number): void => {
    const clear = clearness(change.text, change.start + by)
    if (clear <= most) return
    most = clear
    best = by
  }
  for (let by = 1; by <= after && isSame(change, by - 1); by += 1) consider(by)
  for (let by = -1; by >= -before && isSame(change, by); by -= 1) consider(by)
  return best
}

/** Whether the token at that distance from where the change begins is the one at that distance from its end. */
function isSame({ text: { tokens }, start, end }: Change, distance: number): boolean {
  const [one, other] = [tokens[start + distance], tokens[end + distance]]
  if (one === undefined || other === undefined) return false
  return one === other || plainTypography(one) === plainTypography(other)
}

const endsSentence = /^[.!?;؟۔]$/u
const endsClause = /^[,:،]$/u

/** How clearly something begins at that token: 4 a line, 3 a sentence, 2 a clause, 1 a word, 0 nothing. */
function clearness({ tokens }: Tokens, at: number): number {
  const [before = '\n', last = ''] = [tokens[at - 1], tokens[at - 2]]
  if (before === '\n') return 4
  // The space before a sentence comes with it, where it can't stay behind.
  if (endsSentence.test(before)) return 2
  if (before.trim() !== '') return 0
  if (endsSentence.test(last)) return 3
  return endsClause.test(last) ? 2 : 1
}
