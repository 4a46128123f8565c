import { Hono, type Context } from 'hono'
import { findModerationSetting, listPending } from '../contributions/index.ts'
import { authorize, can } from '../permissions.ts'
import { requireReport, type Report } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { addressesOf } from './addresses.ts'
import { listPatterns } from './alike-store.ts'
import { decideContribution } from './decide-contribution.ts'
import { parseGround, parsePage, parseTicked } from './forms.ts'
import { doneInQueue, ModerationQueuePage, type QueueProblem } from './queue-page.tsx'
import { countWaiting, listWaiting } from './queue-store.ts'
import { sumOf } from './waiting.ts'
import { currentOf } from './decision.ts'
import { listDecisions } from './store.ts'

/** In the queue at once. */
const queueLength = 50

const address = '/workshop/reports/:slug/moderation'

/** What waits in a report, for its moderators; several can be published at once. */
export const queueRoutes = new Hono<Env>()
  .get(address, async (c) => {
    const report = await requireReport(c.var.db, c.req.param('slug'))
    authorize(c.var.actor, 'contribution.moderate', { reportId: report.id })
    return show(c, report, { ticked: [], problem: null })
  })
  .post(`${address}/publications`, async (c) => {
    const ticked = parseTicked(await c.req.parseBody({ all: true }))
    const report = await requireReport(c.var.db, c.req.param('slug'))
    if (c.var.actor.kind === 'visitor') return show(c, report, { ticked, problem: 'signed-out' })
    authorize(c.var.actor, 'contribution.moderate', { reportId: report.id })
    if (ticked.length === 0) return show(c, report, { ticked, problem: 'none-ticked' })
    const all = await publishTicked(c, report, ticked)
    const done = all ? 'published' : 'some'
    return c.redirect(`${addressesOf(c.var.locale, report).queue}?done=${done}`, 303)
  })

/** Each is a decision of its own, on the revision that was listed; true where all of them could be taken. */
async function publishTicked(
  c: Context<Env>,
  report: Report,
  ticked: readonly { number: number; read: number; seen: number | null }[],
): Promise<boolean> {
  const { db, actor, now, mailing } = c.var
  const said = await listPending(
    db,
    ticked.map(({ number }) => number),
  )
  const theirs = ticked.filter(({ number }) => said.get(number)?.reportId === report.id)
  const nothing = { ground: null, law: '', cut: { sentences: [], words: '' }, reason: '' }
  const plain = { ...nothing, flags: [] }
  let published = 0
  for (const { number, read, seen } of theirs) {
    const typed = { ...plain, choice: 'published' as const, read, seen }
    const decided = await decideContribution(db, actor, { number, typed, mailing }, now)
    if (decided.ok) published += 1
  }
  return published === ticked.length
}

type Shown = { ticked: { number: number }[]; problem: QueueProblem | null }

async function show(c: Context<Env>, report: Report, { ticked, problem }: Shown) {
  const { db, actor, now, locale } = c.var
  const thing = { reportId: report.id }
  const mayRead = can(actor, 'contribution.moderate', thing)
  const ground = parseGround(c.req.query())
  const counts = mayRead ? await countWaiting(db, report.id) : new Map<never, number>()
  const count = ground === null ? sumOf(counts) : (counts.get(ground) ?? 0)
  const pages = Math.max(1, Math.ceil(count / queueLength))
  const page = Math.min(parsePage(c.req.query()), pages)
  const shown = { limit: queueLength, offset: (page - 1) * queueLength }
  return sendPage(
    c,
    <ModerationQueuePage
      frame={frameOf(c, problem ? addressesOf(locale, report).queue : undefined)}
      {...{ report, counts, count, ground, page, pages, now, problem }}
      patterns={mayRead && ground !== 'flagged' && page === 1 ? await listShown(c, report) : []}
      entries={mayRead ? await listEntries(c, { ...thing, ground }, shown) : []}
      ticked={ticked.map(({ number }) => number)}
      setting={await findModerationSetting(db, report.id)}
      maySet={can(actor, 'moderation.set', thing)}
      done={chooseDone(doneInQueue, c.req.query('done'))}
    />,
    problem ? 422 : 200,
  )
}

/** Kinds of what is held, shown at once. */
const patternsShown = 20

async function listShown({ var: { db } }: Context<Env>, report: Report) {
  const patterns = await listPatterns(db, report.id, patternsShown)
  const said = await listPending(
    db,
    patterns.map(({ first }) => first),
  )
  return patterns.map((one) => ({ ...one, contribution: said.get(one.first) }))
}

async function listEntries(
  c: Context<Env>,
  asked: Parameters<typeof listWaiting>[1],
  shown: { limit: number; offset: number },
) {
  const { db } = c.var
  const waiting = await listWaiting(db, asked, shown)
  const said = await listPending(
    db,
    waiting.map(({ number }) => number),
  )
  return Promise.all(
    waiting.flatMap((one) => {
      const contribution = said.get(one.number)
      return contribution ? [entryOf(c, { ...one, contribution })] : []
    }),
  )
}

async function entryOf<Entry extends { number: number }>(c: Context<Env>, entry: Entry) {
  const current = currentOf(await listDecisions(c.var.db, entry.number))
  return { ...entry, seen: current?.id ?? null }
}
