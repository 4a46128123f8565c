import { createHmac } from 'node:crypto'
import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server'
import { sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { newToken } from '../platform/ids.ts'
import { attemptMinutes, minutesAfter } from './attempt.ts'
import { saveAttempt } from './attempt-store.ts'
import { passkeyAlgorithms, type RelyingParty } from './passkey.ts'
import { listCredentials } from './passkey-store.ts'
import type { Account } from './store.ts'

type Asking = { party: RelyingParty; browser: string; locale: string }

/** What a browser needs to ask its owner for a passkey: any that they have for this site. */
export async function askForPasskey(db: Db, { party, browser, locale }: Asking, now: Date) {
  const challenge = await begin(db, { browser, locale, personId: null }, now)
  return generateAuthenticationOptions({
    rpID: party.id,
    challenge: Buffer.from(challenge, 'base64url'),
    userVerification: 'required',
    timeout: attemptMinutes * 60_000,
  })
}

type AskingToMake = Asking & { account: Account; key: Uint8Array }

/** What a browser needs to make a passkey for somebody who is signed in. */
export async function askToMakePasskey(db: Db, asking: AskingToMake, now: Date) {
  const { party, browser, locale, account, key } = asking
  const challenge = await begin(db, { browser, locale, personId: account.id }, now)
  return generateRegistrationOptions({
    rpName: 'Vivace',
    rpID: party.id,
    challenge: Buffer.from(challenge, 'base64url'),
    userName: account.emails[0] ?? account.displayName,
    userDisplayName: account.displayName,
    // The same for all of one person's, and nothing to anybody else: not even the journal's name for them.
    userID: Uint8Array.from(
      createHmac('sha256', key).update(`passkeys of ${account.pseudonym}`).digest(),
    ),
    attestationType: 'none',
    supportedAlgorithmIDs: passkeyAlgorithms,
    excludeCredentials: await listCredentials(db, account.id),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    timeout: attemptMinutes * 60_000,
  })
}

type Begun = { browser: string; locale: string; personId: number | null }

/** A challenge that serves once, in that browser; only its hash is kept. */
async function begin(db: Db, { browser, locale, personId }: Begun, now: Date): Promise<string> {
  const challenge = newToken()
  await saveAttempt(db, {
    tokenSha256: sha256(challenge),
    browserSha256: sha256(browser),
    provider: null,
    nonce: null,
    verifier: null,
    personId,
    returnTo: `/${locale}`,
    locale,
    createdAt: now,
    expiresAt: minutesAfter(now, attemptMinutes),
  })
  return challenge
}
