import type { Db } from '../platform/db/connect.ts'
import type { Contribution } from './contribution.ts'
import { lockContribution } from './store.ts'

export type HoldingProblem = 'not-there' | 'not-published' | 'revised-meanwhile'

export type Held = { ok: true; contribution: Contribution } | { ok: false; problem: HoldingProblem }

/**
 * Holds a contribution to a report until the caller's transaction ends, so that what is decided on it
 * is decided on the revision that was read; a problem where it says something else by now.
 */
export async function holdContribution(
  tx: Db,
  { reportId, number, read }: { reportId: number; number: number; read: number },
): Promise<Held> {
  const contribution = await lockContribution(tx, number)
  if (contribution?.reportId !== reportId) return { ok: false, problem: 'not-there' }
  if (contribution.state !== 'published') return { ok: false, problem: 'not-published' }
  if (contribution.revision !== read) return { ok: false, problem: 'revised-meanwhile' }
  return { ok: true, contribution }
}
