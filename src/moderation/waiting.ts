import type { HoldGround } from '../contributions/index.ts'

/** What waits for a moderator: which contribution, since when and why. */
export type Waiting = { number: number; ground: HoldGround; signs: string[]; heldAt: Date }

/** What moderation knows of somebody: numbers only. */
export type AuthorHistory = { said: number; hidden: number; cut: number }

/** How many wait, on whatever ground. */
export function sumOf(counts: ReadonlyMap<HoldGround, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0)
}
