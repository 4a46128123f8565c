import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { listOrphans } from '../contributions/index.ts'
import { authorize } from '../permissions.ts'
import type { PublicPage } from '../platform/pages/public-page.ts'
import { requireEdition, type Edition, type Report } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { orphansAddress } from './addresses.ts'
import { EditionOrphansPage } from './edition-orphans-page.tsx'
import { OrphansPage } from './orphans-page.tsx'

const pageForm = z.object({ page: z.coerce.number().int().min(1).max(1_000_000).catch(1) })

/** On a page at once. */
const orphansShown = 50

export const orphanPages: PublicPage[] = [
  { path: '/reports/:slug/editions/:number/orphans', query: ['page'] },
]

/** Contributions that lost their passage: for editors after an edition, and for readers of any. */
export const orphanRoutes = new Hono<Env>()
  .get('/workshop/reports/:slug/review', async (c) => {
    const { report, edition } = await requireEdition(c.var.db, c.req.param('slug'), 'latest')
    authorize(c.var.actor, 'workshop.open', { reportId: report.id })
    const here = `/${c.var.locale}/workshop/reports/${report.slug}/review`
    const found = await findPage(c, { report, edition, here })
    return sendPage(c, <OrphansPage {...found} />)
  })
  .get('/reports/:slug/editions/:number/orphans', async (c) => {
    const { slug, number } = c.req.param()
    const { report, edition } = await requireEdition(c.var.db, slug, number)
    const here = orphansAddress(c.var.locale, report, edition.number)
    const found = await findPage(c, { report, edition, here })
    return sendPage(c, <EditionOrphansPage {...found} edition={edition} />)
  })

type Where = { report: Report; edition: Edition; here: string }

/** The page that was asked for, or the last that there is. */
async function findPage(c: Context<Env>, { report, edition, here }: Where) {
  const asked = pageForm.parse(c.req.query())
  const at = (page: number) =>
    listOrphans(c.var.db, edition.id, { limit: orphansShown, offset: (page - 1) * orphansShown })
  const first = await at(asked.page)
  const pages = Math.max(1, Math.ceil(first.count / orphansShown))
  const page = Math.min(asked.page, pages)
  const { listed: orphans, count } = page === asked.page ? first : await at(page)
  return { frame: frameOf(c), report, orphans, count, page, pages, here }
}
