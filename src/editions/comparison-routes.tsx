import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { NotFound } from '../platform/http/problems.ts'
import { listEditions, requireReport, type Edition, type Report } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { changesAddress, comparingAddress, comparisonAddress } from './addresses.ts'
import type { ComparisonProblem } from './compare-form.tsx'
import { ComparisonPage } from './comparison-page.tsx'

/** Choosing any two editions of a report, the older of which the other is compared with. */
export const comparisonRoutes = new Hono<Env>().get('/reports/:slug/comparison', async (c) => {
  const report = await requireReport(c.var.db, c.req.param('slug'))
  const editions = await listEditions(c.var.db, report.id)
  if (editions.length < 2) throw new NotFound('no two editions to compare')
  const query = c.req.query()
  const asked = 'from' in query || 'to' in query ? comparisonForm.parse(query) : null
  if (!asked) return showChoice(c, { report, editions, asked, problem: null })
  const problem = checkChoice(editions, asked)
  if (problem) return showChoice(c, { report, editions, asked, problem })
  const [from = 0, to = 0] = [asked.from ?? 0, asked.to ?? 0].toSorted((one, two) => one - two)
  const address = changesAddress(c.var.locale, report, to)
  return c.redirect(comparisonAddress(address, { from }), 302)
})

const number = z.coerce.number().int().nullable().catch(null).default(null)
const comparisonForm = z.object({ from: number, to: number })

type Asked = z.infer<typeof comparisonForm>

function checkChoice(editions: readonly Edition[], { from, to }: Asked): ComparisonProblem | null {
  const known = new Set<number | null>(editions.map((edition) => edition.number))
  if (!known.has(from) || !known.has(to)) return 'no-such-edition'
  return from === to ? 'same-edition' : null
}

type Choice = {
  report: Report
  editions: Edition[]
  asked: Asked | null
  problem: ComparisonProblem | null
}

function showChoice(c: Context<Env>, { report, ...choice }: Choice) {
  const frame = frameOf(c, comparingAddress(c.var.locale, report))
  const page = <ComparisonPage frame={frame} report={report} {...choice} />
  return sendPage(c, page, choice.problem ? 422 : 200)
}
