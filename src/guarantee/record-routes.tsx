import { Hono, type Context } from 'hono'
import { bansAddress, isContested, listBansOf, type Ban } from '../bans/index.ts'
import { findModerationSetting } from '../contributions/index.ts'
import { listEntries, moderationLogAddress, type Outcome } from '../moderation-log/index.ts'
import { authorize, reportScope, wholeSite } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { requireReport, type Report } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { addressesOf } from './addresses.ts'
import { askVerification } from './ask-verification.ts'
import {
  balanceContributions,
  countJournalled,
  listContested,
  listLateHolds,
  listUndone,
  listWithdrawn,
} from './balance-store.ts'
import { doneInRecord, RecordPage, type CountedBans, type Decided } from './record-page.tsx'
import { listOpinions } from './store.ts'
import { listVerifications } from './verification-store.ts'

const record = '/workshop/reports/:slug/guarantee'

/** Of each list: the rest is in the public log. */
const shown = 50

/** The guarantor's own page, and the verification that they ask for. */
export const recordRoutes = new Hono<Env>()
  .get(record, async (c) => {
    const report = await requireReport(c.var.db, c.req.param('slug'))
    authorize(c.var.actor, 'record.read', { reportId: report.id })
    return showRecord(c, report, null)
  })
  .post(`${record}/verifications`, async (c) => {
    const { db, actor, now, locale } = c.var
    const report = await requireReport(db, c.req.param('slug'))
    const asked = await askVerification(db, actor, report, now)
    if (!asked.ok) return showRecord(c, report, asked.problem)
    return c.redirect(`${addressesOf(locale, report).record}?done=asked`, 303)
  })

async function showRecord(c: Context<Env>, report: Report, problem: 'running' | null) {
  const { db, now, locale } = c.var
  const { promisedDays } = await findModerationSetting(db, report.id)
  const page = (
    <RecordPage
      frame={frameOf(c, addressesOf(locale, report).record)}
      report={report}
      balance={{
        rows: await balanceContributions(db, report.id),
        ...(await countJournalled(db, report.id)),
      }}
      late={await listLateHolds(db, { reportId: report.id, promisedDays, now, limit: shown })}
      promisedDays={promisedDays}
      hidden={[
        ...(await decided(db, report.id, 'withheld')),
        ...(await decided(db, report.id, 'cut')),
      ]}
      undone={await listUndone(db, report.id, shown)}
      bans={{
        here: countBans(await listBansOf(db, reportScope(report.id))),
        everywhere: countBans(await listBansOf(db, wholeSite)),
        href: bansAddress(locale, report),
      }}
      contested={await listContested(db, report.id, shown)}
      withdrawn={await listWithdrawn(db, report.id, shown)}
      opinions={await listOpinions(db, report.id)}
      verifications={await listVerifications(db, 2)}
      log={moderationLogAddress(locale, report)}
      problem={problem}
      done={problem ? null : chooseDone(doneInRecord, c.req.query('done'))}
    />
  )
  return sendPage(c, page, problem ? 422 : 200)
}

function countBans(bans: readonly Ban[]): CountedBans {
  return {
    count: bans.length,
    contested: bans.filter(({ contest }) => contest !== null).length,
    waiting: bans.filter(isContested).length,
  }
}

async function decided(
  db: Db,
  reportId: number,
  outcome: Outcome & Decided['outcome'],
): Promise<Decided[]> {
  const asked = { outcome, month: null }
  const entries = await listEntries(db, reportId, asked, { limit: shown, offset: 0 })
  return entries.flatMap(({ id, number, at }) =>
    number === null ? [] : [{ id, number, at, outcome }],
  )
}
