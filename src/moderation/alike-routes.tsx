import { Hono, type Context } from 'hono'
import { listPending } from '../contributions/index.ts'
import { authorize } from '../permissions.ts'
import { NotFound, SignInNeeded } from '../platform/http/problems.ts'
import { requireReport, type Report } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { addressesOf } from './addresses.ts'
import { mostAtOnce, type AlikeDone } from './alike.ts'
import { AlikePage, type AlikeProblem } from './alike-page.tsx'
import { countAlike, listAlike, listBatches } from './alike-store.ts'
import { requireCharter } from './charter-store.ts'
import { decideAlike, undoAlike } from './decide-alike.ts'
import type { TypedDecision } from './decision.ts'
import { parseAlike, parseAlikeDone, parseDecision } from './forms.ts'

const address = '/workshop/reports/:slug/moderation/alike'

/** Deciding at once on what the defence against spam holds back for the same, and taking it back. */
export const alikeRoutes = new Hono<Env>()
  .get(address, async (c) => {
    const report = await requireReport(c.var.db, c.req.param('slug'))
    authorize(c.var.actor, 'contribution.moderate', { reportId: report.id })
    const { pattern } = parseAlike(c.req.query())
    const { typed } = parseDecision({})
    return show(c, report, { pattern, typed, numbers: null, problem: null, until: c.var.now })
  })
  .post(address, async (c) => {
    const body = await c.req.parseBody({ all: true })
    const { typed } = parseDecision(body)
    const { pattern, at, numbers } = parseAlike(body)
    const report = await requireReport(c.var.db, c.req.param('slug'))
    const { db, actor, mailing, now } = c.var
    const until = at ?? now
    if (actor.kind === 'visitor') throw new SignInNeeded()
    authorize(actor, 'contribution.moderate', { reportId: report.id })
    const shown = { pattern, typed, numbers, until }
    if (numbers.length === 0) return show(c, report, { ...shown, problem: 'none-chosen' })
    const deciding = { reportId: report.id, pattern, typed, until, numbers, mailing }
    const { done, of, problem } = await decideAlike(db, actor, deciding, now)
    if (done === 0) return show(c, report, { ...shown, problem: problem ?? 'none-alike' })
    return lead(c, report, pattern, { what: 'decided', done, of })
  })
  .post(`${address}/undo`, async (c) => {
    const { pattern, at } = parseAlike(await c.req.parseBody())
    const report = await requireReport(c.var.db, c.req.param('slug'))
    const { db, actor, mailing, now } = c.var
    authorize(actor, 'contribution.moderate', { reportId: report.id })
    if (at === null) throw new NotFound('several decisions')
    const undoing = { reportId: report.id, pattern, decidedAt: at, mailing }
    const undone = await undoAlike(db, actor, undoing, now)
    const what = undone.done > 0 ? 'undone' : 'untouched'
    return lead(c, report, pattern, { what, ...undone })
  })

/** To the page again, which says how many it was done with. */
function lead(c: Context<Env>, report: Report, pattern: string, { what, done, of }: AlikeDone) {
  const { alike } = addressesOf(c.var.locale, report)
  const query = new URLSearchParams({ pattern, what, done: String(done), of: String(of) })
  return c.redirect(`${alike}?${query.toString()}`, 303)
}

/** `until`: when those were listed that it is about. */
type Shown = {
  pattern: string
  typed: TypedDecision
  /** Those that were ticked; null: all, as it is at first. */
  numbers: readonly number[] | null
  problem: AlikeProblem | null
  until: Date
}

async function show(c: Context<Env>, report: Report, shown: Shown) {
  const { db, locale } = c.var
  const { pattern, until, problem } = shown
  const place = { reportId: report.id, pattern }
  const count = await countAlike(db, place, until)
  const listed = count > 0 ? await listAlike(db, place, { until, limit: mostAtOnce }) : []
  const said = await listPending(
    db,
    listed.map(({ number }) => number),
  )
  const { alike } = addressesOf(locale, report)
  const page = (
    <AlikePage
      frame={frameOf(c, `${alike}?${new URLSearchParams({ pattern }).toString()}`)}
      {...{ report, count }}
      {...shown}
      signs={listed[0]?.signs ?? []}
      alike={listed.flatMap(({ number }) => said.get(number) ?? [])}
      batches={await listBatches(db, place, 5)}
      charter={await requireCharter(db)}
      done={problem ? null : parseAlikeDone(c.req.query())}
    />
  )
  return sendPage(c, page, problem ? 422 : 200)
}
