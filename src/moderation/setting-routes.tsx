import { Hono, type Context } from 'hono'
import { findModerationSetting } from '../contributions/index.ts'
import { authorize } from '../permissions.ts'
import { requireReport, type Report } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { addressesOf } from './addresses.ts'
import { parseSetting } from './forms.ts'
import { setModeration } from './set-moderation.ts'
import type { TypedSetting } from './setting.ts'
import { SettingPage, type ShownSettingProblem } from './setting-page.tsx'

const address = '/workshop/reports/:slug/moderation/setting'

/** Before or after publication: for the editor-in-chief. */
export const settingRoutes = new Hono<Env>()
  .get(address, async (c) => {
    const report = await requireReport(c.var.db, c.req.param('slug'))
    authorize(c.var.actor, 'moderation.set', { reportId: report.id })
    const { beforePublication, promisedDays } = await findModerationSetting(c.var.db, report.id)
    const mode = beforePublication ? 'before' : 'after'
    return show(c, report, { mode, days: String(promisedDays) }, [])
  })
  .post(address, async (c) => {
    const typed = parseSetting(await c.req.parseBody({ all: true }))
    const report = await requireReport(c.var.db, c.req.param('slug'))
    const { db, actor, now, locale } = c.var
    if (actor.kind === 'visitor') return show(c, report, typed, ['signed-out'])
    const set = await setModeration(db, actor, { report, typed }, now)
    if (!set.ok) return show(c, report, typed, set.problems)
    return c.redirect(`${addressesOf(locale, report).queue}?done=set`, 303)
  })

function show(
  c: Context<Env>,
  report: Report,
  typed: TypedSetting,
  problems: ShownSettingProblem[],
) {
  const frame = frameOf(c, addressesOf(c.var.locale, report).setting)
  const page = <SettingPage {...{ frame, report, typed, problems }} />
  return sendPage(c, page, problems.length > 0 ? 422 : 200)
}
