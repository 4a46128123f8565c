import type { Contribution } from '../contributions/index.ts'
import type { PlacedBlock } from '../reports/index.ts'
import type { Excerpt, Piece } from './excerpt.ts'
import type { QueryProblem } from './query.ts'

/** Shown on a page: what is shown is read through word by word, and a longer page is not read to its end. */
export const pageLength = 10

export const groups = ['text', 'contributions'] as const

/** Where something was found: in the newest edition, or in what was said of it. */
export type Group = (typeof groups)[number]

export type FoundPassage = {
  id: string
  /** The headings that it stands under, the outermost first. */
  above: PlacedBlock[]
  /** The heading on whose page it is read: null where it stands before the first. */
  top: string | null
  excerpt: Excerpt
}

export type FoundContribution = {
  contribution: Contribution
  title: Piece[] | null
  excerpt: Excerpt
}

/** How many there are in each group, and one page of one of them. */
export type Results = {
  counts: Record<Group, number>
  group: Group
  page: number
  pages: number
  passages: FoundPassage[]
  contributions: FoundContribution[]
}

export type SearchProblem = QueryProblem | 'common-words'

export type Outcome =
  | { ok: true; results: Results }
  | { ok: false; problem: SearchProblem }
  | { ok: false; problem: 'too-many-of-network'; until: Date }
