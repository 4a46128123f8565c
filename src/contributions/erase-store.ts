import { sql } from 'kysely'
import { emptyAttachments } from '../attachments/index.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Contribution } from './contribution.ts'
import { contributionsAt, fromRow } from './rows-store.ts'

/** Takes back every support that somebody gave: what is counted is what can be counted again. */
export async function deleteSupportsOf(tx: Db, personId: number): Promise<void> {
  await sql`with gone as (
      delete from support where person_id = ${personId} returning contribution_number
    )
    update contribution set supports = supports - 1
    from gone where number = gone.contribution_number`.execute(tx)
}

type Held = Pick<Contribution, 'number' | 'state' | 'withdrawnAt'>

/** Holds all that somebody said: nobody decides on it until the transaction ends. */
export function lockContributionsOf(tx: Db, personId: number): Promise<Held[]> {
  return tx
    .selectFrom('contribution')
    .select(['number', 'state', 'withdrawn_at as withdrawnAt'])
    .where('author_id', '=', personId)
    .orderBy('number')
    .forNoKeyUpdate()
    .execute()
}

/** Of its author a contribution keeps the side, and the organisation that it was said for. */
export async function emptyAuthor(tx: Db, personId: number): Promise<void> {
  await tx
    .updateTable('contribution')
    .set({
      author_name: '',
      organisation: sql`case when spoken_for is null then null else organisation end`,
      territory: null,
      languages: [],
      office: null,
      office_title: null,
      office_verified: null,
      idempotency_key: sql`'erased-' || number`,
    })
    .where('author_id', '=', personId)
    .execute()
}

/** `words`: they go, too, with what is attached, but for a wording that became the report's own text. */
export async function destroySalts(
  tx: Db,
  personId: number,
  { words }: { words: boolean },
): Promise<void> {
  const emptied = {
    title: null,
    body: '',
    explanation: null,
    link: null,
    place: null,
    wording: sql<string | null>`case
      when wording is null or exists (
        select from change_cause
        where change_cause.contribution_number = revision.contribution_number
      ) then wording else '' end`,
  }
  await tx
    .updateTable('revision')
    .set({ salt: null, ...(words && emptied) })
    .where('contribution_number', 'in', (the) =>
      the.selectFrom('contribution').select('number').where('author_id', '=', personId),
    )
    .execute()
  if (words) await emptyAttachments(tx, personId)
}

/** All that somebody ever said, revision by revision, in order. */
export async function listEveryRevisionOf(db: Db, personId: number): Promise<Contribution[]> {
  const rows = await contributionsAt(db, 'every')
    .where('contribution.author_id', '=', personId)
    .orderBy('contribution.number')
    .orderBy('revision.revision')
    .execute()
  return rows.map(fromRow)
}

type NewCommitment = { number: number; revision: number; salt: Buffer; commitment: Buffer }

export async function saveRenewed(tx: Db, renewed: readonly NewCommitment[]): Promise<void> {
  const column = <K extends keyof NewCommitment>(key: K) => renewed.map((one) => one[key])
  await sql`update revision set renewed_salt = given.salt, renewed_commitment = given.commitment
    from unnest(${column('number')}::integer[], ${column('revision')}::integer[],
      ${column('salt')}::bytea[], ${column('commitment')}::bytea[])
      as given (number, revision, salt, commitment)
    where revision.contribution_number = given.number and revision.revision = given.revision
  `.execute(tx)
}
