import type { Db } from '../platform/db/connect.ts'

/** A way in as its person sees it. */
export type Way = { id: number; provider: string; subject: string; createdAt: Date }

const columns = ['id', 'provider', 'subject', 'created_at as createdAt'] as const

/** All the ways in of a person, passkeys apart, the first had first. */
export function listWays(db: Db, personId: number): Promise<Way[]> {
  return db
    .selectFrom('identity')
    .select(columns)
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute()
}

export async function deleteWay(tx: Db, id: number): Promise<void> {
  await tx.deleteFrom('identity').where('id', '=', id).execute()
}

type Establishment = { provider: string; subject: string; siret: string | null }

/** What the provider says now: somebody may work elsewhere than when they first came. */
export async function saveSiret(
  tx: Db,
  { provider, subject, siret }: Establishment,
): Promise<void> {
  await tx
    .updateTable('identity')
    .set({ siret })
    .where('provider', '=', provider)
    .where('subject', '=', subject)
    .execute()
}

/** The establishments (SIRET, 14 digits) that providers vouch for that person to work for. */
export async function listSirets(db: Db, personId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('identity')
    .select('siret')
    .distinct()
    .where('person_id', '=', personId)
    .where('siret', 'is not', null)
    .orderBy('siret')
    .execute()
  return rows.flatMap(({ siret }) => siret ?? [])
}
