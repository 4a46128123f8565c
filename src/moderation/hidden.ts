import type { Contribution } from '../contributions/index.ts'

/** Moderation hides something of it now. */
export function isHidden({ state, cut }: Pick<Contribution, 'state' | 'cut'>): boolean {
  return state === 'withheld' || cut !== null
}
