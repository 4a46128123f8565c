import type { HoldGround } from '../contributions/index.ts'

/** Why something is in the queue: it is held back, readers flagged it, or a decision on it is contested. */
export const queueGrounds = ['before-publication', 'spam-defence', 'flagged', 'contested'] as const
export type QueueGround = HoldGround | 'flagged' | 'contested'

/**
 * What waits for a moderator: which contribution, since when and why; how many flags of readers wait on it, and which
 * appeal.
 */
export type Waiting = {
  number: number
  ground: QueueGround
  signs: string[]
  heldAt: Date
  flags: number
  appealId: number | null
}

/** What moderation knows of somebody: numbers only. */
export type AuthorHistory = { said: number; hidden: number; cut: number }

/** How many wait, on whatever ground. */
export function sumOf(counts: ReadonlyMap<QueueGround, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0)
}
