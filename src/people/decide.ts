import { sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import type { Mailing } from '../platform/mail/queue-mail.ts'
import type { OfferedLocale } from '../platform/messages.ts'
import type { ProviderSettings } from '../platform/oidc/provider-settings.ts'
import type { Vouched } from '../platform/oidc/provider.ts'
import { askAddressLink } from './ask-sign-in-link.ts'
import { refuseAttempt, type Attempt, type AttemptProblem } from './attempt.ts'
import { findAttempt, forgetAnswer, lockAttempt } from './attempt-store.ts'
import type { Device } from './device.ts'
import { makeNewcomer, type NewcomerProblem, type TypedNewcomer } from './newcomer.ts'
import { endSession, openSession } from './session.ts'
import { findPersonByIdentity, lockIdentity, saveIdentity } from './store.ts'
import { openVouched } from './vouched.ts'
import { tellOfChange } from './way-mail.ts'

export type Deciding = {
  provider: ProviderSettings
  token: string
  browser: string | undefined
  key: Uint8Array
}

/** What waits for its person to decide. */
export type Decision =
  | { ok: true; attempt: Attempt; vouched: Vouched }
  | { ok: false; problem: AttemptProblem; attempt: Attempt | undefined }

export async function findDecision(db: Db, deciding: Deciding, now: Date): Promise<Decision> {
  return readDecision(await findAttempt(db, keyOf(deciding)), deciding, now)
}

async function lockDecision(tx: Db, deciding: Deciding, now: Date): Promise<Decision> {
  return readDecision(await lockAttempt(tx, keyOf(deciding)), deciding, now)
}

function keyOf({ provider, token }: Deciding) {
  return { tokenSha256: sha256(token), provider: provider.key }
}

function readDecision(attempt: Attempt | undefined, deciding: Deciding, now: Date): Decision {
  const { token, browser, key } = deciding
  const problem = refuseAttempt(attempt, browser === undefined ? null : sha256(browser), now)
  if (!attempt || problem) return { ok: false, problem: problem ?? 'unknown', attempt }
  if (!attempt.answer) return { ok: false, problem: 'unknown', attempt }
  const vouched = openVouched(key, sha256(token), attempt.answer)
  return vouched ? { ok: true, attempt, vouched } : { ok: false, problem: 'expired', attempt }
}

type Refused = Exclude<Decision, { ok: true }>

type Opening = Deciding & {
  typed: TypedNewcomer
  locale: OfferedLocale
  device: Device
  mailing: Mailing
  /** A link is to be sent to the address that the provider told, which proves it. */
  proveAddress: boolean
}

export type OpenedAccount =
  | { ok: true; session: string; returnTo: string }
  | {
      ok: false
      problem: 'profile'
      decision: Decision & { ok: true }
      problems: NewcomerProblem[]
    }
  | Refused

/** Opens the account of somebody whom a provider vouches for, under the name that they choose, and lets them in. */
export function openAccount(db: Db, opening: Opening, now: Date): Promise<OpenedAccount> {
  const { provider, token, browser, key, typed, locale, device } = opening
  return inTransaction(db, async (tx) => {
    const decision = await lockDecision(tx, opening, now)
    if (!decision.ok) return decision
    const { attempt, vouched } = decision
    if (attempt.personId !== null) return { ok: false, problem: 'unknown', attempt }
    const { subject, siret, idToken, email } = vouched
    const way = { provider: provider.issuer, subject, siret, locale }
    const made = await makeNewcomer(tx, typed, way, now)
    if (!made.ok) return { ok: false, problem: 'profile', decision, problems: made.problems }
    const { personId } = made
    if (opening.proveAddress && email !== null) {
      // Whether too many links were asked for this address lately stands in nobody's way here.
      await askAddressLink(tx, opening.mailing, { email, personId, locale }, now)
    }
    await forgetAnswer(tx, sha256(token))
    if (browser !== undefined) await endSession(tx, browser)
    const vouching = { provider: provider.issuer, idToken, key }
    const session = await openSession(tx, personId, now, { device, vouched: vouching })
    return { ok: true, session, returnTo: attempt.returnTo }
  })
}

export type AddedProvider =
  | { ok: true; returnTo: string }
  | { ok: false; problem: 'of-somebody-else'; attempt: Attempt }
  | Refused

/** Adds the identity that a provider vouches for to the ways in of whoever asked for it, signed in as then. */
export function addProvider(
  db: Db,
  adding: Deciding & { personId: number | null; mailing: Mailing },
  now: Date,
): Promise<AddedProvider> {
  const { provider, token, personId, mailing } = adding
  return inTransaction(db, async (tx) => {
    const decision = await lockDecision(tx, adding, now)
    if (!decision.ok) return decision
    const { attempt, vouched } = decision
    if (personId === null || attempt.personId !== personId) {
      return { ok: false, problem: 'other-browser', attempt }
    }
    const { subject, siret } = vouched
    await lockIdentity(tx, provider.issuer, subject)
    const owner = await findPersonByIdentity(tx, provider.issuer, subject)
    await forgetAnswer(tx, sha256(token))
    if (owner && owner.id !== personId) return { ok: false, problem: 'of-somebody-else', attempt }
    if (!owner) {
      const identity = { personId, provider: provider.issuer, subject, siret, createdAt: now }
      await saveIdentity(tx, identity)
      const change = { what: 'added', kind: 'provider', way: provider.name } as const
      await tellOfChange(tx, mailing, { personId, change }, now)
    }
    return { ok: true, returnTo: attempt.returnTo }
  })
}
