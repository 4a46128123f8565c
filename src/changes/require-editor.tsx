import type { Context } from 'hono'
import { authorize } from '../permissions.ts'
import { requireReport, type PlacedBlock, type Report } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import type { ShownProblem } from './say-problem.ts'
import { SignedOutPage } from './signed-out-page.tsx'

/** The report of the address, for those who may change its working text; not found for others. */
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

/**
 * The page for a form whose sender is no longer signed in, with all that was sent; null for anybody else,
 * who either may send it or is told that nothing is there.
 */
export async function answerSignedOut(c: Context<Env>) {
  if (c.var.actor.kind !== 'visitor') return null
  const report = await requireReport(c.var.db, c.req.param('slug') ?? '')
  const form = await c.req.formData()
  const sent = [...form].map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : '',
  ])
  const { pathname } = new URL(c.req.url)
  const page = (
    <SignedOutPage
      frame={frameOf(c, `/${c.var.locale}/reports/${report.slug}`)}
      report={report}
      action={pathname}
      sent={sent}
    />
  )
  return sendPage(c, page, 422)
}
