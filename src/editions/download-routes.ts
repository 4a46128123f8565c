import { Hono, type Context } from 'hono'
import type { PublicPage } from '../platform/pages/public-page.ts'
import { requireEdition } from '../reports/index.ts'
import type { Env } from '../request.ts'
import { downloadKinds, downloadPath, fileStem, numberIn, type DownloadFormat } from './download.ts'
import { gatherEdition } from './gather-download.ts'
import { writeDownload } from './write-download.ts'

/**
 * What was hashed never changes. The other files tell an edition's signer and the report's licence as they
 * are now.
 */
export const downloadPages: PublicPage[] = [
  { path: downloadPath('html'), query: [] },
  { path: downloadPath('markdown'), query: [] },
  { path: downloadPath('json'), query: [], unchanging: true },
]

/** An edition taken away: to read offline, to work on, to check. */
export const downloadRoutes = new Hono<Env>()
  .get(downloadPath('html'), (c) => sendDownload(c, 'html'))
  .get(downloadPath('markdown'), (c) => sendDownload(c, 'markdown'))
  .get(downloadPath('json'), (c) => sendDownload(c, 'json'))

async function sendDownload(c: Context<Env>, format: DownloadFormat) {
  const { db, locale, publicUrl } = c.var
  const number = numberIn(c.req.param('file') ?? '')
  const found = await requireEdition(db, c.req.param('slug') ?? '', number)
  const whole = await gatherEdition(db, found)
  const { extension, type } = downloadKinds[format]
  const name = `${fileStem(found.report, found.edition)}.${extension}`
  return c.body(await writeDownload(format, whole, { locale, publicUrl }), 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
  })
}
