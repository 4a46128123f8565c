import { recordAct } from '../journal/index.ts'
import type { Actor, Role } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { actionOf, payloadOf } from './decision.ts'
import { saveDecision, type NewDecision } from './store.ts'

type Keeping = { actor: Actor; role: Role; decision: NewDecision }

/** Keeps a decision and writes it into the journal; returns its id. */
export async function keepDecision(
  tx: Db,
  { actor, role, decision }: Keeping,
  now: Date,
): Promise<number> {
  const id = await saveDecision(tx, decision)
  const object = `contribution/${decision.contributionNumber}`
  await recordAct(
    tx,
    { at: now, role, actor: actor.pseudonym, action: actionOf(decision), object },
    payloadOf({ ...decision, id, asWithholding: false }),
  )
  return id
}
