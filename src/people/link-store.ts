import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { SignInLink } from './sign-in-link.ts'

const columns = [
  'email',
  'return_to as returnTo',
  'expires_at as expiresAt',
  'used_at as usedAt',
  'person_id as personId',
  'adds_to as addsTo',
] as const

/** Whoever holds an address makes its links and uses them, and nobody else until the transaction ends. */
export async function lockAddress(tx: Db, email: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`address ${email}`}, 0))`.execute(tx)
}

/** What a link is for: to sign in, or to add its address to an account. */
export type LinkPurpose = 'sign-in' | 'address'

export function findLink(
  db: Db,
  purpose: LinkPurpose,
  tokenSha256: Buffer,
): Promise<SignInLink | undefined> {
  return selectLink(db, purpose, tokenSha256).executeTakeFirst()
}

/** The link as it stands once nobody else uses it. */
export function lockLink(
  tx: Db,
  purpose: LinkPurpose,
  tokenSha256: Buffer,
): Promise<SignInLink | undefined> {
  return selectLink(tx, purpose, tokenSha256).forUpdate().executeTakeFirst()
}

function selectLink(db: Db, purpose: LinkPurpose, tokenSha256: Buffer) {
  return db
    .selectFrom('sign_in_link')
    .select(columns)
    .where('token_sha256', '=', tokenSha256)
    .where('adds_to', purpose === 'sign-in' ? 'is' : 'is not', null)
}

/** When links were made for that address since then, those included that are used or over. */
export async function listLinkTimes(db: Db, email: string, since: Date): Promise<Date[]> {
  const rows = await db
    .selectFrom('sign_in_link')
    .select('created_at as createdAt')
    // «name+anything@host» is the mailbox of «name@host».
    .where(
      sql<string>`regexp_replace(email, '[+][^@]*@', '@')`,
      '=',
      email.replace(/\+[^@]*@/, '@'),
    )
    .where('created_at', '>', since)
    .execute()
  return rows.map(({ createdAt }) => createdAt)
}

export async function countLinks(db: Db, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('sign_in_link')
    .select((select) => select.fn.countAll<string>().as('count'))
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

type NewLink = {
  tokenSha256: Buffer
  email: string
  returnTo: string
  locale: string
  createdAt: Date
  expiresAt: Date
  /** Whose further way in it proves; null for a link that signs in. */
  addsTo: number | null
}

export async function saveSignInLink(tx: Db, link: NewLink): Promise<void> {
  await tx
    .insertInto('sign_in_link')
    .values({
      token_sha256: link.tokenSha256,
      email: link.email,
      return_to: link.returnTo,
      locale: link.locale,
      created_at: link.createdAt,
      expires_at: link.expiresAt,
      adds_to: link.addsTo,
    })
    .execute()
}

type Use = { tokenSha256: Buffer; email: string; personId: number; now: Date }

/** Marks the link as used, and ends the other open ones of its address. */
export async function saveUse(tx: Db, { tokenSha256, email, personId, now }: Use): Promise<void> {
  await tx
    .updateTable('sign_in_link')
    .set({ used_at: now, person_id: personId })
    .where('token_sha256', '=', tokenSha256)
    .execute()
  await tx
    .updateTable('sign_in_link')
    .set({ expires_at: (link) => link.fn('greatest', ['created_at', sql.val(now)]) })
    .where('email', '=', email)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute()
}

/** Whether somebody signed in with another link of the same address since this one was made. */
export async function isEndedByAnother(tx: Db, tokenSha256: Buffer): Promise<boolean> {
  const { rows } = await sql<{ ended: boolean }>`
    select exists (
      select from sign_in_link other
      where other.email = this.email and other.used_at >= this.created_at
        and other.adds_to is null and other.token_sha256 <> this.token_sha256
    ) as ended
    from sign_in_link this where this.token_sha256 = ${tokenSha256}`.execute(tx)
  return rows[0]?.ended ?? false
}

/** Links that are over and were made before then. */
export async function deleteOldLinks(tx: Db, now: Date, before: Date): Promise<void> {
  await tx
    .deleteFrom('sign_in_link')
    .where('expires_at', '<=', now)
    .where('created_at', '<', before)
    .execute()
}
