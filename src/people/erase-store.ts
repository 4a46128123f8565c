import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { Day } from '../platform/paris-days.ts'
import type { Person } from './person.ts'
import { findAccount, personColumns, toPerson, type Account } from './store.ts'

/** The addresses that are ways in of somebody's. */
export async function findEmails(db: Db, personId: number): Promise<string[]> {
  return (await findAccount(db, personId))?.emails.toSorted() ?? []
}

/** Holds somebody against everything that is done by them or for them; undefined where they are erased. */
export async function lockForErasing(tx: Db, personId: number): Promise<Account | undefined> {
  const held = await tx
    .selectFrom('person')
    .select('id')
    .where('id', '=', personId)
    .where('erased_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return held && findAccount(tx, personId)
}

/**
 * Leaves of somebody the pseudonym that the journal knows, and of the addresses that were theirs nothing, whoever
 * asked for what was mailed there.
 */
export async function eraseAccount(
  tx: Db,
  { personId, emails }: { personId: number; emails: readonly string[] },
  now: Date,
): Promise<void> {
  await tx
    .deleteFrom('sign_in_link')
    .where('email', '=', sql<string>`any(${[...emails]}::text[])`)
    .execute()
  await tx
    .updateTable('person')
    .set({
      display_name: '',
      helix_side: null,
      organisation: null,
      locale: '',
      territory: null,
      languages: [],
      office: null,
      office_title: null,
      true_name: null,
      created_at: now,
      seen_on: sql<Date>`(${now}::timestamptz at time zone 'Europe/Paris')::date`,
      erased_at: now,
    })
    .where('id', '=', personId)
    .execute()
}

export type ErasedPerson = {
  id: number
  pseudonym: string
  erasedAt: Date
  /** What became of their texts; null where nothing says that it was asked for. */
  texts: 'kept' | 'withdrawn' | null
}

export function listErased(db: Db): Promise<ErasedPerson[]> {
  return (
    db
      .selectFrom('person')
      // The module that keeps erasures stands above this one.
      .leftJoin('erasure', 'erasure.person_id', 'person.id')
      .select(['person.id', 'pseudonym', 'erased_at as erasedAt', 'erasure.texts'])
      .where('erased_at', 'is not', null)
      .$narrowType<{ erasedAt: Date }>()
      .orderBy('person.id')
      .execute()
  )
}

/** Somebody by what the journal calls them, unless they are erased. */
export async function findByPseudonym(db: Db, pseudonym: string): Promise<Person | undefined> {
  const row = await db
    .selectFrom('person')
    .select(personColumns)
    .where(sql<boolean>`pseudonym::text = ${pseudonym}`)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return row && toPerson(row)
}

/** Whether the journal knows somebody by that pseudonym who is erased. */
export async function wasErased(db: Db, pseudonym: string): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where(sql<boolean>`pseudonym::text = ${pseudonym}`)
    .where('erased_at', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Accounts that nobody has used since that day, and with which nobody has a role. */
export async function listIdle(db: Db, before: Day, now: Date): Promise<number[]> {
  const rows = await db
    .selectFrom('person')
    .select('id')
    .where('erased_at', 'is', null)
    .where('seen_on', '<', sql<Date>`${before}::date`)
    .where((the) =>
      the.exists(
        // Who came with a consultation has no account here.
        the
          .selectFrom('identity')
          .select('identity.id')
          .whereRef('identity.person_id', '=', 'person.id')
          .where('provider', '<>', 'import'),
      ),
    )
    .where((the) =>
      the.not(
        the.exists(
          the
            .selectFrom('role_grant')
            .select('role_grant.id')
            .whereRef('role_grant.person_id', '=', 'person.id')
            .where((where) =>
              where.or([where('until_at', 'is', null), where('until_at', '>', now)]),
            ),
        ),
      ),
    )
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** PostgreSQL’s answer to whatever would write down something of somebody who is erased (migration 28). */
export function isErased(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'VV001'
}
