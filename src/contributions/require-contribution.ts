import type { Context } from 'hono'
import { NotFound } from '../platform/http/problems.ts'
import { findReportById, type Report } from '../reports/index.ts'
import type { Env } from '../request.ts'
import type { Contribution } from './contribution.ts'
import { findContribution } from './store.ts'

/** The contribution that the address names. */
export async function requireContribution(c: Context<Env>, number: string): Promise<Contribution> {
  const found = /^[1-9]\d{0,8}$/.test(number)
    ? await findContribution(c.var.db, Number(number))
    : undefined
  if (!found) throw new NotFound('contribution')
  return found
}

export type ContributionSubject = { report: Report; contribution: Contribution }

/** The contribution that the address names, with its report. */
export async function requireSubject(c: Context<Env>): Promise<ContributionSubject> {
  const contribution = await requireContribution(c, c.req.param('number') ?? '')
  const report = await findReportById(c.var.db, contribution.reportId)
  if (!report) throw new NotFound('report')
  return { report, contribution }
}
