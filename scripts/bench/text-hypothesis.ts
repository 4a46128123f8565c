import { fewestErrors, findApproximately, type Match } from './text-approximate.ts'

/** What an annotation keeps of its place; `position`: where it began in the old text. */
export type Sought = { exact: string; prefix: string; suffix: string; position: number }

/** Letters of context that the client keeps on either side. */
const contextLength = 32

/** What each likeness weighs in a score. */
const weights = { quote: 50, prefix: 20, suffix: 20, position: 2 }

/**
 * Returns where the rule of Hypothesis's client puts a quote: where it stands to the letter, else with the fewest errors,
 * at most half its letters and 256; of several places the one whose quote, context and position are most alike, however
 * little that is. Null where there is none. Written after hypothesis/client, src/annotator/anchoring/match-quote.ts
 * (BSD-2-Clause).
 */
export function matchQuote(text: string, sought: Sought): Match | null {
  const { exact, position } = sought
  const prefix = sought.prefix.slice(-contextLength)
  const suffix = sought.suffix.slice(0, contextLength)
  const scoreOf = ({ start, end, errors }: Match): number =>
    weights.quote * (1 - errors / exact.length) +
    weights.prefix * likenessOf(text.slice(Math.max(0, start - prefix.length), start), prefix) +
    weights.suffix * likenessOf(text.slice(end, end + suffix.length), suffix) +
    weights.position * (1 - Math.abs(start - position) / text.length)
  const standing = findExactly(text, exact)
  const places =
    standing.length > 0 ? standing : findApproximately(text, exact, Math.min(256, exact.length / 2))
  let best: { match: Match; score: number } | null = null
  for (const match of places) {
    const score = scoreOf(match)
    if (!best || score > best.score) best = { match, score }
  }
  return best?.match ?? null
}

/** What an annotation says of its context where it says nothing is always there. */
function likenessOf(found: string, context: string): number {
  if (context === '') return 1
  return found === context ? 1 : 1 - fewestErrors(found, context) / context.length
}

function findExactly(text: string, quote: string): Match[] {
  const found: Match[] = []
  for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1))
    found.push({ start, end: start + quote.length, errors: 0 })
  return found
}

/** Returns where a quote stands with its context to the letter, the first place of several; null where it doesn't. */
export function matchStrictly(text: string, { prefix, exact, suffix }: Sought): Match | null {
  const found = text.indexOf(prefix + exact + suffix)
  if (found === -1 || exact === '') return null
  const start = found + prefix.length
  return { start, end: start + exact.length, errors: 0 }
}
