import { Hono } from 'hono'
import { findModerationSetting, listPending } from '../contributions/index.ts'
import { authorize, can } from '../permissions.ts'
import { requireReport } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { doneBefore } from './decision-props.ts'
import { parsePage } from './forms.ts'
import { ModerationQueuePage } from './queue-page.tsx'
import { countWaiting, listWaiting } from './queue-store.ts'

/** In the queue at once. */
const queueLength = 50

/** What waits in a report, for its moderators. */
export const queueRoutes = new Hono<Env>().get('/workshop/reports/:slug/moderation', async (c) => {
  const { db, actor, now } = c.var
  const report = await requireReport(db, c.req.param('slug'))
  const thing = { reportId: report.id }
  authorize(actor, 'contribution.moderate', thing)
  const count = await countWaiting(db, report.id)
  const pages = Math.max(1, Math.ceil(count / queueLength))
  const page = Math.min(parsePage(c.req.query()), pages)
  const shown = { limit: queueLength, offset: (page - 1) * queueLength }
  const waiting = await listWaiting(db, report.id, shown)
  const said = await listPending(
    db,
    waiting.map(({ number }) => number),
  )
  const entries = waiting.flatMap((one) => {
    const contribution = said.get(one.number)
    return contribution ? [{ ...one, contribution }] : []
  })
  return sendPage(
    c,
    <ModerationQueuePage
      frame={frameOf(c)}
      {...{ report, entries, count, page, pages, now }}
      setting={await findModerationSetting(db, report.id)}
      maySet={can(actor, 'moderation.set', thing)}
      done={chooseDone([...doneBefore, 'set'], c.req.query('done'))}
    />,
  )
})
