import type { Db } from '../platform/db/connect.ts'

/** A link that was mailed to prove an address at an organisation's domain. */
export type Proof = {
  organisationId: number
  personId: number
  email: string
  expiresAt: Date
  usedAt: Date | null
}

const columns = [
  'organisation_id as organisationId',
  'person_id as personId',
  'email',
  'expires_at as expiresAt',
  'used_at as usedAt',
] as const

export function findProof(db: Db, tokenSha256: Buffer): Promise<Proof | undefined> {
  return db
    .selectFrom('organisation_proof')
    .select(columns)
    .where('token_sha256', '=', tokenSha256)
    .executeTakeFirst()
}

/** The proof as it stands once nobody else uses it. */
export function lockProof(tx: Db, tokenSha256: Buffer): Promise<Proof | undefined> {
  return tx
    .selectFrom('organisation_proof')
    .select(columns)
    .where('token_sha256', '=', tokenSha256)
    .forUpdate()
    .executeTakeFirst()
}

/** How many somebody has asked for, or were asked for at that address, since then. */
export async function countProofs(
  db: Db,
  { personId, email, since }: { personId: number; email: string; since: Date },
): Promise<number> {
  const { count } = await db
    .selectFrom('organisation_proof')
    .select((the) => the.fn.countAll<string>().as('count'))
    .where('created_at', '>', since)
    .where((where) => where.or([where('person_id', '=', personId), where('email', '=', email)]))
    .executeTakeFirstOrThrow()
  return Number(count)
}

type NewProof = Omit<Proof, 'usedAt'> & { tokenSha256: Buffer; createdAt: Date }

export async function saveProof(tx: Db, proof: NewProof): Promise<void> {
  await tx
    .insertInto('organisation_proof')
    .values({
      token_sha256: proof.tokenSha256,
      organisation_id: proof.organisationId,
      person_id: proof.personId,
      email: proof.email,
      created_at: proof.createdAt,
      expires_at: proof.expiresAt,
    })
    .execute()
}

export async function saveUse(tx: Db, tokenSha256: Buffer, now: Date): Promise<void> {
  await tx
    .updateTable('organisation_proof')
    .set({ used_at: now })
    .where('token_sha256', '=', tokenSha256)
    .execute()
}

/** Forgets the addresses of links that were made before then. */
export async function deleteProofs(tx: Db, before: Date): Promise<void> {
  await tx.deleteFrom('organisation_proof').where('created_at', '<', before).execute()
}
