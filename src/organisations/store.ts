import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { Organisation, OrganisationFacts, VerifiedBy } from './organisation.ts'

const columns = [
  'organisation.id',
  'organisation.slug',
  'organisation.name',
  'organisation.description',
  'organisation.helix_side as helixSide',
  'organisation.public_body as publicBody',
  'organisation.territory',
  'organisation.languages',
  'organisation.website',
  'organisation.siret',
  'organisation.mail_domain as mailDomain',
  'organisation.revision',
  'organisation.created_at as createdAt',
  'organisation.verified_at as verifiedAt',
  'organisation.verified_by as verifiedBy',
  'organisation.verified_reason as verifiedReason',
] as const

type Row = Omit<Organisation, 'verified'> & {
  verifiedAt: Date | null
  verifiedBy: VerifiedBy | null
  verifiedReason: string | null
}

export async function findOrganisation(db: Db, slug: string): Promise<Organisation | undefined> {
  const row = await db
    .selectFrom('organisation')
    .select(columns)
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** Holds the row: of all that is done to an organisation one act comes after the other. */
export async function lockOrganisation(tx: Db, slug: string): Promise<Organisation | undefined> {
  const row = await tx
    .selectFrom('organisation')
    .select(columns)
    .where('slug', '=', slug)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row && fromRow(row)
}

/** What the form of that key has made. */
export async function findMade(db: Db, by: number, key: string): Promise<Organisation | undefined> {
  const row = await db
    .selectFrom('organisation')
    .select(columns)
    .where('created_by', '=', by)
    .where('key', '=', key)
    .executeTakeFirst()
  return row && fromRow(row)
}

export type Found = { name: string; limit: number; offset: number }

/** Those whose name has these words, whatever their case and marks, in the order of their names. */
export async function listOrganisations(
  db: Db,
  { name, limit, offset }: Found,
): Promise<Organisation[]> {
  const rows = await db
    .selectFrom('organisation')
    .select(columns)
    .where(isNamed(name))
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(fromRow)
}

export async function countOrganisations(db: Db, name: string): Promise<number> {
  const { count } = await db
    .selectFrom('organisation')
    .select((the) => the.fn.countAll<string>().as('count'))
    .where(isNamed(name))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** How many somebody has made since then. */
export async function countMade(db: Db, by: number, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('organisation')
    .select((the) => the.fn.countAll<string>().as('count'))
    .where('created_by', '=', by)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Until the transaction ends nobody else is given an address. */
export async function lockSlugs(tx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('organisation slugs', 0))`.execute(tx)
}

/** Those addresses that begin so. */
export async function listSlugs(db: Db, beginning: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('organisation')
    .select('slug')
    .where(sql<boolean>`starts_with(slug, ${beginning})`)
    .execute()
  return new Set(rows.map(({ slug }) => slug))
}

type NewOrganisation = OrganisationFacts & { slug: string; key: string; by: number; at: Date }

export async function saveOrganisation(
  tx: Db,
  { slug, key, by, at, ...facts }: NewOrganisation,
): Promise<number> {
  const { id } = await tx
    .insertInto('organisation')
    .values({ ...valuesOf(facts), slug, key, created_by: by, created_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** `verified`: whether what was verified still is. */
export async function updateOrganisation(
  tx: Db,
  id: number,
  facts: OrganisationFacts,
  { revision, verified }: { revision: number; verified: boolean },
): Promise<void> {
  const lost = { verified_at: null, verified_by: null, verified_reason: null }
  await tx
    .updateTable('organisation')
    .set({ ...valuesOf(facts), revision, ...(verified ? {} : lost) })
    .where('id', '=', id)
    .execute()
}

/** Whether another that is verified has that SIRET. */
export async function isSiretTaken(db: Db, id: number, siret: string): Promise<boolean> {
  const row = await db
    .selectFrom('organisation')
    .select('id')
    .where('siret', '=', siret)
    .where('verified_at', 'is not', null)
    .where('id', '<>', id)
    .executeTakeFirst()
  return row !== undefined
}

export async function saveVerification(
  tx: Db,
  id: number,
  { at, by, reason }: { at: Date; by: VerifiedBy; reason: string | null },
): Promise<void> {
  await tx
    .updateTable('organisation')
    .set({ verified_at: at, verified_by: by, verified_reason: reason })
    .where('id', '=', id)
    .execute()
}

function valuesOf(facts: OrganisationFacts) {
  return {
    name: facts.name,
    description: facts.description,
    helix_side: facts.helixSide,
    public_body: facts.publicBody,
    territory: facts.territory,
    languages: facts.languages,
    website: facts.website,
    siret: facts.siret,
    mail_domain: facts.mailDomain,
  }
}

function isNamed(name: string) {
  const words = name.split(/\s+/).filter((word) => word !== '')
  const conditions = words.map(
    (word) => sql<boolean>`position(${fold(sql`${word}::text`)} in ${fold(sql`name`)}) > 0`,
  )
  return sql<boolean>`${conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`}`
}

/** Without case and without marks over letters. */
function fold(text: RawBuilder<unknown>) {
  return sql`regexp_replace(normalize(lower(${text}), NFKD), '[\\u0300-\\u036f]', '', 'g')`
}

function fromRow({ verifiedAt, verifiedBy, verifiedReason, ...row }: Row): Organisation {
  const verified =
    verifiedAt && verifiedBy ? { at: verifiedAt, by: verifiedBy, reason: verifiedReason } : null
  return { ...row, verified }
}
