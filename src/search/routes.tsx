import { Hono } from 'hono'
import { z } from 'zod'
import { requireEdition } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { findResults } from './find-results.ts'
import { onOneLine } from './query.ts'
import { groups } from './results.ts'
import { SearchPage } from './search-page.tsx'

const askedForm = z.object({
  q: z.string().catch('').transform(onOneLine),
  in: z.enum(groups).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
})

/** Searching a report; what people look for is kept nowhere. */
export const searchRoutes = new Hono<Env>().get('/reports/:slug/search', async (c) => {
  const { report, edition } = await requireEdition(c.var.db, c.req.param('slug'), 'latest')
  const { q: typed, in: group, page } = askedForm.parse(c.req.query())
  const outcome = await findResults(c.var.db, { report, edition, typed, group, page })
  c.header('Cache-Control', 'private, no-store')
  c.header('X-Robots-Tag', 'noindex')
  return sendPage(
    c,
    <SearchPage frame={frameOf(c)} report={report} typed={typed} outcome={outcome} />,
  )
})
