import type { Context } from 'hono'
import { authorize, can } from '../permissions.ts'
import { NotFound, SignInToKeep } from '../platform/http/problems.ts'
import { requireReport, type Report } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { ControversiesPage } from './controversies-page.tsx'
import type { Controversy } from './controversy.ts'
import { pageForm, parseId } from './forms.ts'
import { countControversies, findControversy, listControversies } from './store.ts'

/** At once. */
const pageLength = 20

/** A page of a report's controversies; not found past the last. */
export async function showControversies(c: Context<Env>, report: Report, workshop: boolean) {
  const { db, actor } = c.var
  const { page } = pageForm.parse(c.req.query())
  const asked = { reportId: report.id, drafts: workshop }
  const count = await countControversies(db, asked)
  const pages = Math.max(1, Math.ceil(count / pageLength))
  if (page > pages) throw new NotFound('page')
  const at = { limit: pageLength, offset: (page - 1) * pageLength }
  const controversies = await listControversies(db, asked, at)
  const mayKeep = can(actor, 'controversy.keep', { reportId: report.id })
  return sendPage(
    c,
    <ControversiesPage
      frame={frameOf(c)}
      {...{ report, controversies, count, page, pages, workshop, mayKeep }}
    />,
  )
}

/** The report of the address, for those who may keep its controversies; not found for others. */
export async function requireKeeper(c: Context<Env>): Promise<Report> {
  const report = await requireReport(c.var.db, c.req.param('slug') ?? '')
  authorize(c.var.actor, 'controversy.keep', { reportId: report.id })
  return report
}

export async function requireControversy(c: Context<Env>, report: Report): Promise<Controversy> {
  const id = parseId(c.req.param('controversy'))
  const found = id === null ? undefined : await findControversy(c.var.db, report.id, id)
  if (!found) throw new NotFound('controversy')
  return found
}

/** A form that was sent to a controversy: whoever is signed out meanwhile can send it once more. */
export async function requireSentTo(c: Context<Env>) {
  const body = await c.req.parseBody({ all: true })
  if (c.var.actor.kind === 'visitor') throw new SignInToKeep()
  const report = await requireKeeper(c)
  return { body, report, controversy: await requireControversy(c, report) }
}
