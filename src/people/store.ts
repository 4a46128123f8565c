import { sql } from 'kysely'
import { toScope, type BanInForce, type Grant, type GrantedRole } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { isOffered, type OfferedLocale } from '../platform/messages.ts'
import type { Issuer } from '../platform/oidc/provider-settings.ts'
import type { HelixSide, OfficeKind, Person } from './person.ts'

export const personColumns = [
  'person.id',
  'person.pseudonym',
  'person.display_name as displayName',
  'person.helix_side as helixSide',
  'person.organisation',
  'person.territory',
  'person.languages',
  'person.office',
  'person.office_title as officeTitle',
] as const

export type PersonRow = Omit<Person, 'office'> & {
  office: OfficeKind | null
  officeTitle: string | null
}

export function toPerson<Found extends PersonRow>({ office, officeTitle, ...row }: Found) {
  const held = office === null || officeTitle === null ? null : { kind: office, title: officeTitle }
  return { ...row, office: held }
}

export type Provider = 'email' | 'demonstration' | 'import' | Issuer

export async function findPerson(db: Db, id: number): Promise<Person | undefined> {
  const row = await db
    .selectFrom('person')
    .select(personColumns)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toPerson(row)
}

/** Holds the person's row, so that one role is not given twice at once. */
export async function lockPerson(tx: Db, id: number): Promise<Person | undefined> {
  const row = await tx
    .selectFrom('person')
    .select(personColumns)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row && toPerson(row)
}

export async function findPersonByIdentity(
  db: Db,
  provider: Provider,
  subject: string,
): Promise<Person | undefined> {
  const row = await db
    .selectFrom('identity')
    .innerJoin('person', 'person.id', 'identity.person_id')
    .select(personColumns)
    .where('identity.provider', '=', provider)
    .where('identity.subject', '=', subject)
    .executeTakeFirst()
  return row && toPerson(row)
}

export type DemonstrationAccount = Person & { subject: string; roles: GrantedRole[] }

export async function listDemonstrationAccounts(db: Db): Promise<DemonstrationAccount[]> {
  const rows = await db
    .selectFrom('identity')
    .innerJoin('person', 'person.id', 'identity.person_id')
    .leftJoin('role_grant', 'role_grant.person_id', 'person.id')
    .select([...personColumns, 'identity.subject', 'role_grant.role'])
    .where('identity.provider', '=', 'demonstration')
    .orderBy('person.id')
    .execute()
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap(([first, ...rest]) => {
    if (!first) return []
    const { role: _, ...account } = first
    return [{ ...toPerson(account), roles: [first, ...rest].flatMap((row) => row.role ?? []) }]
  })
}

/** Grants in force at that moment. */
export async function listGrants(db: Db, personId: number, now: Date): Promise<Grant[]> {
  const rows = await db
    .selectFrom('role_grant')
    .select(['role', 'scope_kind as kind', 'scope_id as id'])
    .where('person_id', '=', personId)
    .where('from_at', '<=', now)
    .where((where) => where.or([where('until_at', 'is', null), where('until_at', '>', now)]))
    .execute()
  return rows.map(({ role, kind, id }) => ({ role, scope: toScope(kind, id) }))
}

/** Where that person may not take part at that moment; of the whole site first. */
export async function listBansInForce(
  db: Db,
  personId: number,
  now: Date,
): Promise<(BanInForce & { until: Date })[]> {
  const rows = await db
    .selectFrom('ban')
    .select(['id', 'scope_kind as kind', 'scope_id as scopeId', 'until_at as until'])
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('until_at', '>', now)
    .orderBy('scope_id', (by) => by.asc().nullsFirst())
    .execute()
  return rows.map(({ id, kind, scopeId, until }) => ({ id, scope: toScope(kind, scopeId), until }))
}

/** Whether they can ever sign in: pseudonyms that came with a consultation cannot. */
export async function hasWayIn(db: Db, personId: number): Promise<boolean> {
  const row = await db
    .selectFrom('identity')
    .select('subject')
    .where('person_id', '=', personId)
    .where('provider', '<>', 'import')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export type NewPerson = {
  pseudonym: string
  displayName: string
  helixSide: HelixSide | null
  organisation: string | null
  locale: string
  createdAt: Date
}

export async function savePerson(tx: Db, person: NewPerson): Promise<number> {
  const { id } = await tx
    .insertInto('person')
    .values({
      pseudonym: person.pseudonym,
      display_name: person.displayName,
      helix_side: person.helixSide,
      organisation: person.organisation,
      locale: person.locale,
      created_at: person.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

type Identity = {
  personId: number
  provider: Provider
  subject: string
  siret?: string | null
  createdAt: Date
}

export async function saveIdentity(tx: Db, identity: Identity): Promise<void> {
  const { personId, createdAt, ...rest } = identity
  await tx
    .insertInto('identity')
    .values({ ...rest, person_id: personId, created_at: createdAt })
    .execute()
}

/** Whoever holds an identity makes its person or gives it to one, and nobody else until the transaction ends. */
export async function lockIdentity(tx: Db, provider: Provider, subject: string): Promise<void> {
  const name = `identity ${provider} ${subject}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx)
}

export type Account = Person & { locale: string; trueName: string | null; emails: string[] }

/** A person with what only they see of themselves. */
export async function findAccount(db: Db, personId: number): Promise<Account | undefined> {
  const person = await db
    .selectFrom('person')
    .select([...personColumns, 'person.locale', 'person.true_name as trueName'])
    .where('id', '=', personId)
    .executeTakeFirst()
  const ways = await db
    .selectFrom('identity')
    .select('subject')
    .where('provider', '=', 'email')
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .orderBy('subject')
    .execute()
  return person && { ...toPerson(person), emails: ways.map(({ subject }) => subject) }
}

/** Where a person gets mail, the address that they had first, and in which language; undefined where they have none. */
export async function findAddress(
  db: Db,
  personId: number,
): Promise<{ email: string; locale: OfferedLocale } | undefined> {
  const { emails: [email] = [], locale = '' } = (await findAccount(db, personId)) ?? {}
  return email === undefined ? undefined : { email, locale: isOffered(locale) ? locale : 'fr' }
}

type Described = Pick<NewPerson, 'displayName' | 'helixSide' | 'organisation' | 'locale'>

export async function saveProfile(tx: Db, personId: number, profile: Described): Promise<void> {
  await tx
    .updateTable('person')
    .set({
      display_name: profile.displayName,
      helix_side: profile.helixSide,
      organisation: profile.organisation,
      locale: profile.locale,
    })
    .where('id', '=', personId)
    .execute()
}
