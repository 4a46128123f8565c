import { sha256 } from '../platform/canonical.ts'
import { thresholds, weights, type Facts, type Sign } from './judge.ts'
import type { Saying } from './store.ts'

export type Compared = {
  facts: Facts['text']
  /** The contributions that say nearly the same. */
  alike: number[]
  /** The one that it has most of, if it has a good part of it. */
  nearest: number | null
}

/** Other accounts that said a shingle, from which on it is known. */
const knownFrom = 3

/** What a text has in common with what was said before, by its own account and by others. */
export function compareText(
  sketch: readonly string[],
  sayings: readonly Saying[],
  authorId: number,
): Compared {
  const others = sayings.filter((saying) => saying.authorId !== authorId)
  const known = countOf(others, ({ shingle }) => shingle)
  const shared = [...countOf(others, ({ number }) => number)].toSorted(
    ([one, less], [other, more]) => more - less || one - other,
  )
  const share = (count: number) => count / Math.max(1, sketch.length)
  const [nearest, most] = shared[0] ?? [null, 0]
  return {
    facts: {
      shingles: sketch.length,
      known: share([...known.values()].filter((count) => count >= knownFrom).length),
      copied: share(most),
      original: share(countFirst(sayings, authorId)) >= thresholds.copied,
    },
    alike: shared
      .filter(([, count]) => share(count) >= thresholds.copied)
      .map(([number]) => number),
    nearest: share(most) >= leastInCommon ? nearest : null,
  }
}

/** Share of shingles from which on two texts go together. */
const leastInCommon = 0.25

/** Shingles that this account was the first to say. */
function countFirst(sayings: readonly Saying[], authorId: number): number {
  const first = new Map<string, Saying>()
  for (const saying of sayings) {
    const earlier = first.get(saying.shingle)
    if (!earlier || saying.number < earlier.number) first.set(saying.shingle, saying)
  }
  return [...first.values()].filter((saying) => saying.authorId === authorId).length
}

function countOf<Thing, Key>(things: readonly Thing[], keyOf: (thing: Thing) => Key) {
  const counts = new Map<Key, number>()
  for (const thing of things) {
    const key = keyOf(thing)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

type Patterned = {
  signs: readonly Sign[]
  /** Of the links that are suspect, the first. */
  domain: string | undefined
  /** Of the contribution that it has most of. */
  root: string | undefined
  number: number
  formKey: string
}

/** What a post has in common with those that a moderator can decide on together with it. */
export function patternOf({ signs, domain, root, number, formKey }: Patterned): string {
  const text = root?.startsWith('text:') ? root : `text:${number}`
  if (domain !== undefined) return `domain:${domain}`
  if (signs.includes('campaign-text')) return text
  if (signs.includes('form-replayed')) return `form:${sha256(formKey).toString('hex').slice(0, 16)}`
  const heavy = signs.filter((sign) => weights[sign] >= heavyFrom)
  return heavy.length > 0 ? `signs:${heavy.join('+')}` : text
}

const heavyFrom = 0.7
