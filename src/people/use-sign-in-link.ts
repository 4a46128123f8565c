import { sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import type { Device } from './device.ts'
import { findLink, isEndedByAnother, lockAddress, lockLink, saveUse } from './link-store.ts'
import { makeNewcomer, type Made, type NewcomerProblem, type TypedNewcomer } from './newcomer.ts'
import { endSession, openSession } from './session.ts'
import { stateOf, type SignInLink } from './sign-in-link.ts'
import { findPersonByIdentity } from './store.ts'

type Using = {
  token: string
  /** What a newcomer says of themselves; not read for somebody known. */
  typed: TypedNewcomer
  locale: string
  /** The session of this browser, which ends: perhaps somebody else's. */
  oldSession: string | undefined
  device: Device
}

export type UsedLink =
  | { ok: true; session: string; returnTo: string }
  | { ok: false; problem: 'unknown'; link: undefined }
  | { ok: false; problem: 'used' | 'expired'; link: SignInLink }
  | { ok: false; problem: 'profile'; link: SignInLink; problems: NewcomerProblem[] }

/**
 * Uses the link up, once: makes the person if the address is new here, opens a session, and ends the
 * one that this browser had. A profile that is refused leaves the link as it was.
 */
export async function useSignInLink(db: Db, using: Using, now: Date): Promise<UsedLink> {
  const tokenSha256 = sha256(using.token)
  const known = await findLink(db, 'sign-in', tokenSha256)
  if (!known) return { ok: false, problem: 'unknown', link: undefined }
  return inTransaction(db, async (tx) => {
    await lockAddress(tx, known.email)
    const link = await lockLink(tx, 'sign-in', tokenSha256)
    const state = stateOf(link, now)
    if (!link || state === 'unknown') return { ok: false, problem: 'unknown', link: undefined }
    if (state !== 'open') return { ok: false, problem: state, link }
    // Pressed at the same moment, the one that waited may be of an earlier moment than what ended it.
    if (await isEndedByAnother(tx, tokenSha256)) return { ok: false, problem: 'expired', link }

    const entered = await enterByAddress(tx, { email: link.email, ...using }, now)
    if (!entered.ok) return { ok: false, problem: 'profile', link, problems: entered.problems }
    const { personId } = entered
    await saveUse(tx, { tokenSha256, email: link.email, personId, now })
    if (using.oldSession) await endSession(tx, using.oldSession)
    const session = await openSession(tx, personId, now, { device: using.device })
    return { ok: true, session, returnTo: link.returnTo }
  })
}

type Entering = { email: string; typed: TypedNewcomer; locale: string }

/** The person whose address that is, made of what they typed where it is new here. */
export async function enterByAddress(
  tx: Db,
  { email, typed, locale }: Entering,
  now: Date,
): Promise<Made> {
  const person = await findPersonByIdentity(tx, 'email', email)
  if (person) return { ok: true, personId: person.id }
  return makeNewcomer(tx, typed, { provider: 'email', subject: email, locale }, now)
}
