import { Hono } from 'hono'
import { z } from 'zod'
import { newToken } from '../platform/ids.ts'
import { requireReport } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { withCounts } from './list-entries.ts'
import { listByNumbers } from './list-store.ts'
import { drawUnanswered } from './reading-list-store.ts'
import { ReadingListPage } from './reading-list-page.tsx'

/** As many as one reads at a time. */
const length = 10

const drawn = z.string().regex(/^[\w-]{1,20}$/)

/** Some of what nobody has answered yet, drawn by lot; the address says which draw it is, so that one comes back to it. */
export const readingListRoutes = new Hono<Env>().get('/reports/:slug/reading-list', async (c) => {
  const { db, locale } = c.var
  const report = await requireReport(db, c.req.param('slug'))
  const here = `/${locale}/reports/${report.slug}/reading-list`
  const draw = drawn.safeParse(c.req.query('draw')).data
  if (draw === undefined) return c.redirect(`${here}?draw=${newToken().slice(0, 8)}`, 302)
  const { numbers, count } = await drawUnanswered(db, report.id, { draw, limit: length })
  const found = new Map((await listByNumbers(db, numbers)).map((one) => [one.number, one]))
  const inOrder = numbers.flatMap((number) => found.get(number) ?? [])
  const page = (
    <ReadingListPage
      frame={frameOf(c)}
      report={report}
      listed={await withCounts(db, inOrder)}
      count={count}
      again={here}
    />
  )
  return sendPage(c, page)
})
