import { sql } from 'kysely'
import { toScope, type GrantedRole, type Scope } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import type { HeldGrant } from './role.ts'

type NewGrant = {
  personId: number
  role: GrantedRole
  scope: Scope
  from: Date
  until: Date | null
  /** Null for whoever has the command line. */
  by: number | null
  delegatedFrom: number | null
}

export async function saveGrant(tx: Db, grant: NewGrant): Promise<number> {
  const { id } = await tx
    .insertInto('role_grant')
    .values({
      person_id: grant.personId,
      role: grant.role,
      scope_kind: grant.scope.kind,
      scope_id: grant.scope.id,
      from_at: grant.from,
      until_at: grant.until,
      granted_by: grant.by,
      delegated_from: grant.delegatedFrom,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A grant with the names to show beside it. */
export type ShownGrant = HeldGrant & {
  name: string
  /** Null where the operator gave it. */
  givenBy: string | null
}

/** All that were ever given for that scope, the oldest first. */
export async function listGrantsOf(db: Db, { kind, id }: Scope): Promise<ShownGrant[]> {
  const rows = await grants(db)
    .where('role_grant.scope_kind', '=', kind)
    .where(sql<boolean>`role_grant.scope_id is not distinct from ${id}`)
    .execute()
  return rows.map(toGrant)
}

/** All that a person ever had, the oldest first. */
export async function listOwnGrants(db: Db, personId: number): Promise<ShownGrant[]> {
  const rows = await grants(db).where('role_grant.person_id', '=', personId).execute()
  return rows.map(toGrant)
}

export async function findGrant(db: Db, id: number): Promise<ShownGrant | undefined> {
  const row = await grants(db).where('role_grant.id', '=', id).executeTakeFirst()
  return row && toGrant(row)
}

/** Ends it and what was delegated of it; returns those that were in force until now. */
export async function saveEnd(tx: Db, id: number, now: Date): Promise<EndedGrant[]> {
  return (
    tx
      .updateTable('role_grant')
      .from('person')
      // One that was given in this very millisecond ends in the next.
      .set({
        until_at: sql<Date>`greatest(${now}, from_at + interval '1 millisecond')`,
        end_noted: true,
      })
      .whereRef('person.id', '=', 'role_grant.person_id')
      .where((where) =>
        where.or([where('role_grant.id', '=', id), where('role_grant.delegated_from', '=', id)]),
      )
      .where((where) => where.or([where('until_at', 'is', null), where('until_at', '>', now)]))
      .where('from_at', '<=', now)
      .where('end_noted', '=', false)
      .returning(['role_grant.id', 'role_grant.role', 'person.pseudonym'])
      .execute()
  )
}

export type EndedGrant = { id: number; role: GrantedRole; pseudonym: string }

/** Those whose time is over and whose end the journal does not have yet; marks that it has. */
export async function takeEnded(
  tx: Db,
  now: Date,
): Promise<(EndedGrant & { scope: Scope; at: Date })[]> {
  const rows = await tx
    .updateTable('role_grant')
    .from('person')
    .set({ end_noted: true })
    .whereRef('person.id', '=', 'role_grant.person_id')
    .where('until_at', '<=', now)
    .where('end_noted', '=', false)
    .returning(['role_grant.id', 'role_grant.role', 'person.pseudonym'])
    .returning(['scope_kind as kind', 'scope_id as scopeId', 'until_at as at'])
    .execute()
  return rows.map(({ kind, scopeId, at, ...ended }) => ({
    ...ended,
    scope: toScope(kind, scopeId),
    at: at ?? now,
  }))
}

/** Until the transaction ends nobody else ends a role, or gives one that somebody invited to. */
export async function lockRoles(tx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('roles', 0))`.execute(tx)
}

function grants(db: Db) {
  return db
    .selectFrom('role_grant')
    .innerJoin('person', 'person.id', 'role_grant.person_id')
    .leftJoin('person as giver', 'giver.id', 'role_grant.granted_by')
    .select(['role_grant.id', 'role_grant.person_id as personId', 'role_grant.role'])
    .select(['role_grant.scope_kind as kind', 'role_grant.scope_id as scopeId'])
    .select(['role_grant.from_at as from', 'role_grant.until_at as until'])
    .select('role_grant.delegated_from as delegatedFrom')
    .select(['person.display_name as name', 'giver.display_name as givenBy'])
    .orderBy('role_grant.id')
}

function toGrant<Row extends { kind: string; scopeId: number | null }>({
  kind,
  scopeId,
  ...row
}: Row) {
  return { ...row, scope: toScope(kind, scopeId) }
}

/** What the journal calls an organisation: the module that keeps them stands above this one. */
export async function findOrganisationObject(db: Db, id: number): Promise<string> {
  const { slug } = await db
    .selectFrom('organisation')
    .select('slug')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return `organisation/${slug}`
}
