import { Hono } from 'hono'
import { z } from 'zod'
import { listOrphanNumbers } from '../anchors/index.ts'
import { listOrphans } from '../contributions/index.ts'
import { authorize } from '../permissions.ts'
import { requireEdition } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { OrphansPage } from './orphans-page.tsx'

const pageForm = z.object({ page: z.coerce.number().int().min(1).max(1_000_000).catch(1) })

/** On a page at once. */
const orphansShown = 50

/** What editors have to look at after an edition: contributions that lost their passage. */
export const orphanRoutes = new Hono<Env>().get('/workshop/reports/:slug/review', async (c) => {
  const { db, actor } = c.var
  const { report, edition } = await requireEdition(db, c.req.param('slug'), 'latest')
  authorize(actor, 'workshop.open', { reportId: report.id })
  const asked = pageForm.parse(c.req.query())
  const { length } = await listOrphanNumbers(db, edition.id)
  const pages = Math.max(1, Math.ceil(length / orphansShown))
  const page = Math.min(asked.page, pages)
  const from = { limit: orphansShown, offset: (page - 1) * orphansShown }
  const orphans = await listOrphans(db, edition.id, from)
  return sendPage(
    c,
    <OrphansPage
      frame={frameOf(c)}
      report={report}
      orphans={orphans.listed}
      count={orphans.count}
      page={page}
      pages={pages}
    />,
  )
})
