import { Hono, type Context } from 'hono'
import type { Answer } from '../answers/index.ts'
import { listCredits } from '../contributions/index.ts'
import { authorize } from '../permissions.ts'
import { NotFound } from '../platform/http/problems.ts'
import { requireEdition, requireReport, type Edition, type Report } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { ChangesPage, shownWaiting } from './changes-page.tsx'
import { listChangedBlocks } from './list-changed-blocks.ts'
import { PublicationPage } from './publication-page.tsx'
import { prepareEdition, publishEdition, type PublicationProblem } from './publish-edition.ts'

/** What changed and why; publishing the next edition. */
export const editionRoutes = new Hono<Env>()
  .get('/reports/:slug/editions/:number/changes', async (c) => {
    const { report, edition } = await requireEdition(
      c.var.db,
      c.req.param('slug'),
      c.req.param('number'),
    )
    if (edition.number === 1) throw new NotFound('the first edition changed nothing')
    const { changed, declined } = await listChangedBlocks(c.var.db, edition)
    const page = (
      <ChangesPage
        frame={frameOf(c)}
        report={report}
        edition={edition}
        changed={changed}
        declined={declined}
        credits={await listCredits(
          c.var.db,
          numbersIn(edition, [...changed.flatMap(({ answers }) => answers), ...declined]),
        )}
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
    const form = await c.req.parseBody()
    const unansweredConfirmed = form['unanswered'] === 'confirmed'
    const { db, actor, now } = c.var
    const published = await publishEdition(db, actor, { report, unansweredConfirmed }, now)
    if (!published.ok) return showCheckList(c, report, published.problem)
    return c.redirect(`/${c.var.locale}/reports/${report.slug}/editions/${published.number}`, 303)
  })

/** The contributions that the page speaks of. */
function numbersIn({ unanswered }: Edition, answers: readonly Answer[]): number[] {
  const answered = answers.flatMap(({ contributionNumbers }) => contributionNumbers)
  return [...new Set([...answered, ...unanswered.slice(0, shownWaiting)])]
}

async function requirePublishable(c: Context<Env>): Promise<Report> {
  const report = await requireReport(c.var.db, c.req.param('slug') ?? '')
  authorize(c.var.actor, 'edition.publish', { reportId: report.id })
  return report
}

async function showCheckList(c: Context<Env>, report: Report, problem: PublicationProblem | null) {
  const { previous, changes, answers, unanswered } = await prepareEdition(c.var.db, report)
  const next = {
    number: (previous?.number ?? 0) + 1,
    changes: changes.length,
    answers: answers.length,
  }
  const page = (
    <PublicationPage
      frame={frameOf(c, `/${c.var.locale}/workshop/reports/${report.slug}/publication`)}
      report={report}
      next={next}
      unanswered={unanswered}
      problem={problem}
    />
  )
  return sendPage(c, page, problem ? 422 : 200)
}
