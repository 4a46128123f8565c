import { compactIslands } from './compact-islands.ts'
import { uintAt } from './number-at.ts'
import type { Island } from './runs.ts'

/** How two lists of tokens are compared: what each is worth, and which are no more than space between others. */
export type Weighing = { worthOf: (token: number) => number; isSpace: (token: number) => boolean }

/**
 * Returns what two lists have in common (`compactIslands`): compared without their spaces, a quarter of the work,
 * which then come with what they stand beside where both lists have them there.
 */
export function spacedIslands(old: Uint32Array, now: Uint32Array, weighing: Weighing): Island[] {
  const [olds, news] = [withoutSpaces(old, weighing), withoutSpaces(now, weighing)]
  const lists = { old, now, ...weighing }
  const islands: Island[] = []
  for (const island of compactIslands(olds.tokens, news.tokens, weighing.worthOf)) {
    for (let at = 0; at < island.oldEnd - island.old; at += 1) {
      const from = uintAt(olds.places, island.old + at)
      const to = uintAt(news.places, island.now + at)
      addToken(islands, { from, to }, lists)
    }
  }
  for (const [at, island] of islands.entries()) takeSpaceAfter(island, islands[at + 1], lists)
  return islands
}

type Lists = Weighing & { old: Uint32Array; now: Uint32Array }

function withoutSpaces(list: Uint32Array, { isSpace }: Weighing) {
  const [places, tokens] = [new Uint32Array(list.length), new Uint32Array(list.length)]
  let count = 0
  for (let at = 0; at < list.length; at += 1) {
    const token = uintAt(list, at)
    if (isSpace(token)) continue
    places[count] = at
    tokens[count] = token
    count += 1
  }
  return { places: places.subarray(0, count), tokens: tokens.subarray(0, count) }
}

/** To the last island, if nothing or the same space is between; else as another one, with the space before it. */
function addToken(
  islands: Island[],
  { from, to }: { from: number; to: number },
  lists: Lists,
): void {
  const last = islands.at(-1)
  const end = last ? last.now + last.oldEnd - last.old : 0
  const hasSpace = isSameSpace(from - 1, to - 1, lists)
  const begins = hasSpace && from > (last?.oldEnd ?? 0) && to > end ? 1 : 0
  if (last?.oldEnd === from - begins && end === to - begins) last.oldEnd = from + 1
  else islands.push({ old: from - begins, oldEnd: from + 1, now: to - begins })
}

/** Unless the next one has it. */
function takeSpaceAfter(island: Island, next: Island | undefined, lists: Lists): void {
  const end = island.now + island.oldEnd - island.old
  if (next && (next.old === island.oldEnd || next.now === end)) return
  if (isSameSpace(island.oldEnd, end, lists)) island.oldEnd += 1
}

function isSameSpace(from: number, to: number, { old, now, isSpace }: Lists): boolean {
  const token = old[from]
  return token !== undefined && isSpace(token) && token === now[to]
}
