import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { listCredits } from '../contributions/index.ts'
import { authorize } from '../permissions.ts'
import { NotFound } from '../platform/http/problems.ts'
import {
  contributionsBehind,
  requireEdition,
  requireReport,
  type Edition,
  type Report,
} from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { ChangesPage, shownWaiting } from './changes-page.tsx'
import { listChangedBlocks, type WhatChanged } from './list-changed-blocks.ts'
import { gatherCheckList } from './check-list.ts'
import { PublicationPage } from './publication-page.tsx'
import { publishEdition, type PublicationProblem } from './publish-edition.ts'

/** What changed and why; publishing the next edition. */
export const editionRoutes = new Hono<Env>()
  .get('/reports/:slug/editions/:number/changes', async (c) => {
    const { report, edition } = await requireEdition(
      c.var.db,
      c.req.param('slug'),
      c.req.param('number'),
    )
    if (edition.number === 1) throw new NotFound('the first edition changed nothing')
    const what = await listChangedBlocks(c.var.db, edition)
    const page = (
      <ChangesPage
        frame={frameOf(c)}
        report={report}
        edition={edition}
        {...what}
        credits={await listCredits(c.var.db, numbersIn(edition, what))}
      />
    )
    return sendPage(c, page)
  })
  .get('/workshop/reports/:slug/publication', async (c) => {
    const report = await requirePublishable(c)
    return showCheckList(c, report, null)
  })
  .post('/workshop/reports/:slug/editions', async (c) => {
    const report = await requirePublishable(c)
    const { unanswered, seen } = publicationForm.parse(await c.req.parseBody())
    const { db, actor, now } = c.var
    const publication = { report, unansweredConfirmed: unanswered, seen }
    const published = await publishEdition(db, actor, publication, now)
    if (!published.ok) return showCheckList(c, report, published.problem)
    return c.redirect(`/${c.var.locale}/reports/${report.slug}/editions/${published.number}`, 303)
  })

const publicationForm = z.object({
  unanswered: z
    .literal('confirmed')
    .transform(() => true)
    .catch(false),
  seen: z.string().nullable().catch(null),
})

/** The contributions that the page speaks of. */
function numbersIn({ unanswered }: Edition, { changed, unchanging }: WhatChanged): number[] {
  const answers = [...changed.flatMap((block) => block.answers), ...unchanging]
  const answered = answers.flatMap(({ contributionNumbers }) => contributionNumbers)
  const caused = changed.flatMap(contributionsBehind)
  return [...new Set([...answered, ...caused, ...unanswered.slice(0, shownWaiting)])]
}

async function requirePublishable(c: Context<Env>): Promise<Report> {
  const report = await requireReport(c.var.db, c.req.param('slug') ?? '')
  authorize(c.var.actor, 'edition.publish', { reportId: report.id })
  return report
}

async function showCheckList(c: Context<Env>, report: Report, problem: PublicationProblem | null) {
  const page = (
    <PublicationPage
      frame={frameOf(c, `/${c.var.locale}/workshop/reports/${report.slug}/publication`)}
      report={report}
      list={await gatherCheckList(c.var.db, report)}
      problem={problem}
    />
  )
  return sendPage(c, page, problem ? 422 : 200)
}
