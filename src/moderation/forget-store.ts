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
    .set({
      person_id: null,
      name: null,
      email: null,
      explanation: '',
      words: '',
      law: sql<string | null>`case when law is not null then '' end`,
      forgotten_at: now,
    })
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
  if (forgotten.length === 0) return
  const ids = forgotten.map(({ id }) => id)
  await tx.deleteFrom('flag_link').where('flag_id', 'in', ids).execute()
}
