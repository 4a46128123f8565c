import { plainTypography } from './tokens.ts'

/**
 * Words that both texts have, or one of them. `typography`: what is removed and what is inserted
 * for it differ in spaces, quotation marks or apostrophes only.
 */
export type Run = { op: 'same' | 'ins' | 'del'; text: string; note?: 'typography' }

/** Tokens `old` up to `oldEnd` of the old text that are those from `now` on of the new one. */
export type Island = { old: number; oldEnd: number; now: number }

/** What both texts have, after what each has of its own. */
type Stretch = { del: string; ins: string; same: string }

/**
 * Returns the runs of two token lists that have the islands in common, but for typography. Between
 * two `same` there is at most one `del` and one `ins`, in that order.
 */
export function writeRuns(
  old: readonly string[],
  now: readonly string[],
  islands: readonly Island[],
): Run[] {
  const stretches = stretchesOf(old, now, islands)
  const runs: Run[] = []
  for (const [index, stretch] of stretches.entries()) {
    const before = stretches[index - 1]?.same.at(-1) ?? ''
    runs.push(...changeRuns(stretch, before))
    if (stretch.same !== '') runs.push({ op: 'same', text: stretch.same })
  }
  return runs
}

function stretchesOf(
  old: readonly string[],
  now: readonly string[],
  islands: readonly Island[],
): Stretch[] {
  let current: Stretch = { del: '', ins: '', same: '' }
  const stretches = [current]
  const change = (del: string, ins: string): void => {
    if (del === '' && ins === '') return
    if (current.same !== '') stretches.push((current = { del: '', ins: '', same: '' }))
    current.del += del
    current.ins += ins
  }
  let from = 0
  let at = 0
  for (const island of [...islands, { old: old.length, oldEnd: old.length, now: now.length }]) {
    change(old.slice(from, island.old).join(''), now.slice(at, island.now).join(''))
    for (const [index, token] of old.slice(island.old, island.oldEnd).entries()) {
      const other = now[island.now + index] ?? ''
      if (token === other) current.same += token
      else change(token, other)
    }
    from = island.oldEnd
    at = island.now + island.oldEnd - island.old
  }
  return stretches
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

/** French sets some signs off with a no-break space that other hands leave out. */
function closeSigns(text: string): string {
  return plainTypography(text).replace(/ *([":;!?%€]) */g, '$1')
}
