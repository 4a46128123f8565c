import { sql } from 'kysely'
import type { Office } from '../people/index.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Mandate, MandateRole, Member } from './mandate.ts'
import type { Speaking } from './speaking.ts'

/** All who are of it or ask to be, those who were first first. */
export async function listMembers(db: Db, organisationId: number): Promise<Member[]> {
  const rows = await members(db)
    .where('organisation_id', '=', organisationId)
    .orderBy('since')
    .orderBy('organisation_member.id')
    .execute()
  return rows.map(toMember)
}

export async function findMember(
  db: Db,
  organisationId: number,
  id: number,
): Promise<Member | undefined> {
  const row = await members(db)
    .where('organisation_id', '=', organisationId)
    .where('organisation_member.id', '=', id)
    .executeTakeFirst()
  return row && toMember(row)
}

export async function findMembership(
  db: Db,
  organisationId: number,
  personId: number,
): Promise<Member | undefined> {
  const row = await members(db)
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row && toMember(row)
}

type NewMember = { organisationId: number; personId: number; askedAt: Date; since: Date | null }

/** False where they are of it or ask already. */
export async function saveMember(tx: Db, member: NewMember): Promise<boolean> {
  const saved = await tx
    .insertInto('organisation_member')
    .values({
      organisation_id: member.organisationId,
      person_id: member.personId,
      asked_at: member.askedAt,
      since: member.since,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'person_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return saved !== undefined
}

export async function saveSince(tx: Db, id: number, since: Date): Promise<void> {
  await tx.updateTable('organisation_member').set({ since }).where('id', '=', id).execute()
}

export async function saveOffice(tx: Db, id: number, office: Office | null): Promise<void> {
  await tx
    .updateTable('organisation_member')
    .set({ office: office?.kind ?? null, office_title: office?.title ?? null })
    .where('id', '=', id)
    .execute()
}

export async function deleteMember(tx: Db, id: number): Promise<void> {
  await tx.deleteFrom('organisation_member').where('id', '=', id).execute()
}

/** Of an organisation all that were ever given, in the order in which they begin. */
export async function listMandates(db: Db, organisationId: number): Promise<Mandate[]> {
  const rows = await db
    .selectFrom('role_grant')
    .innerJoin('person', 'person.id', 'role_grant.person_id')
    .select(['role_grant.id', 'role_grant.person_id as personId', 'role_grant.role'])
    .select(['person.display_name as name', 'from_at as from', 'until_at as until'])
    .where('scope_kind', '=', 'organisation')
    .where('scope_id', '=', organisationId)
    .orderBy('from_at')
    .orderBy('role_grant.id')
    .$narrowType<{ role: MandateRole }>()
    .execute()
  return rows
}

/** Ends it then: at its own end or before. */
export async function saveUntil(tx: Db, id: number, until: Date | null): Promise<void> {
  await tx
    .updateTable('role_grant')
    .set({ until_at: until, end_noted: true })
    .where('id', '=', id)
    .execute()
}

/** Takes back what has not begun. */
export async function deleteMandate(tx: Db, id: number): Promise<void> {
  await tx.deleteFrom('role_grant').where('id', '=', id).execute()
}

/** Every organisation for which somebody may speak at that moment, by name. */
export async function listSpeaking(db: Db, personId: number, now: Date): Promise<Speaking[]> {
  const rows = await db
    .selectFrom('role_grant')
    .innerJoin('organisation', 'organisation.id', 'role_grant.scope_id')
    .leftJoin('organisation_member as member', (join) =>
      join
        .onRef('member.organisation_id', '=', 'organisation.id')
        .onRef('member.person_id', '=', 'role_grant.person_id'),
    )
    .select(['organisation.id', 'organisation.slug', 'organisation.name'])
    .select('helix_side as helixSide')
    .select(['public_body as publicBody', 'verified_at as verifiedAt'])
    .select(['from_at as from', 'until_at as until'])
    .select(['member.office', 'member.office_title as officeTitle'])
    .where('role_grant.person_id', '=', personId)
    .where('scope_kind', '=', 'organisation')
    .where('role', '=', 'representative')
    .where('from_at', '<=', now)
    .where((where) => where.or([where('until_at', 'is', null), where('until_at', '>', now)]))
    .orderBy(sql`lower(organisation.name)`)
    .orderBy('organisation.id')
    .orderBy('role_grant.id')
    .execute()
  // A hand-over that is undone may give two mandates that overlap.
  const firsts = rows.filter(({ id }, at) => rows.findIndex((row) => row.id === id) === at)
  return firsts.map(({ verifiedAt, office, officeTitle, ...row }) => ({
    ...row,
    verified: verifiedAt !== null,
    office: toOffice(office, officeTitle),
  }))
}

export type OwnOrganisation = {
  id: number
  slug: string
  name: string
  since: Date | null
  leads: boolean
  verified: boolean
}

/** All that somebody is of or asks to be, by name. */
export async function listOwn(db: Db, personId: number, now: Date): Promise<OwnOrganisation[]> {
  const rows = await db
    .selectFrom('organisation_member as member')
    .innerJoin('organisation', 'organisation.id', 'member.organisation_id')
    .select(['organisation.id', 'slug', 'name', 'member.since', 'verified_at as verifiedAt'])
    .select((the) =>
      the
        .exists(
          the
            .selectFrom('role_grant')
            .select('role_grant.id')
            .whereRef('role_grant.person_id', '=', 'member.person_id')
            .whereRef('scope_id', '=', 'organisation.id')
            .where('scope_kind', '=', 'organisation')
            .where('role', '=', 'organisation-lead')
            .where('from_at', '<=', now)
            .where((where) =>
              where.or([where('until_at', 'is', null), where('until_at', '>', now)]),
            ),
        )
        .as('leads'),
    )
    .where('member.person_id', '=', personId)
    .orderBy(sql`lower(name)`)
    .orderBy('organisation.id')
    .execute()
  return rows.map(({ verifiedAt, leads, ...row }) => ({
    ...row,
    leads: Boolean(leads),
    verified: verifiedAt !== null,
  }))
}

function members(db: Db) {
  return db
    .selectFrom('organisation_member')
    .innerJoin('person', 'person.id', 'organisation_member.person_id')
    .select(['organisation_member.id', 'organisation_id as organisationId'])
    .select(['person_id as personId', 'person.display_name as name', 'person.pseudonym'])
    .select(['asked_at as askedAt', 'since'])
    .select(['organisation_member.office', 'organisation_member.office_title as officeTitle'])
}

type MemberRow = Omit<Member, 'office'> & {
  office: Office['kind'] | null
  officeTitle: string | null
}

function toMember({ office, officeTitle, ...row }: MemberRow): Member {
  return { ...row, office: toOffice(office, officeTitle) }
}

function toOffice(kind: Office['kind'] | null, title: string | null): Office | null {
  return kind === null || title === null ? null : { kind, title }
}
