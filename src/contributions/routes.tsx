import { Hono, type Context } from 'hono'
import { NotFound } from '../platform/http/problems.ts'
import { findReportById, requireReport, type Report } from '../reports/index.ts'
import { frameOf, sendPage, showPanels, viewingOf, type Env, type Panel } from '../request.ts'
import { amendmentRoutes } from './amendment-routes.tsx'
import type { Amendment } from './contribution.ts'
import { ContributionPage } from './contribution-page.tsx'
import { ContributionsPage } from './contributions-page.tsx'
import { requireReadBlock } from './read-block.ts'
import { findContribution, listContributions } from './store.ts'

export type ContributionPanels = {
  contribution: readonly Panel<{ report: Report; contribution: Amendment }>[]
}

/** Reading contributions and making them. */
export function contributionRoutes(panels: ContributionPanels) {
  return new Hono<Env>()
    .route('/', amendmentRoutes)
    .get('/contributions/:number', async (c) => {
      const contribution = await requireContribution(c, c.req.param('number'))
      const report = await findReportById(c.var.db, contribution.reportId)
      if (!report) throw new NotFound('report')
      const subject = { report, contribution }
      const page = (
        <ContributionPage
          frame={frameOf(c)}
          {...subject}
          block={await requireReadBlock(c.var.db, contribution)}
          panels={await showPanels(panels.contribution, viewingOf(c), subject)}
        />
      )
      return sendPage(c, page)
    })
    .get('/reports/:slug/contributions', async (c) => {
      const report = await requireReport(c.var.db, c.req.param('slug'))
      const contributions = await listContributions(c.var.db, report.id)
      return sendPage(
        c,
        <ContributionsPage frame={frameOf(c)} report={report} contributions={contributions} />,
      )
    })
}

/** The contribution that the address names. */
export async function requireContribution(c: Context<Env>, number: string): Promise<Amendment> {
  const found = /^[1-9]\d{0,8}$/.test(number)
    ? await findContribution(c.var.db, Number(number))
    : undefined
  if (!found) throw new NotFound('contribution')
  return found
}
