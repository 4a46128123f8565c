import { Hono, type Context } from 'hono'
import { NotFound } from '../platform/http/problems.ts'
import { findChange, type Report } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { addressesOf, withQuery } from './addresses.ts'
import { attributeChange, withdrawAttribution, type Attributed } from './attribute-change.ts'
import { isUnattributed } from './compare-texts.ts'
import { canUndo } from './division.ts'
import { parseLooked, parseNumbers } from './forms.ts'
import { countChanges, groupChanges } from './group-changes.ts'
import { findPending, gatherFacts } from './pending-changes.ts'
import { AttributionPage, donePending, PendingPage } from './pending-page.tsx'
import { requireEditable } from './require-editor.ts'

/** Changes on one page. */
const pageLength = 30

const idPattern = /^[1-9]\d{0,8}$/

/** What the next edition will change, and further causes of it. */
export const pendingRoutes = new Hono<Env>()
  .get('/workshop/reports/:slug/changes', async (c) => {
    const report = await requireEditable(c)
    const asked = parseLooked(c.req.query())
    const pending = await findPending(c.var.db, report.id)
    const all = groupChanges(pending.changes)
    const listed =
      asked.causes === 'file' ? all.filter(({ change }) => isUnattributed(change)) : all
    const pages = Math.max(1, Math.ceil(listed.length / pageLength))
    const page = Math.min(asked.page, pages)
    const groups = listed.slice((page - 1) * pageLength, page * pageLength)
    const changes = groups.flatMap(({ change, others }) => [change, ...others])
    const facts = await gatherFacts(c.var.db, changes, pending)
    const undoable = changes.filter(
      (change) =>
        !facts.undoneBy.has(change.id) &&
        canUndo(pending.blocks, change, { report, now: c.var.now }),
    )
    return sendPage(
      c,
      <PendingPage
        frame={frameOf(c)}
        report={report}
        groups={groups}
        facts={facts}
        undoable={new Set(undoable.map(({ id }) => id))}
        counts={countChanges(pending.changes)}
        looked={{ ...asked, page }}
        pages={pages}
        latest={pending.latest?.number ?? null}
        done={chooseDone(donePending, c.req.query('done'))}
      />,
    )
  })
  .post('/workshop/reports/:slug/changes/:id/causes', async (c) => {
    const { db, actor, now } = c.var
    const report = await requireEditable(c)
    const changeId = idOf(c.req.param('id'))
    const typed = parseNumbers(await c.req.parseBody({ all: true }))
    const attributed = await attributeChange(db, actor, { report, changeId, typed }, now)
    return lead(c, { report, changeId, typed, attributed, done: 'attributed' })
  })
  .post('/workshop/reports/:slug/changes/:id/causes/:number/withdrawal', async (c) => {
    const { db, actor, now } = c.var
    const report = await requireEditable(c)
    const changeId = idOf(c.req.param('id'))
    const contributionNumber = idOf(c.req.param('number'))
    const withdrawing = { report, changeId, contributionNumber }
    const attributed = await withdrawAttribution(db, actor, withdrawing, now)
    return lead(c, { report, changeId, typed: '', attributed, done: 'attribution-withdrawn' })
  })

function idOf(given: string): number {
  if (!idPattern.test(given)) throw new NotFound('change')
  return Number(given)
}

type Leading = {
  report: Report
  changeId: number
  typed: string
  attributed: Attributed
  done: (typeof donePending)[number]
}

async function lead(c: Context<Env>, { report, changeId, typed, attributed, done }: Leading) {
  const { db, locale } = c.var
  const { changes } = addressesOf(locale, report)
  if (attributed.ok) {
    const { causes, page } = await findPlace(c, report, changeId)
    return c.redirect(
      `${withQuery(changes, { causes, page: String(page), done })}#change-${changeId}`,
      303,
    )
  }
  const change = await findChange(db, changeId)
  if (!change) throw new NotFound('change')
  const pending = await findPending(db, report.id)
  return sendPage(
    c,
    <AttributionPage
      frame={frameOf(c, changes)}
      report={report}
      change={change}
      facts={await gatherFacts(db, [change], pending)}
      typed={typed}
      problems={attributed.problems}
      causes={parseLooked(c.req.query()).causes}
    />,
    422,
  )
}

/** The page of the list on which a change stands; of the narrower list while it is still there. */
async function findPlace(c: Context<Env>, report: Report, changeId: number) {
  const all = groupChanges((await findPending(c.var.db, report.id)).changes)
  const asked = parseLooked(c.req.query()).causes
  const narrow = all.filter(({ change }) => isUnattributed(change))
  const still = asked === 'file' && narrow.length > 0
  const index = (still ? narrow : all).findIndex(({ change }) => change.id === changeId)
  const page = Math.floor(Math.max(0, index) / pageLength) + 1
  return { causes: still ? 'file' : '', page }
}
