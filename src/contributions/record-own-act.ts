import { recordAct } from '../journal/index.ts'
import type { Actor, Role } from '../permissions.ts'
import type { Json } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { SignInNeeded } from '../platform/http/problems.ts'
import { enqueue } from '../platform/jobs/enqueue.ts'
import { saveReceipt } from './receipt-store.ts'

export type OwnAct = {
  actor: Actor
  role: Role
  action:
    | 'contribution.published'
    | 'contribution.received'
    | 'contribution.revised'
    | 'contribution.withdrawn'
  number: number
}

/**
 * Writes down what an author did with a contribution of theirs, with a receipt that is mailed once
 * its entry is sealed. All of it in the act's own transaction.
 */
export async function recordOwnAct(
  tx: Db,
  { actor, role, action, number }: OwnAct,
  payload: { [key: string]: Json },
  now: Date,
): Promise<void> {
  const object = `contribution/${number}`
  const act = { at: now, role, actor: actor.pseudonym, action, object }
  const entryId = await recordAct(tx, act, payload)
  await saveReceipt(tx, { entryId, contributionNumber: number, personId: requirePersonId(actor) })
  await enqueue(tx, 'contributions.send-receipt', { entryId })
}

/** Whoever acts is somebody. */
export function requirePersonId({ personId }: Actor): number {
  if (personId === null) throw new SignInNeeded()
  return personId
}
