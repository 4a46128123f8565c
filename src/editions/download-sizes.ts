import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Db } from '../platform/db/connect.ts'
import { rememberEach } from '../platform/remember.ts'
import type { Edition, Report } from '../reports/index.ts'
import { downloadFormats } from './download.ts'
import { gatherEdition } from './gather-download.ts'
import { findDownloadSizes, saveDownloadSizes, type DownloadSizes } from './store.ts'
import { writeDownload, type Wanted } from './write-download.ts'

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')))

// Editions, in each language: those of many reports.
const remember = rememberEach<DownloadSizes>(500)

/** Bytes of each download of an edition: worked out once and kept, since an edition is frozen. */
export function sizeDownloads(
  db: Db,
  subject: { report: Report; edition: Edition },
  wanted: Wanted,
): Promise<DownloadSizes> {
  const { id, sha256 } = subject.edition
  const madeFor = [version, wanted.locale, wanted.publicUrl].join(' ')
  // Two databases of one process (tests have them) have editions of the same id, not of the same hash.
  return remember(`${madeFor} ${Buffer.from(sha256).toString('hex')}`, async () => {
    const known = await findDownloadSizes(db, id, madeFor)
    if (known) return known
    const sizes = await measure(db, subject, wanted)
    await saveDownloadSizes(db, id, madeFor, sizes)
    return sizes
  })
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
