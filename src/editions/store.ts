import type { Db } from '../platform/db/connect.ts'
import type { DownloadFormat } from './download.ts'

/** Bytes of each download of an edition. */
export type DownloadSizes = Record<DownloadFormat, number>

/** Sizes of what was made for that language, address and version of the program. */
export function findDownloadSizes(
  db: Db,
  editionId: number,
  madeFor: string,
): Promise<DownloadSizes | undefined> {
  return db
    .selectFrom('download_size')
    .select(['html', 'markdown', 'json'])
    .where('edition_id', '=', editionId)
    .where('made_for', '=', madeFor)
    .executeTakeFirst()
}

/** Two that work it out at once come to the same. */
export async function saveDownloadSizes(
  db: Db,
  editionId: number,
  madeFor: string,
  sizes: DownloadSizes,
): Promise<void> {
  await db
    .insertInto('download_size')
    .values({ edition_id: editionId, made_for: madeFor, ...sizes })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
