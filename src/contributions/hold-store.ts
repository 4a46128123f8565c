import type { Db } from '../platform/db/connect.ts'
import type { Topic } from '../topics/index.ts'

/** Why a contribution waits: everything does in that report, or a defence against spam suspects it. */
export type HoldGround = 'before-publication' | 'spam-defence'

/** `signs`: what made the defence suspect it, as codes. */
export type HoldReason = { ground: HoldGround; signs: readonly string[] }

/** How a report is moderated: before or after publication, and within how many days somebody decides. */
export type ModerationSetting = { beforePublication: boolean; promisedDays: number }

/** As long as nobody has set anything else. */
export const usualSetting: ModerationSetting = { beforePublication: false, promisedDays: 7 }

/** How a report is moderated; a topic may have it otherwise for what is said of it. */
export async function findModerationSetting(
  db: Db,
  reportId: number,
  topic?: Pick<Topic, 'beforePublication'> | null,
): Promise<ModerationSetting> {
  const row = await db
    .selectFrom('moderation_setting')
    .select(['before_publication as beforePublication', 'promised_days as promisedDays'])
    .where('report_id', '=', reportId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const setting = row ?? usualSetting
  return { ...setting, beforePublication: topic?.beforePublication ?? setting.beforePublication }
}

export async function saveHold(
  tx: Db,
  hold: HoldReason & { number: number; heldAt: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('moderation_hold')
    .values({
      contribution_number: hold.number,
      ground: hold.ground,
      signs: [...hold.signs],
      held_at: hold.heldAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A contribution's waiting, over or not. */
export type Hold = HoldReason & { id: number; heldAt: Date; endedAt: Date | null }

/** Since when and why a contribution waits; undefined where it does not. */
export function findOpenHold(db: Db, number: number): Promise<Hold | undefined> {
  return db
    .selectFrom('moderation_hold')
    .select(['id', 'ground', 'signs', 'held_at as heldAt', 'ended_at as endedAt'])
    .where('contribution_number', '=', number)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

/** Whether the defence against spam had held it back by then. */
export async function wasSuspected(db: Db, number: number, by: Date): Promise<boolean> {
  const row = await db
    .selectFrom('moderation_hold')
    .select('id')
    .where('contribution_number', '=', number)
    .where('ground', '=', 'spam-defence')
    .where('held_at', '<=', by)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export function findHold(db: Db, id: number): Promise<Hold | undefined> {
  return db
    .selectFrom('moderation_hold')
    .select(['id', 'ground', 'signs', 'held_at as heldAt', 'ended_at as endedAt'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Ends the waiting, or begins it again where a decision on it is undone. */
export async function saveHoldEnd(tx: Db, id: number, endedAt: Date | null): Promise<void> {
  await tx.updateTable('moderation_hold').set({ ended_at: endedAt }).where('id', '=', id).execute()
}

/** What the journal says of holding contributions back, as the rows say it. */
export function listHoldAccounts(db: Db) {
  return db
    .selectFrom('moderation_hold')
    .select(['id', 'contribution_number as number', 'ground', 'signs'])
    .select(['held_at as heldAt', 'ended_at as endedAt'])
    .orderBy('id')
    .execute()
}
