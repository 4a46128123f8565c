import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { Attachment, FileType } from './attachment.ts'

export type StoredFile = Pick<
  Attachment,
  'sha256' | 'type' | 'bytes' | 'width' | 'height' | 'small'
>

/** Holds what is done to a file until the transaction ends: it is not deleted while somebody is keeping it. */
export async function lockFile(tx: Db, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('stored_file ' || ${sha256}, 0))`.execute(
    tx,
  )
}

type NewFile = Omit<StoredFile, 'small'> & { small: string | null }

/** Nothing where it is known already: the same bytes are the same file. */
export async function saveFile(tx: Db, file: NewFile, now: Date): Promise<void> {
  await tx
    .insertInto('stored_file')
    .values({
      sha256: fromHex(file.sha256),
      type: file.type,
      bytes: file.bytes,
      width: file.width,
      height: file.height,
      small_sha256: file.small === null ? null : fromHex(file.small),
      at: now,
    })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
}

export async function saveWaiting(
  tx: Db,
  { personId, sha256 }: { personId: number; sha256: string },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('waiting_file')
    .values({ person_id: personId, sha256: fromHex(sha256), at: now })
    .onConflict((conflict) => conflict.columns(['person_id', 'sha256']).doUpdateSet({ at: now }))
    .execute()
}

/** Those of these files that somebody has sent and not lost, or has attached before: nobody attaches what they only know the hash of. */
export async function listHeld(
  db: Db,
  personId: number,
  hashes: readonly string[],
): Promise<Map<string, StoredFile>> {
  if (hashes.length === 0) return new Map()
  const { rows } = await sql<FileRow>`
    select ${facts} from stored_file as file
    left join stored_file as small on small.sha256 = file.small_sha256
    where file.sha256 = any(${hashes.map(fromHex)}::bytea[]) and (
      exists (select from waiting_file
        where waiting_file.sha256 = file.sha256 and person_id = ${personId})
      or exists (select from attachment
        join contribution on contribution.number = contribution_number
        where attachment.sha256 = file.sha256 and author_id = ${personId})
    )`.execute(db)
  return new Map(rows.map((row) => [row.sha256, storedFrom(row)]))
}

/** Bytes that somebody has sent since then. */
export async function countSent(db: Db, personId: number, since: Date): Promise<number> {
  const { rows } = await sql<{ sum: string | null }>`
    select sum(bytes) from stored_file
    join waiting_file on waiting_file.sha256 = stored_file.sha256
    where person_id = ${personId} and waiting_file.at > ${since}`.execute(db)
  return Number(rows[0]?.sum ?? 0)
}

export async function saveAttachments(
  tx: Db,
  { number, revision }: { number: number; revision: number },
  attachments: readonly Attachment[],
): Promise<void> {
  if (attachments.length === 0) return
  const values = attachments.map(({ sha256, name, alternative }, at) => ({
    contribution_number: number,
    revision,
    position: at + 1,
    sha256: fromHex(sha256),
    name,
    alternative,
  }))
  await tx.insertInto('attachment').values(values).execute()
}

/** Of all that somebody attached only its place is left; whoever else attached the same bytes has them still. */
export async function emptyAttachments(tx: Db, personId: number): Promise<void> {
  await tx
    .updateTable('attachment')
    .set({ sha256: null, name: '', alternative: null })
    .where('contribution_number', 'in', (the) =>
      the.selectFrom('contribution').select('number').where('author_id', '=', personId),
    )
    .execute()
}

export type Holder = {
  number: number
  reportId: number
  authorId: number
  /** As everybody reads it: of a revision that is shown, with nothing that keeps it from being. */
  shown: boolean
  name: string
}

/** A file by its hash, and the contributions that have it, or have the picture that it is the smaller one of. */
export async function findFile(
  db: Db,
  sha256: string,
): Promise<{ type: FileType; bytes: number; waitsFor: number[]; holders: Holder[] } | undefined> {
  const file = await db
    .selectFrom('stored_file')
    .select(['type', 'bytes'])
    .where('sha256', '=', fromHex(sha256))
    .executeTakeFirst()
  if (!file) return undefined
  const whole = sql`(select sha256 from stored_file
    where sha256 = ${fromHex(sha256)} or small_sha256 = ${fromHex(sha256)})`
  const { rows: holders } = await sql<Holder>`
    select contribution.number, report_id as "reportId", author_id as "authorId", name,
      contribution.state = 'published' and attachment.revision = contribution.revision
        and not exists (
          select from moderation_cut_file as hidden
          join moderation_decision as decision on decision.id = hidden.decision_id
          join attachment as judged using (contribution_number, revision, position)
          where decision.id = contribution.cut_by and judged.sha256 = attachment.sha256
        ) as shown
    from attachment join contribution on contribution.number = contribution_number
    where sha256 in ${whole}
    order by shown desc, contribution.number
    limit 200`.execute(db)
  const { rows } = await sql<{ id: number }>`
    select person_id as id from waiting_file where sha256 in ${whole}`.execute(db)
  return {
    type: typeFrom(file.type),
    bytes: file.bytes,
    waitsFor: rows.map(({ id }) => id),
    holders,
  }
}

/** Of files that were sent before then, those that no draft of whoever sent them mentions. */
export async function deleteWaitingBefore(tx: Db, time: Date): Promise<void> {
  await sql`delete from waiting_file where at < ${time} and not exists (
    select from draft where author_id = person_id and fields @> jsonb_build_object(
      'attachments', jsonb_build_array(jsonb_build_object('sha256', encode(sha256, 'hex')))))`.execute(
    tx,
  )
}

/** Files that nobody has sent of late, attached, or is shown in the place of another. */
export async function listUnheld(db: Db, limit: number): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select encode(sha256, 'hex') as sha256 from stored_file as file
    where ${isUnheld} order by sha256 limit ${limit}`.execute(db)
  return rows.map(({ sha256 }) => sha256)
}

const isUnheld = sql<boolean>`
  not exists (select from waiting_file where waiting_file.sha256 = file.sha256)
  and not exists (select from attachment where attachment.sha256 = file.sha256)
  and not exists (select from stored_file as whole where whole.small_sha256 = file.sha256)`

/** True where the row is gone: nobody had come to hold the file in the meantime. */
export async function deleteUnheld(tx: Db, sha256: string): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    delete from stored_file as file where sha256 = ${fromHex(sha256)} and ${isUnheld}`.execute(tx)
  return numAffectedRows > 0n
}

/** Those of the hashes that have a row. */
export async function listKnown(db: Db, hashes: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('stored_file')
    .select('sha256')
    .where('sha256', '=', sql<Buffer>`any(${hashes.map(fromHex)}::bytea[])`)
    .execute()
  return new Set(rows.map(({ sha256 }) => sha256.toString('hex')))
}

/** Every file that somebody holds, after that one, in the order of their hashes. */
export async function listStored(
  db: Db,
  after: string,
  limit: number,
): Promise<{ sha256: string; bytes: number }[]> {
  const rows = await db
    .selectFrom('stored_file as file')
    .select(['sha256', 'bytes'])
    .where('sha256', '>', fromHex(after))
    .where(sql<boolean>`not (${isUnheld})`)
    .orderBy('sha256')
    .limit(limit)
    .execute()
  return rows.map(({ sha256, bytes }) => ({ sha256: sha256.toString('hex'), bytes }))
}

/** The files that somebody has sent or attached, and what each is called there. */
export async function listFilesOf(
  db: Db,
  personId: number,
): Promise<{ sha256: string; type: FileType; name: string }[]> {
  const { rows } = await sql<{ sha256: string; type: string; name: string }>`
    select distinct on (file.sha256) encode(file.sha256, 'hex') as sha256, file.type, held.name
    from stored_file as file join (
      select sha256, name from attachment
        join contribution on contribution.number = contribution_number
        where author_id = ${personId} and sha256 is not null
      union all select sha256, '' from waiting_file where person_id = ${personId}
    ) as held on held.sha256 = file.sha256
    order by file.sha256, held.name desc`.execute(db)
  return rows.map(({ type, ...row }) => ({ ...row, type: typeFrom(type) }))
}

/** What tells the place of the files from others: the first that was named. */
export async function keepPlace(db: Db, name: string): Promise<string> {
  await db
    .insertInto('file_place')
    .values({ name })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const kept = await db.selectFrom('file_place').select('name').executeTakeFirstOrThrow()
  return kept.name
}

/** Facts of a file and of its smaller picture. */
const facts = sql`encode(file.sha256, 'hex') as sha256, file.type, file.bytes, file.width, file.height,
  encode(small.sha256, 'hex') as "smallSha256", small.width as "smallWidth", small.height as "smallHeight"`

export type FileRow = {
  sha256: string
  type: string
  bytes: number
  width: number | null
  height: number | null
  smallSha256: string | null
  smallWidth: number | null
  smallHeight: number | null
}

/**
 * What a revision has attached, as one JSON value of a query that has `contribution` and `revision`; null where it has
 * nothing.
 */
export const attachmentsOfRevision = sql<AttachmentRow[] | null>`(
  select json_agg(json_build_object(
    'sha256', encode(file.sha256, 'hex'), 'type', file.type, 'bytes', file.bytes,
    'width', file.width, 'height', file.height, 'smallSha256', encode(small.sha256, 'hex'),
    'smallWidth', small.width, 'smallHeight', small.height,
    'name', attachment.name, 'alternative', attachment.alternative, 'position', attachment.position
  ) order by attachment.position)
  from attachment join stored_file as file on file.sha256 = attachment.sha256
  left join stored_file as small on small.sha256 = file.small_sha256
  where attachment.contribution_number = revision.contribution_number
    and attachment.revision = revision.revision)`

export type AttachmentRow = FileRow & { name: string; alternative: string | null }

export function attachmentsFrom(rows: readonly AttachmentRow[] | null): Attachment[] {
  return (rows ?? []).map((row) => ({
    ...storedFrom(row),
    name: row.name,
    alternative: row.alternative,
  }))
}

function storedFrom(row: FileRow): StoredFile {
  const { sha256, bytes, width, height, smallSha256, smallWidth, smallHeight } = row
  const small =
    smallSha256 === null || smallWidth === null || smallHeight === null
      ? null
      : { sha256: smallSha256, width: smallWidth, height: smallHeight }
  return { sha256, type: typeFrom(row.type), bytes, width, height, small }
}

/** The database has no others. */
function typeFrom(type: string): FileType {
  return type === 'jpeg' || type === 'png' || type === 'webp' ? type : 'pdf'
}

function fromHex(sha256: string): Buffer {
  return Buffer.from(sha256, 'hex')
}
