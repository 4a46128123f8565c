import type { Outcome } from './decision.ts'

/** Contributions that the defence against spam holds back for the same: of how many, since which, and for what. */
export type Alike = { pattern: string; count: number; first: number; signs: string[] }

/** One of them, with the decision that held when it was listed. */
export type InPattern = { number: number; revision: number; signs: string[]; seen: number | null }

/** What somebody decided on several of them at once. */
export type Batch = { decidedAt: Date; outcome: Outcome; count: number }

/** What was just done, and of how many it could be done. */
export type AlikeDone = { what: 'decided' | 'undone' | 'untouched'; done: number; of: number }

/**
 * Decided on at once: what they have in common may be their cause alone, so that each is read, and is left out where it
 * is not like the others. Each is a decision of its own, with a mail to its author.
 */
export const mostAtOnce = 100
