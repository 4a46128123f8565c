import type { Db } from '../platform/db/connect.ts'
import type { About } from './about.ts'

/** Who somebody is, which readers never see; null while they have not said it. */
export async function findTrueName(db: Db, personId: number): Promise<string | null> {
  const row = await db
    .selectFrom('person')
    .select('true_name as trueName')
    .where('id', '=', personId)
    .executeTakeFirst()
  return row?.trueName ?? null
}

export async function saveTrueName(
  tx: Db,
  personId: number,
  trueName: string | null,
): Promise<void> {
  await tx.updateTable('person').set({ true_name: trueName }).where('id', '=', personId).execute()
}

/** What somebody adds of themselves, in the place of what they said before. */
export async function saveAbout(tx: Db, personId: number, about: About): Promise<void> {
  await tx
    .updateTable('person')
    .set({
      territory: about.territory,
      languages: about.languages,
      office: about.office?.kind ?? null,
      office_title: about.office?.title ?? null,
    })
    .where('id', '=', personId)
    .execute()
}
