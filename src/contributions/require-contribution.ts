import type { Context } from 'hono'
import { authorize } from '../permissions.ts'
import { NotFound } from '../platform/http/problems.ts'
import { findReportById, type Report } from '../reports/index.ts'
import type { Env } from '../request.ts'
import { asShown } from './as-shown.ts'
import type { Contribution } from './contribution.ts'
import { findContribution } from './store.ts'

/** The contribution that the address names, as everybody reads it; what waits for a moderator is found by its author and by moderators. */
export async function requireContribution(c: Context<Env>, number: string): Promise<Contribution> {
  const found = await requireNamed(c, number)
  if (found.state === 'pending') authorize(c.var.actor, 'contribution.read-pending', found)
  return asShown(found)
}

/** As `requireSubject`, for whoever may read why it was decided on, while it waits again too. */
export async function requireDecided(c: Context<Env>): Promise<ContributionSubject> {
  const found = await requireNamed(c, c.req.param('number') ?? '')
  authorize(c.var.actor, 'statement.read', found)
  return withReport(c, asShown(found))
}

async function requireNamed(c: Context<Env>, number: string): Promise<Contribution> {
  const found = /^[1-9]\d{0,8}$/.test(number)
    ? await findContribution(c.var.db, Number(number))
    : undefined
  if (!found) throw new NotFound('contribution')
  return found
}

export type ContributionSubject = { report: Report; contribution: Contribution }

/** The contribution that the address names, with its report. */
export async function requireSubject(c: Context<Env>): Promise<ContributionSubject> {
  return withReport(c, await requireContribution(c, c.req.param('number') ?? ''))
}

/**
 * As `requireSubject`, for a form that was sent: whoever is signed out meanwhile is shown what they typed, and of
 * what waits for a moderator no word.
 */
export async function requireSent(c: Context<Env>): Promise<ContributionSubject> {
  if (c.var.actor.kind !== 'visitor') return requireSubject(c)
  return withReport(c, asShown(await requireNamed(c, c.req.param('number') ?? '')))
}

async function withReport(
  c: Context<Env>,
  contribution: Contribution,
): Promise<ContributionSubject> {
  const report = await findReportById(c.var.db, contribution.reportId)
  if (!report) throw new NotFound('report')
  return { report, contribution }
}
