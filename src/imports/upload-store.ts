import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { KeptPicture, PictureType } from '../text/index.ts'
import type { Corrections, Upload } from './upload.ts'

type NewUpload = Upload & { uploadedBy: number; pictures: readonly KeptPicture[] }

export async function saveUpload(tx: Db, upload: NewUpload): Promise<void> {
  await tx
    .insertInto('upload')
    .values({
      id: upload.id,
      report_id: upload.reportId,
      uploaded_by: upload.uploadedBy,
      uploaded_at: upload.uploadedAt,
      file_name: upload.fileName,
      sha256: upload.sha256,
      document: JSON.stringify(upload.document),
      corrections: JSON.stringify(upload.corrections),
    })
    .execute()
  for (const { sha256, type, width, height, bytes } of upload.pictures) {
    const kept = { type, width, height, bytes: Buffer.from(bytes) }
    await tx
      .insertInto('upload_picture')
      .values({ upload_id: upload.id, sha256: Buffer.from(sha256, 'hex'), ...kept })
      .execute()
  }
}

export async function listUploadPictures(tx: Db, uploadId: string): Promise<KeptPicture[]> {
  return tx
    .selectFrom('upload_picture')
    .select(['width', 'height', 'bytes'])
    .select(sql<string>`encode(sha256, 'hex')`.as('sha256'))
    .select(sql<PictureType>`type`.as('type'))
    .where('upload_id', '=', uploadId)
    .execute()
}

/** The bytes of a picture that waits with a document for one of these reports. */
export async function findWaitingPicture(
  db: Db,
  { sha256, type }: { sha256: Buffer; type: PictureType },
  reportIds: readonly number[],
): Promise<Buffer | undefined> {
  if (reportIds.length === 0) return undefined
  const row = await db
    .selectFrom('upload_picture')
    .innerJoin('upload', 'upload.id', 'upload_picture.upload_id')
    .select('upload_picture.bytes')
    .where('upload_picture.sha256', '=', sha256)
    .where('upload_picture.type', '=', type)
    .where('upload.report_id', 'in', [...reportIds])
    .limit(1)
    .executeTakeFirst()
  return row?.bytes
}

export async function findUpload(
  db: Db,
  reportId: number,
  id: string,
): Promise<Upload | undefined> {
  return db
    .selectFrom('upload')
    .select(['id', 'report_id as reportId', 'uploaded_at as uploadedAt'])
    .select(['file_name as fileName', 'sha256'])
    .select(sql<Upload['document']>`document`.as('document'))
    .select(sql<Corrections>`corrections`.as('corrections'))
    .where('id', '=', id)
    .where('report_id', '=', reportId)
    .executeTakeFirst()
}

export async function saveCorrections(tx: Db, id: string, corrections: Corrections): Promise<void> {
  await tx
    .updateTable('upload')
    .set({ corrections: JSON.stringify(corrections) })
    .where('id', '=', id)
    .execute()
}

export async function deleteUpload(tx: Db, reportId: number, id: string): Promise<void> {
  await tx.deleteFrom('upload').where('id', '=', id).where('report_id', '=', reportId).execute()
}

export async function deleteUploadsBefore(tx: Db, time: Date): Promise<void> {
  await tx.deleteFrom('upload').where('uploaded_at', '<', time).execute()
}
