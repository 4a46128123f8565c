import { sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import type { Mailing } from '../platform/mail/queue-mail.ts'
import { findLink, lockAddress, lockLink, saveUse } from './link-store.ts'
import { stateOf, type LinkState, type SignInLink } from './sign-in-link.ts'
import { findPersonByIdentity, lockPerson, saveIdentity } from './store.ts'
import { tellOfChange } from './way-mail.ts'

type Using = { token: string; personId: number; mailing: Mailing }

export type AddressProblem = Exclude<LinkState, 'open'> | 'not-yours' | 'of-somebody-else'

export type UsedAddressLink =
  | { ok: true; returnTo: string }
  | { ok: false; problem: AddressProblem; link: SignInLink | undefined }

/**
 * Adds the address to the ways in of whoever asked for the link, once, and by nobody else: the owner of a
 * mailbox who opens a link that somebody else asked for gives that person nothing.
 */
export async function useAddressLink(db: Db, using: Using, now: Date): Promise<UsedAddressLink> {
  const { token, personId, mailing } = using
  const tokenSha256 = sha256(token)
  const known = await findLink(db, 'address', tokenSha256)
  if (!known) return { ok: false, problem: 'unknown', link: undefined }
  return inTransaction(db, async (tx) => {
    await lockAddress(tx, known.email)
    await lockPerson(tx, personId)
    const link = await lockLink(tx, 'address', tokenSha256)
    const problem = await refuse(tx, link, personId, now)
    if (!link || problem) return { ok: false, problem: problem ?? 'unknown', link }
    const { email, returnTo } = link
    await saveUse(tx, { tokenSha256, email, personId, now })
    await saveIdentity(tx, { personId, provider: 'email', subject: email, createdAt: now })
    const change = { what: 'added', kind: 'email', way: email } as const
    await tellOfChange(tx, mailing, { personId, change }, now)
    return { ok: true, returnTo }
  })
}

async function refuse(
  tx: Db,
  link: SignInLink | undefined,
  personId: number,
  now: Date,
): Promise<AddressProblem | null> {
  const state = stateOf(link, now)
  if (!link || state === 'unknown') return 'unknown'
  if (link.addsTo !== personId) return 'not-yours'
  if (state !== 'open') return state
  const owner = await findPersonByIdentity(tx, 'email', link.email)
  if (!owner) return null
  return owner.id === personId ? 'used' : 'of-somebody-else'
}
