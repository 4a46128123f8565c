import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'

/** Of bans that were over before then, unless what was said against them waits: whom they were for, and every word. */
export async function forgetEndedBans(tx: Db, before: Date, now: Date): Promise<void> {
  await tx
    .updateTable('ban')
    .set(forgottenBan(now))
    .where('forgotten_at', 'is', null)
    .where('ended_at', '<', before)
    .where(sql<boolean>`contested_at is null or coalesce(decided_at, settled_at) < ${before}`)
    .execute()
}

/** Of warnings that were given before then, and that no ban rests on which is not forgotten. */
export async function forgetOldWarnings(tx: Db, before: Date, now: Date): Promise<void> {
  await tx
    .updateTable('warning')
    .set(forgottenWarning(now))
    .where('forgotten_at', 'is', null)
    .where('given_at', '<', before)
    .where(
      sql<boolean>`not exists (
        select from ban where warning_id = warning.id and ban.forgotten_at is null)`,
    )
    .execute()
}

/** Of one person: that they were warned and banned, why, and what they said against it. */
export async function forgetSanctionsOf(tx: Db, personId: number, now: Date): Promise<void> {
  // A ban refers to the warning of the same person.
  await tx.updateTable('ban').set(forgottenBan(now)).where('person_id', '=', personId).execute()
  await tx
    .updateTable('warning')
    .set(forgottenWarning(now))
    .where('person_id', '=', personId)
    .execute()
}

/** What is left is that there was one, by which rule, from when to when. */
function forgottenBan(now: Date) {
  return {
    person_id: null,
    contribution_number: null,
    salt: null,
    reason: '',
    grave_reason: emptied('grave_reason'),
    end_reason: emptied('end_reason'),
    contest_words: emptied('contest_words'),
    outcome_reason: emptied('outcome_reason'),
    // Nobody can decide on what is said by somebody who is not known.
    settled_at: sql<Date | null>`case when contested_at is not null and decided_at is null
      then coalesce(settled_at, greatest(contested_at, ${now})) end`,
    forgotten_at: sql<Date>`greatest(from_at, ${now})`,
  }
}

function forgottenWarning(now: Date) {
  return {
    person_id: null,
    contribution_number: null,
    salt: null,
    reason: '',
    forgotten_at: sql<Date>`greatest(given_at, ${now})`,
  }
}

function emptied(column: string) {
  return sql<string | null>`case when ${sql.ref(column)} is not null then '' end`
}
