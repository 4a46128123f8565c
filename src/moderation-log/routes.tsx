import { Hono, type Context } from 'hono'
import { findModerationSetting } from '../contributions/index.ts'
import type { PublicPage } from '../platform/pages/public-page.ts'
import { requireReport } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { parseAsked } from './forms.ts'
import { byWeek, daysShown, sumUpDelays, type Asked } from './log.ts'
import { LogPage } from './log-page.tsx'
import { countRequests, sumUpRequests } from './request-store.ts'
import {
  countEntries,
  countYears,
  findWaiting,
  listEnded,
  listEntries,
  listMonths,
} from './store.ts'
import { writeCsv, writeJson } from './write-log.ts'

/** It speaks of the last ninety days: as every page that is kept, it is made anew each midnight. */
export const moderationLogPages: PublicPage[] = [
  { path: '/reports/:slug/moderation', query: ['outcome', 'month', 'page'] },
]

const pageLength = 50
/** In a download. */
const all = { limit: 1_000_000, offset: 0 }

/** The public log of a report's moderation. */
export const moderationLogRoutes = new Hono<Env>()
  .get('/reports/:slug/moderation', async (c) => {
    const { db } = c.var
    const report = await requireReport(db, c.req.param('slug'))
    const { page: asking, ...asked } = parseAsked(c.req.query())
    const count = await countEntries(db, report.id, asked)
    const pages = Math.max(1, Math.ceil(count / pageLength))
    const page = Math.min(asking, pages)
    const shown = { limit: pageLength, offset: (page - 1) * pageLength }
    return sendPage(
      c,
      <LogPage
        frame={frameOf(c)}
        {...{ report, count, asked, page, pages }}
        entries={await listEntries(db, report.id, asked, shown)}
        months={await listMonths(db, report.id)}
        {...await sumUp(c, report.id)}
      />,
    )
  })
  .get('/reports/:slug/moderation.csv', async (c) => {
    const { db } = c.var
    const report = await requireReport(db, c.req.param('slug'))
    const entries = await listEntries(db, report.id, askedOf(c), all)
    return c.body(writeCsv(entries), 200, fileOf(report.slug, 'csv', 'text/csv; charset=utf-8'))
  })
  .get('/reports/:slug/moderation.json', async (c) => {
    const { db } = c.var
    const report = await requireReport(db, c.req.param('slug'))
    const entries = await listEntries(db, report.id, askedOf(c), all)
    const summary = await sumUp(c, report.id)
    const written = writeJson({ report: report.slug, ...summary, entries })
    return c.body(
      `${JSON.stringify(written, null, 2)}\n`,
      200,
      fileOf(report.slug, 'json', 'application/json; charset=utf-8'),
    )
  })

function askedOf(c: Context<Env>): Asked {
  const { outcome, month } = parseAsked(c.req.query())
  return { outcome, month }
}

function fileOf(slug: string, extension: string, type: string) {
  return {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${slug}-moderation.${extension}"`,
  }
}

/** What is promised, what waits, and how long decisions took. */
async function sumUp({ var: { db, now } }: Context<Env>, reportId: number) {
  const since = new Date(now.getTime() - (daysShown + 1) * 24 * 3600 * 1000)
  const recent = new Date(now.getTime() - daysShown * 24 * 3600 * 1000)
  const ended = await listEnded(db, reportId, since)
  const { promisedDays } = await findModerationSetting(db, reportId)
  return {
    promisedDays,
    waiting: await findWaiting(db, reportId),
    delays: sumUpDelays(ended.filter(({ at }) => at > recent).map(({ hours }) => hours)),
    weeks: byWeek(ended, now),
    requests: await sumUpRequests(db, reportId, recent),
    years: [...(await countYears(db, reportId)), ...(await countRequests(db, reportId))],
  }
}
