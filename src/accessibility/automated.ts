import { canonicalJson, sha256, type Json } from '../platform/canonical.ts'
import type { Day } from '../platform/paris-days.ts'

/** What programs found on pages in their states: an annex of the declaration, and never counted as an audit. */
export type AutomatedResults = {
  madeOn: Day
  /** Each with its version. */
  checkers: string[]
  pages: { name: string; faults: string[] }[]
}

export function isFaulty({ faults }: AutomatedResults['pages'][number]): boolean {
  return faults.length > 0
}

/** What the journal says of them: of which day, of how many pages, and the hash of all that they say. */
export function payloadOfResults({ madeOn, checkers, pages }: AutomatedResults): {
  [key: string]: Json
} {
  const faulty = pages.filter(isFaulty).length
  const said = canonicalJson({ checkers, pages })
  return { madeOn, pages: pages.length, faulty, sha256: sha256(said).toString('hex') }
}
