import { Hono } from 'hono'
import { z } from 'zod'
import { requireEdition } from '../reports/index.ts'
import type { Limit } from '../platform/limits/store.ts'
import { countRequest, frameOf, sendPage, sendTooMany, type Env } from '../request.ts'
import { findResults } from './find-results.ts'
import { onOneLine } from './query.ts'
import { groups } from './results.ts'
import { SearchPage } from './search-page.tsx'

const askedForm = z.object({
  q: z.string().catch('').transform(onOneLine),
  in: z.enum(groups).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
})

/** Of one network: a hundred people who look for something, and then for something else. */
const searchesOfOneNetwork: Limit = { name: 'searches', most: 600, minutes: 10 }

/** Searching a report; what people look for is kept nowhere. */
export const searchRoutes = new Hono<Env>().get('/reports/:slug/search', async (c) => {
  const { report, edition } = await requireEdition(c.var.db, c.req.param('slug'), 'latest')
  const { q: typed, in: group, page } = askedForm.parse(c.req.query())
  c.header('Cache-Control', 'private, no-store')
  c.header('X-Robots-Tag', 'noindex')
  const counted = typed === '' ? null : await countRequest(c, searchesOfOneNetwork)
  if (counted && !counted.ok) {
    const outcome = { ...counted, problem: 'too-many-of-network' as const }
    const page = <SearchPage frame={frameOf(c)} {...{ report, typed, outcome }} />
    return sendTooMany(c, page, counted.until)
  }
  const outcome = await findResults(c.var.db, { report, edition, typed, group, page })
  return sendPage(
    c,
    <SearchPage frame={frameOf(c)} report={report} typed={typed} outcome={outcome} />,
  )
})
