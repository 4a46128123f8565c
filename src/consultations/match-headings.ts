import { compose } from '../text/index.ts'

export type MatchedHeadings = {
  /** For each title, the id of the block that is its heading. */
  matched: Map<string, string>
  unmatched: string[]
  /** Several headings read like the title, or several titles like the heading: nobody guesses which. */
  ambiguous: string[]
}

type Heading = { id: string; text: string }

/** As in `86 Section 1 — Data`: a number, words, a dash. */
const sectionPrefix = /^\d+\s[^—–]{1,80}\s[—–]\s+/u

/**
 * Finds the heading of each title of a consultation's articles and sections. Compared as NFC, any
 * white space as one space, typographic apostrophes, quotation marks and dashes as straight ones; a
 * section's prefix (`86 Section 1 — `) may be missing from its heading. Capitals matter unless
 * nothing else is found. Titles given twice count once.
 */
export function matchHeadings(
  titles: readonly string[],
  headings: readonly Heading[],
): MatchedHeadings {
  const distinct = [...new Set(titles)]
  const exact = indexHeadings(headings, simplify)
  const loose = indexHeadings(headings, simplifyLoosely)
  const found = new Map<string, readonly string[]>()
  for (const title of distinct) {
    const short = title.trim().replace(sectionPrefix, '')
    const ways = [
      exact.get(simplify(title)),
      exact.get(simplify(short)),
      loose.get(simplifyLoosely(title)),
      loose.get(simplifyLoosely(short)),
    ]
    found.set(title, ways.find((ids) => ids !== undefined) ?? [])
  }
  return sortOut(found)
}

function sortOut(found: ReadonlyMap<string, readonly string[]>): MatchedHeadings {
  const uses = new Map<string, number>()
  for (const id of [...found.values()].flat()) uses.set(id, (uses.get(id) ?? 0) + 1)
  const out: MatchedHeadings = { matched: new Map(), unmatched: [], ambiguous: [] }
  for (const [title, [id, ...others]] of found) {
    if (id === undefined) out.unmatched.push(title)
    else if (others.length > 0 || (uses.get(id) ?? 0) > 1) out.ambiguous.push(title)
    else out.matched.set(title, id)
  }
  return out
}

function indexHeadings(
  headings: readonly Heading[],
  key: (text: string) => string,
): Map<string, string[]> {
  const index = new Map<string, string[]>()
  for (const { id, text } of headings) {
    const ids = index.get(key(text)) ?? []
    index.set(key(text), [...ids, id])
  }
  return index
}

function simplify(text: string): string {
  return compose(text)
    .replace(/\s+/gu, ' ')
    .replace(/[‘’‚‛ʼ′]/g, "'")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .trim()
}

function simplifyLoosely(text: string): string {
  return simplify(text).toLowerCase()
}
