import { recordAct } from '../journal/index.ts'
import type { Scope } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { findDomain } from './find-domain.ts'
import { isInForce, type HeldGrant } from './role.ts'
import { stateOf } from './invitation.ts'
import { emptyInvitations, listInvitationsOf, saveWithdrawal } from './invitation-store.ts'
import { listGrantsOf, listOwnGrants, saveEnd } from './store.ts'

/** In whose name it is written down, and in which role. */
type By = { pseudonym: string; role: string }

/** Ends every role that somebody has for a report or the site, with what they lent of it. */
export async function endRolesOf(tx: Db, personId: number, by: By, now: Date): Promise<void> {
  for (const grant of await listOwnGrants(tx, personId)) {
    if (grant.scope.kind === 'organisation' || !isInForce(grant, now)) continue
    const { object } = await findDomain(tx, grant.scope)
    for (const ended of await saveEnd(tx, grant.id, now)) {
      const act = { at: now, role: by.role, actor: by.pseudonym, action: 'role.ended', object }
      await recordAct(tx, act, { role: ended.role, person: ended.pseudonym })
    }
  }
}

/** A role without which a report has nobody to lead it, or the site nobody to keep it. */
export type LastRole = { role: 'editor-in-chief' | 'administrator'; scope: Scope }

/** Those of somebody's roles that nobody else has; what they lent ends with their own. */
export async function listLastRoles(db: Db, personId: number, now: Date): Promise<LastRole[]> {
  const own = (await listOwnGrants(db, personId)).filter((grant) => isInForce(grant, now))
  const lent = new Set(own.map(({ id }) => id))
  const last: LastRole[] = []
  for (const { role, scope } of own) {
    if (role !== 'editor-in-chief' && role !== 'administrator') continue
    const others = (await listGrantsOf(db, scope)).filter(
      (other) => other.role === role && other.personId !== personId && isInForce(other, now),
    )
    if (!others.some((other) => goesOn(other, lent))) last.push({ role, scope })
  }
  return last
}

function goesOn({ delegatedFrom }: HeldGrant, lent: ReadonlySet<number>): boolean {
  return delegatedFrom === null || !lent.has(delegatedFrom)
}

type Invited = { personId: number; emails: readonly string[]; by: By }

/**
 * Takes back the invitations that somebody has sent, or has been sent, and that wait; forgets their addresses, and
 * what was written with those that were theirs.
 */
export async function forgetInvitationsOf(
  tx: Db,
  { personId, emails, by }: Invited,
  now: Date,
): Promise<void> {
  for (const invitation of await listInvitationsOf(tx, personId, emails)) {
    if (stateOf(invitation, now) !== 'waiting') continue
    const { object } = await findDomain(tx, invitation.scope)
    await saveWithdrawal(tx, invitation.id, now)
    const act = { at: now, role: by.role, actor: by.pseudonym, action: 'invitation.withdrawn' }
    await recordAct(tx, { ...act, object }, { invitation: invitation.id })
  }
  await emptyInvitations(tx, personId, emails)
}
