import {
  actorOf,
  enterByAddress,
  findPerson,
  findPersonByIdentity,
  listGrants,
  openSession,
  endSession,
  type NewcomerProblem,
  type TypedNewcomer,
} from '../people/index.ts'
import { roleFor, type Action, type Actor, type Role } from '../permissions.ts'
import { sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { thingOf } from './domain.ts'
import { findDomain } from './find-domain.ts'
import { findHindering, saveRole } from './grant-role.ts'
import { stateOf, type Invitation, type InvitationState } from './invitation.ts'
import { findInvitation, lockInvitation, saveAcceptance } from './invitation-store.ts'
import { grantingAction, mayDelegate } from './role.ts'
import { findGrant, lockRoles } from './store.ts'

type Accepting = {
  token: string
  /** Who is signed in, and accepts; a visitor whose address is new here gets an account by it. */
  actor: Actor
  typed: TypedNewcomer
  locale: string
  oldSession: string | undefined
}

export type Accepted =
  /** `session`: a new one, where the visitor came in by it. */
  | { ok: true; invitation: Invitation; session: string | null }
  | { ok: false; problem: 'unknown' }
  /** The address has an account, which this link does not open: it is valid for too long. */
  | { ok: false; problem: 'sign-in'; invitation: Invitation }
  | {
      ok: false
      problem: Exclude<InvitationState, 'waiting'> | 'no-longer' | 'own'
      invitation: Invitation
    }
  /** Whoever accepts may not take part there until then, and has no role meanwhile. */
  | { ok: false; problem: 'banned'; invitation: Invitation; until: Date }
  | { ok: false; problem: 'profile'; invitation: Invitation; problems: NewcomerProblem[] }

/**
 * Accepts an invitation, once: the person gets its role if whoever invited may still give it. A profile that
 * is refused leaves the invitation as it was.
 */
export async function acceptInvitation(db: Db, accepting: Accepting, now: Date): Promise<Accepted> {
  const known = await findInvitation(db, sha256(accepting.token))
  if (!known) return { ok: false, problem: 'unknown' }
  return inTransaction(db, async (tx) => {
    // No role ends while it is looked at who may give it.
    await lockRoles(tx)
    const invitation = await lockInvitation(tx, known.id)
    if (!invitation) return { ok: false, problem: 'unknown' }
    const state = stateOf(invitation, now)
    if (state !== 'waiting') return { ok: false, problem: state, invitation }
    if (accepting.actor.personId === invitation.invitedBy) {
      return { ok: false, problem: 'own', invitation }
    }
    if (await needsSignIn(tx, accepting.actor, invitation)) {
      return { ok: false, problem: 'sign-in', invitation }
    }
    const hindering = await findBan(tx, accepting.actor, invitation, now)
    if (hindering) return { ok: false, problem: 'banned', invitation, until: hindering.until }
    const giver = await findGiver(tx, invitation, now)
    if (!giver) return { ok: false, problem: 'no-longer', invitation }

    const entered = await enter(tx, accepting, invitation, now)
    if (!entered.ok)
      return { ok: false, problem: 'profile', invitation, problems: entered.problems }
    const { personId } = entered
    await saveAcceptance(tx, { id: invitation.id, personId, now })
    await give(tx, { invitation, personId, giver }, now)
    return { ok: true, invitation, session: await openFor(tx, accepting, personId, now) }
  })
}

async function needsSignIn(tx: Db, actor: Actor, { email }: Invitation): Promise<boolean> {
  if (actor.personId !== null || email === null) return false
  return (await findPersonByIdentity(tx, 'email', email)) !== undefined
}

async function findBan(tx: Db, { personId }: Actor, { role, scope }: Invitation, now: Date) {
  return personId === null || role === null ? undefined : findHindering(tx, personId, scope, now)
}

type Giver = { actor: Actor; role: Role }

/** Who invited, in the role in which they may still give what they offered; null where they may not. */
async function findGiver(tx: Db, invitation: Invitation, now: Date): Promise<Giver | null> {
  const { invitedBy, scope, delegatedFrom } = invitation
  const inviter = await findPerson(tx, invitedBy)
  if (!inviter) return null
  const actor = actorOf(inviter, await listGrants(tx, invitedBy, now))
  const role = roleFor(actor, actionBehind(invitation), thingOf(scope))
  if (!role) return null
  if (delegatedFrom === null) return { actor, role }
  const whole = await findGrant(tx, delegatedFrom)
  return whole && mayDelegate(actor, whole, now) ? { actor, role } : null
}

function actionBehind({ role, scope, delegatedFrom }: Invitation): Action {
  if (delegatedFrom !== null) return 'role.delegate'
  return role === null ? 'person.invite' : grantingAction(role, scope.kind)
}

type Giving = { invitation: Invitation; personId: number; giver: Giver }

async function give(tx: Db, { invitation, personId, giver }: Giving, now: Date): Promise<void> {
  const { role, scope, until, delegatedFrom } = invitation
  if (role === null) return
  const domain = await findDomain(tx, scope)
  await saveRole(tx, giver, { personId, role, domain, until, delegatedFrom }, now)
}

async function enter(tx: Db, accepting: Accepting, { email }: Invitation, now: Date) {
  const { actor, typed, locale } = accepting
  if (actor.personId !== null) return { ok: true as const, personId: actor.personId }
  return enterByAddress(tx, { email: email ?? '', typed, locale }, now)
}

async function openFor(tx: Db, accepting: Accepting, personId: number, now: Date) {
  if (accepting.actor.personId !== null) return null
  if (accepting.oldSession) await endSession(tx, accepting.oldSession)
  return openSession(tx, personId, now)
}
