import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { authorize } from '../permissions.ts'
import { asksTrueNames, requireReport, type Report } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { askTrueNames } from './ask-true-names.ts'
import { TrueNamesPage } from './true-names-page.tsx'

const here = '/workshop/reports/:slug/true-names'
const form = z.object({ asked: z.enum(['yes', 'no']).nullable().catch(null) })

/** Whether a report asks for true names, said by its editor-in-chief. */
export const trueNamesRoutes = new Hono<Env>()
  .get(here, async (c) => show(c, await requireAsking(c), null))
  .post(here, async (c) => {
    const report = await requireAsking(c)
    const { asked } = form.parse(await c.req.parseBody())
    if (asked === null) return show(c, report, 'true-names-unchosen')
    const { db, actor, locale, now } = c.var
    await askTrueNames(db, actor, { report, asked: asked === 'yes' }, now)
    return c.redirect(`/${locale}/workshop/reports/${report.slug}/true-names?done=saved`, 303)
  })

/** The report of the address, for its editor-in-chief; not found for others. */
async function requireAsking(c: Context<Env>): Promise<Report> {
  const report = await requireReport(c.var.db, c.req.param('slug') ?? '')
  authorize(c.var.actor, 'true-name.require', { reportId: report.id })
  return report
}

async function show(c: Context<Env>, report: Report, problem: 'true-names-unchosen' | null) {
  const page = (
    <TrueNamesPage
      frame={frameOf(c, `/${c.var.locale}/workshop/reports/${report.slug}/true-names`)}
      report={report}
      asked={await asksTrueNames(c.var.db, report.id)}
      problem={problem}
      saved={c.req.query('done') === 'saved'}
    />
  )
  return sendPage(c, page, problem ? 422 : 200)
}
