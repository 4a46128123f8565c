import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { dayInParis } from '../platform/paris-days.ts'
import type { Device } from './device.ts'
import { isCopied, readPasskey, usedPasskey, type RelyingParty } from './passkey.ts'
import { lockPasskey, savePasskeyUse } from './passkey-store.ts'
import { endSession, openSession } from './session.ts'
import { takeChallenge } from './take-challenge.ts'

type Using = {
  party: RelyingParty
  /** As the browser wrote it down. */
  typed: string
  browser: string | undefined
  device: Device
}

export type PasskeyProblem =
  | 'passkey-late'
  | 'passkey-unknown'
  | 'passkey-copied'
  | 'passkey-unverified'

export type UsedPasskey = { ok: true; session: string } | { ok: false; problem: PasskeyProblem }

/** Lets the owner of a passkey in, and ends the session that this browser had. */
export function usePasskey(db: Db, using: Using, now: Date): Promise<UsedPasskey> {
  const { party, browser, device } = using
  const read = readPasskey(usedPasskey, using.typed)
  if (!read) return Promise.resolve({ ok: false, problem: 'passkey-unverified' })
  const { challenge, credential } = read
  return inTransaction(db, async (tx) => {
    const isOurs = await takeChallenge(tx, { challenge, browser, personId: null }, now)
    if (!isOurs) return { ok: false, problem: 'passkey-late' }
    const kept = await lockPasskey(tx, credential.id)
    if (!kept) return { ok: false, problem: 'passkey-unknown' }
    const verified = await verifyAuthenticationResponse({
      response: credential,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      // Its counter is compared below, to be able to say that it is that.
      credential: { id: kept.credentialId, publicKey: Uint8Array.from(kept.publicKey), counter: 0 },
    }).catch(() => null)
    if (!verified?.verified) return { ok: false, problem: 'passkey-unverified' }
    const { newCounter: counter, credentialBackedUp: synced } = verified.authenticationInfo
    if (isCopied(kept.counter, counter)) return { ok: false, problem: 'passkey-copied' }
    await savePasskeyUse(tx, { id: kept.id, counter, synced, day: dayInParis(now) })
    if (browser !== undefined) await endSession(tx, browser)
    return { ok: true, session: await openSession(tx, kept.personId, now, { device }) }
  })
}
