import { findModerationSetting } from '../contributions/index.ts'
import { recordAct } from '../journal/index.ts'
import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { lockReport, type Report } from '../reports/index.ts'
import { requirePerson } from './require-person.ts'
import { payloadOfSetting, readSetting, type SettingProblem, type TypedSetting } from './setting.ts'
import { saveSetting } from './setting-store.ts'

export type Set = { ok: true } | { ok: false; problems: SettingProblem[] }

type Setting = { report: Pick<Report, 'id' | 'slug'>; typed: TypedSetting }

/**
 * Sets whether a report's contributions are read by a moderator before they are published, and what delay is
 * promised; what waits already goes on waiting. Nothing is written where it is so already.
 */
export function setModeration(
  db: Db,
  actor: Actor,
  { report, typed }: Setting,
  now: Date,
): Promise<Set> {
  return inTransaction(db, async (tx) => {
    await lockReport(tx, report.id)
    const role = authorize(actor, 'moderation.set', { reportId: report.id })
    const read = readSetting(typed)
    if (!read.ok) return read
    const { setting } = read
    const before = await findModerationSetting(tx, report.id)
    const same =
      before.beforePublication === setting.beforePublication &&
      before.promisedDays === setting.promisedDays
    if (same) return { ok: true }
    const by = { reportId: report.id, setBy: requirePerson(actor), setAt: now }
    const id = await saveSetting(tx, { ...setting, ...by })
    const object = `report/${report.slug}`
    await recordAct(
      tx,
      { at: now, role, actor: actor.pseudonym, action: 'moderation.set', object },
      payloadOfSetting({ ...setting, id }),
    )
    return { ok: true }
  })
}
