import type { Db } from '../platform/db/connect.ts'
import { lockContribution } from './store.ts'

export type HoldingProblem = 'not-published' | 'revised-meanwhile'

/**
 * Holds a contribution until the caller's transaction ends, so that what is decided on it is decided
 * on the revision that was read; a problem where it says something else by now.
 */
export async function holdContribution(
  tx: Db,
  { number, revision }: { number: number; revision: number },
): Promise<HoldingProblem | null> {
  const said = await lockContribution(tx, number)
  if (said?.state !== 'published') return 'not-published'
  return said.revision === revision ? null : 'revised-meanwhile'
}
