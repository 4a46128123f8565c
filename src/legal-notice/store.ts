import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { Notice } from './notice.ts'

const columns = [
  'legal_notice.id',
  'publisher',
  'publisher_form as publisherForm',
  'publisher_address as publisherAddress',
  'publisher_phone as publisherPhone',
  'publisher_email as publisherEmail',
  'registration',
  'capital',
  'director',
  'editor',
  'host',
  'host_address as hostAddress',
  'host_phone as hostPhone',
  'kept_at as keptAt',
] as const

export type KeptNotice = { id: number; keptAt: Date; notice: Notice }

/** What holds; undefined where nothing was said yet. */
export async function findNotice(db: Db): Promise<KeptNotice | undefined> {
  const row = await db.selectFrom('legal_notice').select(columns).executeTakeFirst()
  if (!row) return undefined
  const { id, keptAt, ...notice } = row
  return { id, keptAt, notice }
}

/** In the place of the one before; returns its id. */
export async function saveNotice(
  tx: Db,
  { notice, keptBy, keptAt }: { notice: Notice; keptBy: number; keptAt: Date },
): Promise<number> {
  await tx.deleteFrom('legal_notice').execute()
  const { id } = await tx
    .insertInto('legal_notice')
    .values({
      publisher: notice.publisher,
      publisher_form: notice.publisherForm,
      publisher_address: notice.publisherAddress,
      publisher_phone: notice.publisherPhone,
      publisher_email: notice.publisherEmail,
      registration: notice.registration,
      capital: notice.capital,
      director: notice.director,
      editor: notice.editor,
      host: notice.host,
      host_address: notice.hostAddress,
      host_phone: notice.hostPhone,
      kept_by: keptBy,
      kept_at: keptAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** One at a time keeps the notice. */
export async function lockNotice(tx: Db): Promise<void> {
  await sql`lock table legal_notice in share row exclusive mode`.execute(tx)
}

/** Who said what holds, and when, as others know them; null where nothing was said yet. */
export async function findKeeper(db: Db): Promise<{ name: string; at: Date } | null> {
  const found = await db
    .selectFrom('legal_notice')
    .innerJoin('person', 'person.id', 'legal_notice.kept_by')
    .select(['person.display_name as name', 'kept_at as at'])
    .executeTakeFirst()
  return found ?? null
}

/** Who kept it, and when; undefined where nothing was said yet. */
export function findNoticeKeeping(
  db: Db,
): Promise<{ id: number; keptAt: Date; pseudonym: string } | undefined> {
  return db
    .selectFrom('legal_notice')
    .innerJoin('person', 'person.id', 'legal_notice.kept_by')
    .select(['legal_notice.id', 'kept_at as keptAt', 'person.pseudonym'])
    .executeTakeFirst()
}
