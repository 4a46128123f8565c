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

/**
 * The establishment (SIRET, 14 digits) for which whoever signed in to that session works, as the provider said that
 * let them in; null where none did. What another session was told may be of years ago.
 */
export async function findVouchedSiret(db: Db, tokenSha256: Buffer): Promise<string | null> {
  const row = await db
    .selectFrom('session')
    .innerJoin('identity', (on) =>
      on
        .onRef('identity.person_id', '=', 'session.person_id')
        .onRef('identity.provider', '=', 'session.provider'),
    )
    .select('identity.siret')
    .where('session.token_sha256', '=', tokenSha256)
    .executeTakeFirst()
  return row?.siret ?? null
}
