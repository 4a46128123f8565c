import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { listCredits } from '../contributions/index.ts'
import { authorize, can } from '../permissions.ts'
import { NotFound } from '../platform/http/problems.ts'
import type { PublicPage } from '../platform/pages/public-page.ts'
import { requireEdition, requireReport, type Report } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { ChangesPage } from './changes-page.tsx'
import { gatherCheckList } from './check-list.ts'
import { choosePart, groupAlike } from './group-alike.ts'
import { listChangedBlocks } from './list-changed-blocks.ts'
import { numbersTold } from './numbers-told.ts'
import { PublicationPage } from './publication-page.tsx'
import { publishEdition, type PublicationProblem } from './publish-edition.ts'

export const changesPages: PublicPage[] = [
  {
    path: '/reports/:slug/editions/:number/changes',
    query: ['page', 'at'],
  },
]

/** What changed and why; publishing the next edition. */
export const editionRoutes = new Hono<Env>()
  .get('/reports/:slug/editions/:number/changes', async (c) => {
    const { report, edition } = await requireEdition(
      c.var.db,
      c.req.param('slug'),
      c.req.param('number'),
    )
    if (edition.number === 1) throw new NotFound('the first edition changed nothing')
    const { changed, unchanging } = await listChangedBlocks(c.var.db, edition)
    const part = choosePart(groupAlike(changed), partForm.parse(c.req.query()))
    const last = part.page === part.pages
    const numbers = numbersTold({
      changed: part.groups.map(({ first }) => first),
      answers: last ? unchanging : [],
      unanswered: last ? edition.unanswered : [],
    })
    const page = (
      <ChangesPage
        frame={frameOf(c)}
        report={report}
        edition={edition}
        part={part}
        count={changed.length}
        unchanging={unchanging}
        credits={await listCredits(c.var.db, numbers)}
      />
    )
    return sendPage(c, page)
  })
  .get('/workshop/reports/:slug/publication', async (c) => {
    const report = await requireReport(c.var.db, c.req.param('slug'))
    authorize(c.var.actor, 'workshop.open', { reportId: report.id })
    return showCheckList(c, report, null)
  })
  .post('/workshop/reports/:slug/editions', async (c) => {
    const report = await requireReport(c.var.db, c.req.param('slug'))
    authorize(c.var.actor, 'edition.publish', { reportId: report.id })
    const { unanswered, seen } = publicationForm.parse(await c.req.parseBody())
    const { db, actor, now } = c.var
    const publication = { report, unansweredConfirmed: unanswered, seen }
    const published = await publishEdition(db, actor, publication, now)
    if (!published.ok) return showCheckList(c, report, published.problem)
    const there = `/${c.var.locale}/reports/${report.slug}/editions/${published.number}`
    return c.redirect(`${there}?done=published`, 303)
  })

const publicationForm = z.object({
  unanswered: z
    .literal('confirmed')
    .transform(() => true)
    .catch(false),
  seen: z.string().nullable().catch(null),
})

const partForm = z.object({
  page: z.coerce.number().int().min(1).nullable().catch(null).default(null),
  at: z.string().nullable().catch(null).default(null),
})

/** The contributions that the page speaks of. */
async function showCheckList(c: Context<Env>, report: Report, problem: PublicationProblem | null) {
  const page = (
    <PublicationPage
      frame={frameOf(c, `/${c.var.locale}/workshop/reports/${report.slug}/publication`)}
      report={report}
      list={await gatherCheckList(c.var.db, report)}
      mayPublish={can(c.var.actor, 'edition.publish', { reportId: report.id })}
      problem={problem}
    />
  )
  return sendPage(c, page, problem ? 422 : 200)
}
