import { recordAct } from '../journal/index.ts'
import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { NotFound } from '../platform/http/problems.ts'
import { isSameScope, thingOf, type Domain } from './domain.ts'
import { stateOf, type InvitationState } from './invitation.ts'
import { lockInvitation, saveWithdrawal } from './invitation-store.ts'

export type Withdrawn = { ok: true } | { ok: false; state: InvitationState }

/** Takes an invitation back that nobody has accepted yet: by whoever may invite for that scope. */
export function withdrawInvitation(
  db: Db,
  actor: Actor,
  { id, domain }: { id: number; domain: Domain },
  now: Date,
): Promise<Withdrawn> {
  return inTransaction(db, async (tx) => {
    const role = authorize(actor, 'person.invite', thingOf(domain.scope))
    const invitation = await lockInvitation(tx, id)
    if (!invitation || !isSameScope(invitation.scope, domain.scope)) {
      throw new NotFound('invitation')
    }
    const state = stateOf(invitation, now)
    if (state !== 'waiting') return { ok: false, state }
    await saveWithdrawal(tx, id, now)
    const { object } = domain
    await recordAct(
      tx,
      { at: now, role, actor: actor.pseudonym, action: 'invitation.withdrawn', object },
      { invitation: id },
    )
    return { ok: true }
  })
}
