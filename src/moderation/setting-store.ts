import type { ModerationSetting } from '../contributions/index.ts'
import type { Db } from '../platform/db/connect.ts'

export async function saveSetting(
  tx: Db,
  setting: ModerationSetting & { reportId: number; setBy: number; setAt: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('moderation_setting')
    .values({
      report_id: setting.reportId,
      before_publication: setting.beforePublication,
      promised_days: setting.promisedDays,
      set_by: setting.setBy,
      set_at: setting.setAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What the journal says of settings, as their rows say it. */
export function listSettingAccounts(db: Db) {
  return db
    .selectFrom('moderation_setting as setting')
    .innerJoin('person', 'person.id', 'setting.set_by')
    .innerJoin('report', 'report.id', 'setting.report_id')
    .select(['setting.id', 'report.slug', 'person.pseudonym', 'setting.set_at as setAt'])
    .select('setting.before_publication as beforePublication')
    .select('setting.promised_days as promisedDays')
    .orderBy('setting.id')
    .execute()
}
