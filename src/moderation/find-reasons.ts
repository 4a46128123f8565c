import { findHold } from '../contributions/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { findCharter } from './charter-store.ts'
import type { Decision } from './decision.ts'
import { isFromFlags } from './flag-store.ts'
import type { Reasons } from './statement.ts'

type Reasoned = Pick<
  Decision,
  | 'id'
  | 'contributionNumber'
  | 'holdId'
  | 'outcome'
  | 'ground'
  | 'reason'
  | 'decidedAt'
  | 'cuts'
  | 'files'
>

/** All that the statement of a decision’s reasons says, but for what its author did. */
export async function findReasons(db: Db, decision: Reasoned): Promise<Omit<Reasons, 'contest'>> {
  const { contributionNumber: number, holdId, ground } = decision
  const hold = holdId === null ? undefined : await findHold(db, holdId)
  const version = ground && 'rule' in ground ? ground.version : null
  return {
    number,
    decision,
    waited: hold?.ground ?? null,
    charter: version === null ? undefined : await findCharter(db, version),
    flagged: await isFromFlags(db, decision.id),
  }
}
