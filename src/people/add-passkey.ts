import { verifyRegistrationResponse } from '@simplewebauthn/server'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { NotFound } from '../platform/http/problems.ts'
import type { Mailing } from '../platform/mail/queue-mail.ts'
import {
  madePasskey,
  mostPasskeys,
  passkeyAlgorithms,
  readPasskey,
  type RelyingParty,
} from './passkey.ts'
import { deletePasskey, listPasskeys, savePasskey } from './passkey-store.ts'
import { lockPerson } from './store.ts'
import { takeChallenge } from './take-challenge.ts'
import { tellOfChange } from './way-mail.ts'

type Adding = {
  party: RelyingParty
  personId: number
  /** As the browser wrote it down. */
  typed: string
  name: string
  browser: string | undefined
  mailing: Mailing
}

export type AddPasskeyProblem =
  | 'passkey-late'
  | 'passkey-had'
  | 'passkey-unverified'
  | 'many-passkeys'

export type AddedPasskey = { ok: true } | { ok: false; problem: AddPasskeyProblem }

/** Keeps a passkey that somebody who is signed in has made, and tells them by mail. */
export function addPasskey(db: Db, adding: Adding, now: Date): Promise<AddedPasskey> {
  const { party, personId, name, browser, mailing } = adding
  const read = readPasskey(madePasskey, adding.typed)
  if (!read) return Promise.resolve({ ok: false, problem: 'passkey-unverified' })
  const { challenge, credential } = read
  return inTransaction(db, async (tx) => {
    await lockPerson(tx, personId)
    const isOurs = await takeChallenge(tx, { challenge, browser, personId }, now)
    if (!isOurs) return { ok: false, problem: 'passkey-late' }
    const had = await listPasskeys(tx, personId)
    if (had.length >= mostPasskeys) return { ok: false, problem: 'many-passkeys' }
    const verified = await verifyRegistrationResponse({
      response: credential,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: passkeyAlgorithms,
    }).catch(() => null)
    if (!verified?.verified) return { ok: false, problem: 'passkey-unverified' }
    const { credential: made, credentialBackedUp: synced } = verified.registrationInfo
    const saved = await savePasskey(tx, {
      personId,
      credentialId: made.id,
      publicKey: made.publicKey,
      counter: made.counter,
      synced,
      transports: credential.response.transports,
      name,
      createdAt: now,
    })
    if (!saved) return { ok: false, problem: 'passkey-had' }
    const change = { what: 'added', kind: 'passkey', way: name } as const
    await tellOfChange(tx, mailing, { personId, change }, now)
    return { ok: true }
  })
}

type Removing = { personId: number; id: number; mailing: Mailing }

/** Takes one of somebody's own passkeys away: it is never the last way in. */
export function removePasskey(db: Db, removing: Removing, now: Date): Promise<void> {
  const { personId, id, mailing } = removing
  return inTransaction(db, async (tx) => {
    const name = await deletePasskey(tx, { personId, id })
    if (name === undefined) throw new NotFound('passkey')
    const change = { what: 'removed', kind: 'passkey', way: name } as const
    await tellOfChange(tx, mailing, { personId, change }, now)
  })
}
