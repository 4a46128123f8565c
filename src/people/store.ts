import { toScope, type Grant, type GrantedRole } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { isOffered, type OfferedLocale } from '../platform/messages.ts'
import type { HelixSide, OfficeKind, Person } from './person.ts'

const columns = [
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

type Row = Omit<Person, 'office'> & { office: OfficeKind | null; officeTitle: string | null }

function toPerson<Found extends Row>({ office, officeTitle, ...row }: Found) {
  const held = office === null || officeTitle === null ? null : { kind: office, title: officeTitle }
  return { ...row, office: held }
}

export type Provider = 'email' | 'demonstration' | 'import'

export async function findPerson(db: Db, id: number): Promise<Person | undefined> {
  const row = await db.selectFrom('person').select(columns).where('id', '=', id).executeTakeFirst()
  return row && toPerson(row)
}

/** Holds the person's row, so that one role is not given twice at once. */
export async function lockPerson(tx: Db, id: number): Promise<Person | undefined> {
  const row = await tx
    .selectFrom('person')
    .select(columns)
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
    .select(columns)
    .where('identity.provider', '=', provider)
    .where('identity.subject', '=', subject)
    .executeTakeFirst()
  return row && toPerson(row)
}

export async function findPersonBySession(
  db: Db,
  tokenSha256: Buffer,
  now: Date,
): Promise<Person | undefined> {
  const row = await db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select(columns)
    .where('session.token_sha256', '=', tokenSha256)
    .where('session.expires_at', '>', now)
    .executeTakeFirst()
  return row && toPerson(row)
}

export type DemonstrationAccount = Person & { subject: string; roles: GrantedRole[] }

export async function listDemonstrationAccounts(db: Db): Promise<DemonstrationAccount[]> {
  const rows = await db
    .selectFrom('identity')
    .innerJoin('person', 'person.id', 'identity.person_id')
    .leftJoin('role_grant', 'role_grant.person_id', 'person.id')
    .select([...columns, 'identity.subject', 'role_grant.role'])
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

type Identity = { personId: number; provider: Provider; subject: string; createdAt: Date }

export async function saveIdentity(tx: Db, identity: Identity): Promise<void> {
  const { personId, createdAt, ...rest } = identity
  await tx
    .insertInto('identity')
    .values({ ...rest, person_id: personId, created_at: createdAt })
    .execute()
}

type Session = { tokenSha256: Buffer; personId: number; createdAt: Date; expiresAt: Date }

export async function saveSession(tx: Db, session: Session): Promise<void> {
  await tx
    .insertInto('session')
    .values({
      token_sha256: session.tokenSha256,
      person_id: session.personId,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
    })
    .execute()
}

export async function deleteSessions(tx: Db, personId: number): Promise<void> {
  await tx.deleteFrom('session').where('person_id', '=', personId).execute()
}

export async function deleteExpiredSessions(tx: Db, now: Date): Promise<void> {
  await tx.deleteFrom('session').where('expires_at', '<=', now).execute()
}

export async function deleteSession(tx: Db, tokenSha256: Buffer): Promise<void> {
  await tx.deleteFrom('session').where('token_sha256', '=', tokenSha256).execute()
}

export type Account = Person & { locale: string; trueName: string | null; emails: string[] }

/** A person with what only they see of themselves. */
export async function findAccount(db: Db, personId: number): Promise<Account | undefined> {
  const person = await db
    .selectFrom('person')
    .select([...columns, 'person.locale', 'person.true_name as trueName'])
    .where('id', '=', personId)
    .executeTakeFirst()
  const ways = await db
    .selectFrom('identity')
    .select('subject')
    .where('provider', '=', 'email')
    .where('person_id', '=', personId)
    .orderBy('subject')
    .execute()
  return person && { ...toPerson(person), emails: ways.map(({ subject }) => subject) }
}

/** Where a person gets mail, and in which language; undefined where they have no address. */
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
