import type { CarryRule } from '../text/index.ts'

/**
 * What became of a passage, compared with what was read: the same words; changed ones; the same words elsewhere;
 * other words in its place; it stands nowhere, or nothing tells at which of several places.
 */
export const anchorStates = ['exact', 'edited', 'moved', 'rewritten', 'orphan'] as const
export type AnchorState = (typeof anchorStates)[number]

/** What an editor decided: it stands there; it stands elsewhere; it stands nowhere. */
export const handRules = ['confirmed', 'attached', 'left'] as const
export type HandRule = (typeof handRules)[number]

/**
 * How it was found: it was written on this edition; its block says what it said; its words were followed through
 * the recorded changes of its block; they stand again in it. All others are by what the two texts say.
 */
export const carriedRules = [
  'as-written',
  'unchanged',
  'recorded',
  'put-back',
  'same-block',
  'became',
  'same-section',
  'elsewhere',
  'worded-anew',
  'gone',
  'ambiguous',
  'not-in-old',
] as const satisfies readonly (CarryRule | 'as-written' | 'unchanged' | 'recorded' | 'put-back')[]
export type CarriedRule = (typeof carriedRules)[number]

export type AnchorRule = CarriedRule | HandRule

/** Offsets in UTF-16 units of the block's text in one edition. */
export type AnchorPlace = { blockId: string; start: number; end: number }

/** Where the passage of a contribution stands in one edition. */
export type Standing = {
  number: number
  state: AnchorState
  /** Null for an orphan. */
  place: AnchorPlace | null
  /** Of an orphan: of the headings that are left, the nearest to where its passage stood; null before the first. */
  homeId: string | null
  rule: AnchorRule
  /** The part of its letters that stand there, 0 to 1; by which rule says what was compared. */
  score: number
  /** An editor should look at it. */
  doubtful: boolean
}

/** Below it, changed words are for an editor to look at. */
export const leastSure = 0.8

/** Below it, they are other words. */
export const leastKept = 0.5

/** How many contributions are in each state. */
export type StateCounts = Record<AnchorState, number>

export function countStates(standings: readonly Pick<Standing, 'state'>[]): StateCounts {
  const counts = { exact: 0, edited: 0, moved: 0, rewritten: 0, orphan: 0 }
  for (const { state } of standings) counts[state] += 1
  return counts
}
