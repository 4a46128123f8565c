import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { KeptPicture, PictureType } from '../text/index.ts'

/** Keeps pictures, each once; the caller saves the text that shows them in the same transaction. */
export async function savePictures(tx: Db, pictures: readonly KeptPicture[]): Promise<void> {
  for (const picture of pictures) {
    const { type, width, height } = picture
    const sha256 = Buffer.from(picture.sha256, 'hex')
    await tx
      .insertInto('picture')
      .values({ sha256, type, width, height, bytes: Buffer.from(picture.bytes) })
      .onConflict((known) => known.doNothing())
      .execute()
  }
}

/** The bytes of the pictures with these hashes, which some text shows. */
export async function listPictureBytes(
  db: Db,
  hashes: readonly string[],
): Promise<{ sha256: string; type: PictureType; bytes: Uint8Array }[]> {
  if (hashes.length === 0) return []
  const rows = await db
    .selectFrom('picture')
    .select(['sha256', 'bytes', sql<PictureType>`type`.as('type')])
    .where(
      'sha256',
      'in',
      hashes.map((hash) => Buffer.from(hash, 'hex')),
    )
    .orderBy('sha256')
    .execute()
  return rows.map(({ sha256, ...row }) => ({ ...row, sha256: sha256.toString('hex') }))
}

/** Those with these hashes that the report's text or one of its editions shows. */
export async function listPicturesOf(
  db: Db,
  reportId: number,
  hashes: readonly string[],
): Promise<KeptPicture[]> {
  if (hashes.length === 0) return []
  const { rows } = await sql<KeptPicture>`
    select encode(sha256, 'hex') as sha256, type, width, height, bytes from picture
    where sha256 in (select decode(hash, 'hex') from unnest(${[...hashes]}::text[]) as hash)
      and (
        exists (
          select from working_block
          where picture_sha256 = picture.sha256 and report_id = ${reportId}
        )
        or exists (
          select from edition_block join edition on edition.id = edition_id
          where picture_sha256 = picture.sha256 and edition.report_id = ${reportId}
        )
      )
    order by sha256`.execute(db)
  return rows
}

/** The bytes of a picture that an edition shows. */
export async function findPublishedPicture(
  db: Db,
  sha256: Buffer,
  type: PictureType,
): Promise<Buffer | undefined> {
  const row = await pictures(db, sha256, type)
    .where((where) =>
      where.exists(
        where
          .selectFrom('edition_block')
          .select('edition_block.block_id')
          .whereRef('edition_block.picture_sha256', '=', 'picture.sha256'),
      ),
    )
    .executeTakeFirst()
  return row?.bytes
}

/** The bytes of a picture that the working texts of these reports show, or did once. */
export async function findWorkingPicture(
  db: Db,
  { sha256, type }: { sha256: Buffer; type: PictureType },
  reportIds: readonly number[],
): Promise<Buffer | undefined> {
  if (reportIds.length === 0) return undefined
  const row = await pictures(db, sha256, type)
    .where((where) =>
      where.or([
        where.exists(
          where
            .selectFrom('working_block')
            .select('working_block.block_id')
            .whereRef('working_block.picture_sha256', '=', 'picture.sha256')
            .where('working_block.report_id', 'in', [...reportIds]),
        ),
        where.exists(
          where
            .selectFrom('change')
            .select('change.id')
            .where(pictureOfChange, '=', sha256.toString('hex'))
            .where('change.report_id', 'in', [...reportIds]),
        ),
      ]),
    )
    .executeTakeFirst()
  return row?.bytes
}

const pictureOfChange = sql<string>`change.block -> 'picture' ->> 'sha256'`

function pictures(db: Db, sha256: Buffer, type: PictureType) {
  return db
    .selectFrom('picture')
    .select('picture.bytes')
    .where('picture.sha256', '=', sha256)
    .where('picture.type', '=', type)
}

/** Those that editions and working texts show and that are not kept as they were shown. */
export async function listLostPictures(db: Db): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select distinct encode(shown.sha256, 'hex') as sha256
    from (
      select picture_sha256 as sha256 from edition_block where picture_sha256 is not null
      union select picture_sha256 from working_block where picture_sha256 is not null
    ) as shown
    left join picture on picture.sha256 = shown.sha256
    where picture.sha256 is null or sha256(picture.bytes) <> shown.sha256
    order by 1`.execute(db)
  return rows.map(({ sha256 }) => sha256)
}
