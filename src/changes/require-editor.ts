import type { Context } from 'hono'
import { authorize } from '../permissions.ts'
import { requireReport, type PlacedBlock, type Report } from '../reports/index.ts'
import type { Env } from '../request.ts'
import type { ShownProblem } from './say-problem.ts'

/** The report of the address, for those who may change its working text; not found for others who are signed in. */
export async function requireEditable(c: Context<Env>): Promise<Report> {
  const report = await requireReport(c.var.db, c.req.param('slug') ?? '')
  authorize(c.var.actor, 'text.change', { reportId: report.id })
  return report
}

/**
 * Between what a block would stand that is put behind that one (null: at the start), and what is wrong:
 * that one may no longer be there.
 */
export function placeAfter(
  blocks: readonly PlacedBlock[],
  after: string | null,
  problems: readonly ShownProblem[],
) {
  const at = after === null ? -1 : blocks.findIndex(({ id }) => id === after)
  if (after === null || at !== -1) return { before: blocks[at], after: blocks[at + 1], problems }
  const others = problems.filter(({ code }) => code !== 'place-gone')
  const gone = { code: 'place-gone' as const, number: null }
  return { before: undefined, after: undefined, problems: [...others, gone] }
}
