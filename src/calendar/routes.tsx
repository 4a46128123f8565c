import { Hono, type Context } from 'hono'
import { authorize } from '../permissions.ts'
import { newToken } from '../platform/ids.ts'
import { NotFound } from '../platform/http/problems.ts'
import { findLatestEdition, requireReport, type Report } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { addressesOf } from './addresses.ts'
import { CalendarPage, doneHere } from './calendar-page.tsx'
import { nothingTyped, typedOf, type ReportEvent, type TypedEvent } from './event.ts'
import { EventPage } from './event-page.tsx'
import { parseEvent, parseKey, parseRevision } from './forms.ts'
import { keepEvent } from './keep-event.ts'
import { RemovalPage } from './removal-page.tsx'
import { removeEvent } from './remove-event.ts'
import type { ShownProblem } from './say-problem.ts'
import { findEvent, listEvents } from './store.ts'

const here = '/workshop/reports/:slug/calendar'

/** Keeping a report's dates, for its editors. */
export const calendarRoutes = new Hono<Env>()
  .get(here, async (c) => {
    const report = await requireKept(c)
    return showCalendar(c, report, { typed: null, key: newToken(), problems: [] })
  })
  .post(`${here}/events`, async (c) => {
    const body = await c.req.parseBody({ all: true })
    const [typed, key] = [parseEvent(body), parseKey(body)]
    const report = await requireReport(c.var.db, c.req.param('slug'))
    if (c.var.actor.kind === 'visitor') {
      return showForm(c, report, { known: { key }, typed, problems: ['signed-out'] })
    }
    const { db, actor, now } = c.var
    const kept = await keepEvent(db, actor, { report, typed, known: { key } }, now)
    if (kept.ok) return leadBack(c, report, 'added')
    // What one form has added already, another may add once more.
    const next = kept.problems.includes('added-already') ? newToken() : key
    return showCalendar(c, report, { typed, key: next, problems: kept.problems })
  })
  .get(`${here}/:event`, async (c) => {
    const report = await requireKept(c)
    const event = await requireEvent(c, report)
    return showForm(c, report, { known: event, typed: typedOf(event), problems: [] })
  })
  .post(`${here}/:event`, async (c) => {
    const body = await c.req.parseBody({ all: true })
    const [typed, revision] = [parseEvent(body), parseRevision(body)]
    const report = await requireReport(c.var.db, c.req.param('slug'))
    const id = idOf(c)
    const { db, actor, now } = c.var
    if (actor.kind === 'visitor') {
      const known = { ...(await requireEvent(c, report)), revision }
      return showForm(c, report, { known, typed, problems: ['signed-out'] })
    }
    const kept = await keepEvent(db, actor, { report, typed, known: { id, revision } }, now)
    if (kept.ok) return leadBack(c, report, 'changed')
    const event = await findEvent(db, report.id, id)
    const known = event ?? { key: newToken() }
    // Only who has seen what it says now may replace it.
    const seen = kept.problems.includes('changed-since') ? {} : { revision }
    return showForm(c, report, { known: { ...known, ...seen }, typed, problems: kept.problems })
  })
  .get(`${here}/:event/removal`, async (c) => {
    const report = await requireKept(c)
    return showRemoval(c, report, { event: await requireEvent(c, report), problems: [] })
  })
  .post(`${here}/:event/removal`, async (c) => {
    const revision = parseRevision(await c.req.parseBody({ all: true }))
    const report = await requireReport(c.var.db, c.req.param('slug'))
    const { db, actor, now } = c.var
    if (actor.kind === 'visitor') {
      const event = { ...(await requireEvent(c, report)), revision }
      return showRemoval(c, report, { event, problems: ['signed-out'] })
    }
    const removed = await removeEvent(db, actor, { report, id: idOf(c), revision }, now)
    if (removed.ok) return leadBack(c, report, 'removed')
    const event = await requireEvent(c, report)
    return showRemoval(c, report, { event, problems: [removed.problem] })
  })

/** The report of the address, for those who may keep its calendar; not found for others. */
async function requireKept(c: Context<Env>): Promise<Report> {
  const report = await requireReport(c.var.db, c.req.param('slug') ?? '')
  authorize(c.var.actor, 'calendar.keep', { reportId: report.id })
  return report
}

function idOf(c: Context<Env>): number {
  const given = c.req.param('event') ?? ''
  if (!/^[1-9]\d{0,8}$/.test(given)) throw new NotFound('event')
  return Number(given)
}

async function requireEvent(c: Context<Env>, report: Report): Promise<ReportEvent> {
  const event = await findEvent(c.var.db, report.id, idOf(c))
  if (!event) throw new NotFound('event')
  return event
}

function leadBack(c: Context<Env>, report: Report, done: (typeof doneHere)[number]) {
  return c.redirect(`${addressesOf(c.var.locale, report).calendar}?done=${done}`, 303)
}

type Adding = { typed: TypedEvent | null; key: string; problems: readonly ShownProblem[] }

async function showCalendar(c: Context<Env>, report: Report, { typed, key, problems }: Adding) {
  const { db, locale } = c.var
  const latest = (await findLatestEdition(db, report.id))?.number ?? 0
  const page = (
    <CalendarPage
      frame={frameOf(c, addressesOf(locale, report).calendar)}
      report={report}
      events={await listEvents(db, report.id)}
      latest={latest}
      typed={typed ?? { ...nothingTyped, edition: String(latest + 1) }}
      formKey={key}
      problems={problems}
      done={chooseDone(doneHere, c.req.query('done'))}
    />
  )
  return sendPage(c, page, problems.length > 0 ? 422 : 200)
}

type Changing = {
  known: ReportEvent | { key: string }
  typed: TypedEvent
  problems: readonly ShownProblem[]
}

function showForm(c: Context<Env>, report: Report, changing: Changing) {
  const there = addressesOf(c.var.locale, report)
  const address = 'key' in changing.known ? there.calendar : there.event(changing.known.id)
  const page = <EventPage frame={frameOf(c, address)} report={report} {...changing} />
  return sendPage(c, page, changing.problems.length > 0 ? 422 : 200)
}

type Removing = { event: ReportEvent; problems: readonly ShownProblem[] }

function showRemoval(c: Context<Env>, report: Report, removing: Removing) {
  const address = addressesOf(c.var.locale, report).removal(removing.event.id)
  const page = <RemovalPage frame={frameOf(c, address)} report={report} {...removing} />
  return sendPage(c, page, removing.problems.length > 0 ? 422 : 200)
}
