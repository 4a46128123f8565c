import type { ContributionKind, Stance } from '../contributions/index.ts'
import type { Subject } from './people.ts'

export const slug = 'la-ville-en-partage'

/**
 * How many days before the midnight of the first start (UTC) the report was imported, and its editions
 * were published: a fraction is what was left of the day.
 */
export const calendar = { imported: 89.5, first: 84.42, second: 21.38 } as const

/** What somebody of the demonstration says; before the second edition, they speak of the first. */
export type SampleContribution = {
  /** How replies, answers and second thoughts name it. */
  key: string
  daysAgo: number
  by: Subject
  kind: ContributionKind
  lang: 'fr' | 'en' | 'es'
  /** Words of the passage that it is about, of an amendment: of the sentence; the whole report without. */
  on?: string
  /** Exact words of that passage. */
  words?: string
  /** The topic that it speaks of. */
  topic?: string
  /** The one that it replies to. */
  to?: string
  stance?: Stance
  title?: string
  body: string
  wording?: string
  explanation?: string
  link?: string
  place?: string
  /** The organisation that it is said for, by what its address calls it. */
  speaker?: string
  supportedBy?: readonly Subject[]
}

/** What the editors change by hand: words of a passage, or a paragraph put in after one. */
export type SampleChange = {
  /** Words of the passage. */
  on: string
  /** Null: the new words are a paragraph after it. */
  replaces: string | null
  wording: string
  reason: string
  citation?: string
  link?: string
  erratum?: boolean
}

export type SampleAnswer = {
  daysAgo: number
  to: readonly string[]
  decision: 'accepted' | 'accepted-in-part' | 'declined' | 'noted'
  reason: string
  /** The editors' own words, where they accept an amendment in part. */
  wording?: string
  /** What they change by hand because of what they answer. */
  byHand?: SampleChange
}

/** What became of a contribution before it was answered. */
export type SecondThought = { daysAgo: number; of: string } & (
  | { act: 'revised'; body: string; wording?: string }
  | { act: 'withdrawn' }
  | { act: 'withheld'; rule: number; reason: string }
)
