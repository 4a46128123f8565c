import { recordAct } from '../journal/index.ts'
import { lockPerson } from '../people/index.ts'
import { authorize, type Actor, type Role } from '../permissions.ts'
import { sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { NotFound } from '../platform/http/problems.ts'
import { newToken } from '../platform/ids.ts'
import { queueMail, type Mailing } from '../platform/mail/queue-mail.ts'
import { thingOf, type Domain } from './domain.ts'
import { checkInvitation } from './forms.ts'
import {
  invitationDays,
  invitationsADay,
  latestDelegation,
  waitingForOneAddress,
  type CheckedInvitation,
  type TypedInvitation,
  type TypedProblem,
} from './invitation.ts'
import { countInvitations, saveInvitation } from './invitation-store.ts'
import { mayDelegate, rolesToGive, type HeldGrant } from './role.ts'
import { findGrant } from './store.ts'
import { writeInvitation } from './write-invitation.ts'

export type InvitingProblem = TypedProblem | 'too-many-a-day' | 'too-many-waiting'
export type Invited = { ok: true } | { ok: false; problems: InvitingProblem[] }

type Inviting = { mailing: Mailing; domain: Domain; title: string | null; typed: TypedInvitation }

const day = 24 * 3600 * 1000

/** Asks somebody by mail to take part, perhaps with a role that the actor may give. */
export function invitePerson(
  db: Db,
  actor: Actor,
  inviting: Inviting,
  now: Date,
): Promise<Invited> {
  const { domain, typed } = inviting
  return inTransaction(db, async (tx) => {
    const role = authorize(actor, 'person.invite', thingOf(domain.scope))
    const roles = rolesToGive(actor, domain.scope)
    const bounds = { roles, roleless: true, now, latest: null, untilNeeded: false }
    const checked = checkInvitation(typed, bounds)
    if (!checked.ok) return checked
    return send(tx, { actor, role, ...inviting, ...checked, delegatedFrom: null }, now)
  })
}

type Delegating = Inviting & { grantId: number }

/** Asks somebody by mail to hold one of the actor's roles for a time. */
export function delegateRole(
  db: Db,
  actor: Actor,
  delegating: Delegating,
  now: Date,
): Promise<Invited> {
  const { domain, typed, grantId } = delegating
  return inTransaction(db, async (tx) => {
    const grant = await requireDelegable(tx, actor, grantId, now)
    const role = authorize(actor, 'role.delegate', thingOf(domain.scope))
    const checked = checkInvitation(
      { ...typed, role: grant.role },
      {
        roles: [grant.role],
        roleless: false,
        now,
        latest: latestDelegation(grant.until, now),
        untilNeeded: true,
      },
    )
    if (!checked.ok) return checked
    return send(tx, { actor, role, ...delegating, ...checked, delegatedFrom: grantId }, now)
  })
}

/** A role of the actor's own that they may lend; not found for anybody else. */
export async function requireDelegable(
  db: Db,
  actor: Actor,
  grantId: number,
  now: Date,
): Promise<HeldGrant> {
  const grant = await findGrant(db, grantId)
  if (!grant || !mayDelegate(actor, grant, now)) throw new NotFound('a role of one’s own')
  return grant
}

type Sending = Inviting & {
  actor: Actor
  role: Role
  invitation: CheckedInvitation
  delegatedFrom: number | null
}

async function send(tx: Db, sending: Sending, now: Date): Promise<Invited> {
  const { actor, role, mailing, domain, title, invitation, delegatedFrom } = sending
  if (actor.personId === null) throw new NotFound('person')
  // One at a time for one inviter, so that the limits hold.
  const inviter = await lockPerson(tx, actor.personId)
  if (!inviter) throw new NotFound('person')
  const since = new Date(now.getTime() - day)
  const counted = { personId: inviter.id, email: invitation.email, since, now }
  const { sent, waiting } = await countInvitations(tx, counted)
  if (sent >= invitationsADay) return { ok: false, problems: ['too-many-a-day'] }
  if (waiting >= waitingForOneAddress) return { ok: false, problems: ['too-many-waiting'] }

  const token = newToken()
  const expiresAt = new Date(now.getTime() + invitationDays * day)
  const id = await saveInvitation(tx, {
    ...invitation,
    tokenSha256: sha256(token),
    scope: domain.scope,
    delegatedFrom,
    invitedBy: inviter.id,
    createdAt: now,
    expiresAt,
  })
  const address = new URL(`/${invitation.locale}/invitations/${token}`, mailing.publicUrl).href
  const facts = { ...invitation, inviter: inviter.displayName, title, address, expiresAt }
  await queueMail(
    tx,
    mailing,
    writeInvitation({ ...facts, delegated: delegatedFrom !== null }),
    now,
  )
  await recordAct(
    tx,
    { at: now, role, actor: actor.pseudonym, action: 'person.invited', object: domain.object },
    { invitation: id, ...(invitation.role && { role: invitation.role }) },
  )
  return { ok: true }
}
