import type { Db } from '../platform/db/connect.ts'
import { rememberEach } from '../platform/remember.ts'
import type { Edition, Report } from '../reports/index.ts'
import { downloadFormats, type DownloadFormat } from './download.ts'
import { gatherEdition } from './gather-download.ts'
import { writeDownload, type Wanted } from './write-download.ts'

export type DownloadSizes = Record<DownloadFormat, number>

// Editions, in each language: those of many reports.
const remember = rememberEach<DownloadSizes>(500)

/** Bytes of each download of an edition: worked out once, since an edition is frozen. */
export function sizeDownloads(
  db: Db,
  subject: { report: Report; edition: Edition },
  wanted: Wanted,
): Promise<DownloadSizes> {
  // Two databases of one process (tests have them) have editions of the same id, not of the same hash.
  const hash = Buffer.from(subject.edition.sha256).toString('hex')
  const key = [wanted.publicUrl, wanted.locale, subject.edition.id, hash].join(' ')
  return remember(key, () => measure(db, subject, wanted))
}

async function measure(
  db: Db,
  subject: { report: Report; edition: Edition },
  wanted: Wanted,
): Promise<DownloadSizes> {
  const whole = await gatherEdition(db, subject)
  const sizes: DownloadSizes = { html: 0, markdown: 0, json: 0 }
  for (const format of downloadFormats) {
    sizes[format] = (await writeDownload(format, whole, wanted)).length
  }
  return sizes
}
