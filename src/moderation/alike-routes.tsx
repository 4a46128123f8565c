import { Hono, type Context } from 'hono'
import { listPending } from '../contributions/index.ts'
import { authorize, can } from '../permissions.ts'
import { NotFound } from '../platform/http/problems.ts'
import { requireReport, type Report } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { addressesOf } from './addresses.ts'
import { examplesShown, type AlikeDone } from './alike.ts'
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
    return show(c, report, { pattern, typed, problem: null, until: c.var.now })
  })
  .post(address, async (c) => {
    const body = await c.req.parseBody({ all: true })
    const { typed } = parseDecision(body)
    const { pattern, at } = parseAlike(body)
    const report = await requireReport(c.var.db, c.req.param('slug'))
    const { db, actor, mailing, now } = c.var
    const until = at ?? now
    const shown = { pattern, typed, until }
    if (actor.kind === 'visitor') return show(c, report, { ...shown, problem: 'signed-out' })
    authorize(actor, 'contribution.moderate', { reportId: report.id })
    const deciding = { reportId: report.id, pattern, typed, until, mailing }
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
    return lead(c, report, pattern, { what: 'undone', ...undone })
  })

/** To the page again, which says how many it was done with. */
function lead(c: Context<Env>, report: Report, pattern: string, { what, done, of }: AlikeDone) {
  const { alike } = addressesOf(c.var.locale, report)
  const query = new URLSearchParams({ pattern, what, done: String(done), of: String(of) })
  return c.redirect(`${alike}?${query.toString()}`, 303)
}

/** `until`: when those were listed that it is about. */
type Shown = { pattern: string; typed: TypedDecision; problem: AlikeProblem | null; until: Date }

async function show(c: Context<Env>, report: Report, shown: Shown) {
  const { db, actor, locale } = c.var
  const thing = { reportId: report.id }
  const { pattern, until, problem } = shown
  const place = { ...thing, pattern }
  const mayRead = can(actor, 'contribution.moderate', thing)
  const count = mayRead ? await countAlike(db, place, until) : 0
  const shownFirst = { until, limit: examplesShown }
  const examples = count > 0 ? await listAlike(db, place, shownFirst) : []
  const said = await listPending(
    db,
    examples.map(({ number }) => number),
  )
  const { alike } = addressesOf(locale, report)
  const page = (
    <AlikePage
      frame={frameOf(c, `${alike}?${new URLSearchParams({ pattern }).toString()}`)}
      {...{ report, count }}
      {...shown}
      signs={examples[0]?.signs ?? []}
      examples={examples.flatMap(({ number }) => said.get(number) ?? [])}
      batches={mayRead ? await listBatches(db, place, 5) : []}
      charter={await requireCharter(db)}
      done={problem ? null : parseAlikeDone(c.req.query())}
    />
  )
  return sendPage(c, page, problem ? 422 : 200)
}
