import type { Db } from '../platform/db/connect.ts'
import type { Attempt } from './attempt.ts'

const columns = [
  'browser_sha256 as browserSha256',
  'provider',
  'nonce',
  'verifier',
  'person_id as personId',
  'return_to as returnTo',
  'locale',
  'expires_at as expiresAt',
  'used_at as usedAt',
  'answer',
] as const

type NewAttempt = Omit<Attempt, 'usedAt' | 'answer'> & { tokenSha256: Buffer; createdAt: Date }

export async function saveAttempt(tx: Db, attempt: NewAttempt): Promise<void> {
  await tx
    .insertInto('sign_in_attempt')
    .values({
      token_sha256: attempt.tokenSha256,
      browser_sha256: attempt.browserSha256,
      provider: attempt.provider,
      nonce: attempt.nonce,
      verifier: attempt.verifier,
      person_id: attempt.personId,
      return_to: attempt.returnTo,
      locale: attempt.locale,
      created_at: attempt.createdAt,
      expires_at: attempt.expiresAt,
    })
    .execute()
}

/** With that provider, or with a passkey where it is null. */
export type AttemptKey = { tokenSha256: Buffer; provider: string | null }

export function findAttempt(db: Db, key: AttemptKey): Promise<Attempt | undefined> {
  return select(db, key).executeTakeFirst()
}

/** The attempt as it stands once nobody else goes on with it. */
export function lockAttempt(tx: Db, key: AttemptKey): Promise<Attempt | undefined> {
  return select(tx, key).forUpdate().executeTakeFirst()
}

function select(db: Db, { tokenSha256, provider }: AttemptKey) {
  return db
    .selectFrom('sign_in_attempt')
    .select(columns)
    .where('token_sha256', '=', tokenSha256)
    .where('provider', 'is not distinct from', provider)
}

export async function markUsed(tx: Db, tokenSha256: Buffer, now: Date): Promise<void> {
  await tx
    .updateTable('sign_in_attempt')
    .set({ used_at: now })
    .where('token_sha256', '=', tokenSha256)
    .execute()
}

type Answer = { tokenSha256: Buffer; answer: Buffer; expiresAt: Date }

/** Keeps what was answered until its person has decided, or the time for it is over. */
export async function saveAnswer(tx: Db, kept: Answer): Promise<void> {
  const { tokenSha256, answer, expiresAt } = kept
  await tx
    .updateTable('sign_in_attempt')
    .set({ answer, expires_at: expiresAt })
    .where('token_sha256', '=', tokenSha256)
    .execute()
}

export async function forgetAnswer(tx: Db, tokenSha256: Buffer): Promise<void> {
  await tx
    .updateTable('sign_in_attempt')
    .set({ answer: null })
    .where('token_sha256', '=', tokenSha256)
    .execute()
}

export async function deleteExpiredAttempts(tx: Db, now: Date): Promise<void> {
  await tx.deleteFrom('sign_in_attempt').where('expires_at', '<=', now).execute()
}
