import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { Setting } from './setting.ts'

export type KeptSetting = Setting & { id: number }

/** What holds; undefined where nothing was said yet. */
export function findSetting(db: Db): Promise<KeptSetting | undefined> {
  return db
    .selectFrom('accessibility_setting')
    .select(['id', 'email', 'address', 'plan_address as planAddress'])
    .executeTakeFirst()
}

type By = { by: number; at: Date }

/** In the place of the one before; returns its id. */
export async function saveSetting(tx: Db, setting: Setting, { by, at }: By): Promise<number> {
  const { email, address, planAddress } = setting
  await tx.deleteFrom('accessibility_setting').execute()
  const { id } = await tx
    .insertInto('accessibility_setting')
    .values({ email, address, plan_address: planAddress, kept_by: by, kept_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** One at a time keeps it. */
export async function lockSetting(tx: Db): Promise<void> {
  await sql`lock table accessibility_setting in share row exclusive mode`.execute(tx)
}

/** Who said what holds, and when; null where nothing was said yet. */
export async function findSettingKeeping(db: Db): Promise<{ name: string; at: Date } | null> {
  const found = await db
    .selectFrom('accessibility_setting')
    .innerJoin('person', 'person.id', 'accessibility_setting.kept_by')
    .select(['kept_at as at', 'person.display_name as name'])
    .executeTakeFirst()
  return found ?? null
}
