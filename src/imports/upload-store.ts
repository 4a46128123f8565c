import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { Corrections, Upload } from './upload.ts'

export async function saveUpload(tx: Db, upload: Upload & { uploadedBy: number }): Promise<void> {
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
