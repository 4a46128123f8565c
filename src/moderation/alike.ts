import type { Outcome } from './decision.ts'

/** Contributions that the defence against spam holds back for the same: of how many, since which, and for what. */
export type Alike = { pattern: string; count: number; first: number; signs: string[] }

/** One of them, with the decision that held when it was listed. */
export type InPattern = { number: number; revision: number; signs: string[]; seen: number | null }

/** What somebody decided on several of them at once. */
export type Batch = { decidedAt: Date; outcome: Outcome; count: number }

/** What was just done, and of how many it could be done. */
export type AlikeDone = { what: 'decided' | 'undone'; done: number; of: number }

/** Decided on at once: each is a decision of its own, with a mail to its author, and nobody waits minutes for a page. */
export const mostAtOnce = 500

/** Shown of them, for whoever decides on all: they are alike. */
export const examplesShown = 5
