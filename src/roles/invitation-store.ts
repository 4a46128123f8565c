import { sql } from 'kysely'
import { toScope, type GrantedRole, type Scope } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { stateOf, type Invitation } from './invitation.ts'

type NewInvitation = {
  tokenSha256: Buffer
  email: string
  locale: string
  message: string | null
  role: GrantedRole | null
  scope: Scope
  until: Date | null
  delegatedFrom: number | null
  invitedBy: number
  createdAt: Date
  expiresAt: Date
}

export async function saveInvitation(tx: Db, invitation: NewInvitation): Promise<number> {
  const { id } = await tx
    .insertInto('invitation')
    .values({
      token_sha256: invitation.tokenSha256,
      email: invitation.email,
      locale: invitation.locale,
      message: invitation.message,
      role: invitation.role,
      scope_kind: invitation.scope.kind,
      scope_id: invitation.scope.id,
      until_at: invitation.until,
      delegated_from: invitation.delegatedFrom,
      invited_by: invitation.invitedBy,
      created_at: invitation.createdAt,
      expires_at: invitation.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Those for that scope, the newest first. */
export async function listInvitations(db: Db, { kind, id }: Scope): Promise<Invitation[]> {
  const rows = await invitations(db)
    .where('invitation.scope_kind', '=', kind)
    .where(sql<boolean>`invitation.scope_id is not distinct from ${id}`)
    .orderBy('invitation.id', 'desc')
    .execute()
  return rows.map(toInvitation)
}

/** How many of them can still be accepted. */
export async function countWaitingInvitations(db: Db, scope: Scope, now: Date): Promise<number> {
  const all = await listInvitations(db, scope)
  return all.filter((invitation) => stateOf(invitation, now) === 'waiting').length
}

export async function findInvitation(db: Db, tokenSha256: Buffer): Promise<Invitation | undefined> {
  const row = await invitations(db)
    .where('invitation.token_sha256', '=', tokenSha256)
    .executeTakeFirst()
  return row && toInvitation(row)
}

/** The invitation as it stands once nobody else uses or withdraws it. */
export async function lockInvitation(tx: Db, id: number): Promise<Invitation | undefined> {
  const row = await invitations(tx)
    .where('invitation.id', '=', id)
    .forUpdate('invitation')
    .executeTakeFirst()
  return row && toInvitation(row)
}

export async function saveAcceptance(
  tx: Db,
  { id, personId, now }: { id: number; personId: number; now: Date },
): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ accepted_at: now, accepted_by: personId })
    .where('id', '=', id)
    .execute()
}

export async function saveWithdrawal(tx: Db, id: number, now: Date): Promise<void> {
  await tx.updateTable('invitation').set({ withdrawn_at: now }).where('id', '=', id).execute()
}

/** How many somebody has sent since then, and how many wait at an address. */
export async function countInvitations(
  db: Db,
  { personId, email, since, now }: { personId: number; email: string; since: Date; now: Date },
): Promise<{ sent: number; waiting: number }> {
  const { sent, waiting } = await db
    .selectFrom('invitation')
    .select((select) => [
      select.fn
        .countAll<string>()
        .filterWhere('invited_by', '=', personId)
        .filterWhere('created_at', '>', since)
        .as('sent'),
      select.fn
        .countAll<string>()
        .filterWhere('email', '=', email)
        .filterWhere('accepted_at', 'is', null)
        .filterWhere('withdrawn_at', 'is', null)
        .filterWhere('expires_at', '>', now)
        .as('waiting'),
    ])
    .where((where) => where.or([where('invited_by', '=', personId), where('email', '=', email)]))
    .executeTakeFirstOrThrow()
  return { sent: Number(sent), waiting: Number(waiting) }
}

/** Forgets whom those were for that are over and were made before then. */
export async function forgetAddresses(tx: Db, now: Date, before: Date): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ email: null, message: null })
    .where('email', 'is not', null)
    .where('created_at', '<', before)
    .where((where) =>
      where.or([
        where('expires_at', '<=', now),
        where('accepted_at', 'is not', null),
        where('withdrawn_at', 'is not', null),
      ]),
    )
    .execute()
}

function invitations(db: Db) {
  return db
    .selectFrom('invitation')
    .innerJoin('person as inviter', 'inviter.id', 'invitation.invited_by')
    .select(['invitation.id', 'invitation.email', 'invitation.locale', 'invitation.message'])
    .select(['invitation.role', 'scope_kind as kind', 'scope_id as scopeId'])
    .select(['until_at as until', 'delegated_from as delegatedFrom', 'invited_by as invitedBy'])
    .select(['inviter.display_name as inviter', 'invitation.created_at as createdAt'])
    .select(['invitation.expires_at as expiresAt', 'accepted_at as acceptedAt'])
    .select(['accepted_by as acceptedBy', 'withdrawn_at as withdrawnAt'])
}

function toInvitation<Row extends { kind: string; scopeId: number | null }>({
  kind,
  scopeId,
  ...row
}: Row) {
  return { ...row, scope: toScope(kind, scopeId) }
}

/** Those that somebody has sent, and those that were sent to these addresses; held until the transaction ends. */
export async function listInvitationsOf(
  tx: Db,
  personId: number,
  emails: readonly string[],
): Promise<Invitation[]> {
  const rows = await invitations(tx)
    .where((the) =>
      the.or([
        the('invitation.invited_by', '=', personId),
        the('invitation.email', '=', sql<string>`any(${[...emails]}::text[])`),
      ]),
    )
    .orderBy('invitation.id')
    .forUpdate('invitation')
    .execute()
  return rows.map(toInvitation)
}

/** Forgets these addresses, those to which nobody has answered, and what somebody has written or been written. */
export async function emptyInvitations(
  tx: Db,
  personId: number,
  emails: readonly string[],
): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ email: null, message: null })
    .where((the) =>
      the.or([
        the('accepted_by', '=', personId),
        the('email', '=', sql<string>`any(${[...emails]}::text[])`),
        the.and([the('invited_by', '=', personId), the('accepted_at', 'is', null)]),
      ]),
    )
    .execute()
  await tx
    .updateTable('invitation')
    .set({ message: null })
    .where('invited_by', '=', personId)
    .execute()
}
