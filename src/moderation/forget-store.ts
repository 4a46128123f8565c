import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'

/** Of appeals that were decided or withdrawn before then: the words of whoever contested. */
export async function forgetAppeals(tx: Db, before: Date, now: Date): Promise<void> {
  await tx
    .updateTable('appeal')
    .set({ reason: '', forgotten_at: now })
    .where('forgotten_at', 'is', null)
    .where(sql<boolean>`coalesce(decided_at, withdrawn_at) < ${before}`)
    .execute()
}

/** Of flags that were decided before then, and are not contested: who flagged, in which words, and their links. */
export async function forgetFlaggers(tx: Db, before: Date, now: Date): Promise<void> {
  const forgotten = await tx
    .updateTable('flag')
    .set(nobodys(now))
    .where('forgotten_at', 'is', null)
    .where(
      sql<boolean>`exists (
        select from flag_verdict where id = flag.verdict_id and decided_at < ${before})
        and not exists (
          select from appeal
          where flag_id = flag.id and withdrawn_at is null
            and (decided_at is null or decided_at >= ${before}))`,
    )
    .returning('id')
    .execute()
  await deleteLinks(tx, forgotten)
}

/** Of one person: what they flagged, signed in or under those addresses, and what they contested. */
export async function forgetRedressOf(
  tx: Db,
  { personId, emails }: { personId: number; emails: readonly string[] },
  now: Date,
): Promise<void> {
  const own = await tx
    .selectFrom('flag')
    .select('id')
    .where((where) =>
      where.or([
        where('person_id', '=', personId),
        ...(emails.length > 0 ? [where('email', 'in', [...emails])] : []),
      ]),
    )
    .execute()
  const flags = own.map(({ id }) => id)
  await tx
    .updateTable('appeal')
    .set({ reason: '', forgotten_at: now })
    .where('forgotten_at', 'is', null)
    .where(
      sql<boolean>`flag_id = any(${flags}::integer[]) or decision_id in (
        select moderation_decision.id from moderation_decision
        join contribution on number = contribution_number where author_id = ${personId})`,
    )
    .execute()
  if (flags.length === 0) return
  await tx.updateTable('flag').set(nobodys(now)).where('id', 'in', flags).execute()
  await deleteLinks(tx, own)
}

/** What is left of a flag once it is forgotten who flagged. */
function nobodys(now: Date) {
  return {
    person_id: null,
    name: null,
    email: null,
    explanation: '',
    words: '',
    law: sql<string | null>`case when law is not null then '' end`,
    forgotten_at: now,
  }
}

async function deleteLinks(tx: Db, flags: readonly { id: number }[]): Promise<void> {
  if (flags.length === 0) return
  const ids = flags.map(({ id }) => id)
  await tx.deleteFrom('flag_link').where('flag_id', 'in', ids).execute()
}
