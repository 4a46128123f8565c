import { recordAct } from '../journal/index.ts'
import { roleFor, type Actor, type Role } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { NotFound, SignInNeeded } from '../platform/http/problems.ts'
import { listLastRoles } from './end-roles-of.ts'
import { findDomain } from './find-domain.ts'
import { thingOf } from './domain.ts'
import { grantingAction, isInForce, type HeldGrant } from './role.ts'
import { findGrant, listGrantsOf, lockRoles, saveEnd } from './store.ts'

export type EndingProblem = 'ended-already' | 'last-administrator' | 'last-editor-in-chief'
export type Ended = { ok: true } | { ok: false; problem: EndingProblem }

/**
 * Ends a role that somebody has, with what was delegated of it: by whoever may give such a role, by its
 * holder, or by whoever delegated it. The site keeps one administrator.
 */
export function endGrant(db: Db, actor: Actor, grantId: number, now: Date): Promise<Ended> {
  return inTransaction(db, async (tx) => {
    await lockRoles(tx)
    const grant = await findGrant(tx, grantId)
    const role = grant && (await roleToEnd(tx, actor, grant))
    if (!grant || !role) throw actor.kind === 'visitor' ? new SignInNeeded() : new NotFound('grant')
    if (!isInForce(grant, now)) return { ok: false, problem: 'ended-already' }
    if (await isLastAdministrator(tx, grant, now))
      return { ok: false, problem: 'last-administrator' }
    if (await isLeftAlone(tx, actor, grant, now))
      return { ok: false, problem: 'last-editor-in-chief' }

    const { object } = await findDomain(tx, grant.scope)
    const all = await saveEnd(tx, grantId, now)
    if (all.length === 0) return { ok: false, problem: 'ended-already' }
    for (const ended of all) {
      await recordAct(
        tx,
        { at: now, role, actor: actor.pseudonym, action: 'role.ended', object },
        { role: ended.role, person: ended.pseudonym },
      )
    }
    return { ok: true }
  })
}

/** The role in which the actor may end it; null where they may not. */
export async function roleToEnd(db: Db, actor: Actor, grant: HeldGrant): Promise<Role | null> {
  const { role, scope } = grant
  const giver = roleFor(actor, grantingAction(role, scope.kind), thingOf(scope))
  if (giver || actor.personId === null) return giver
  if (grant.personId === actor.personId) return 'contributor'
  const whole = grant.delegatedFrom === null ? undefined : await findGrant(db, grant.delegatedFrom)
  return whole?.personId === actor.personId ? whole.role : null
}

async function isLastAdministrator(tx: Db, grant: HeldGrant, now: Date): Promise<boolean> {
  if (grant.role !== 'administrator') return false
  const others = (await listGrantsOf(tx, grant.scope)).filter(
    (other) => other.role === 'administrator' && other.id !== grant.id && isInForce(other, now),
  )
  return others.length === 0
}

/** Whoever is alone at the head of a report does not simply go; administrators, who can name another, may end it. */
async function isLeftAlone(tx: Db, actor: Actor, grant: HeldGrant, now: Date): Promise<boolean> {
  if (grant.personId !== actor.personId || grant.role !== 'editor-in-chief') return false
  if (roleFor(actor, 'role.grant', null)) return false
  const last = await listLastRoles(tx, grant.personId, now)
  return last.some(({ role, scope }) => role === grant.role && scope.id === grant.scope.id)
}
