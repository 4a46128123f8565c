import { sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import type { ProviderSettings } from '../platform/oidc/provider-settings.ts'
import { exchangeCode, type Vouched } from '../platform/oidc/provider.ts'
import {
  decisionMinutes,
  minutesAfter,
  refuseAttempt,
  type Attempt,
  type AttemptProblem,
} from './attempt.ts'
import { lockAttempt, markUsed, saveAnswer } from './attempt-store.ts'
import { returnAddress } from './begin-attempt.ts'
import type { Device } from './device.ts'
import { endSession, openSession } from './session.ts'
import { findPersonByIdentity } from './store.ts'
import { sealVouched } from './vouched.ts'
import { saveSiret } from './way-store.ts'

type Answered = {
  provider: ProviderSettings
  publicUrl: string
  /** What the provider sent along. */
  query: URLSearchParams
  /** What the browser's cookie holds: its session, which ends where another opens. */
  browser: string | undefined
  device: Device
  key: Uint8Array
}

export type ProviderProblem =
  | AttemptProblem
  | 'cancelled'
  | 'provider-refused'
  | 'unreachable'
  | 'unverified'
  | 'already-yours'
  | 'of-somebody-else'

export type Received =
  | { ok: true; step: 'entered'; session: string; returnTo: string }
  /** Its person has yet to say how they want to appear, or that a way in is to be added. */
  | { ok: true; step: 'to-decide'; token: string }
  | { ok: false; problem: ProviderProblem; attempt: Attempt | undefined; reason?: string }

/**
 * Takes the answer that a provider sent back with somebody, once and from the browser in which it was asked
 * for. Who is known is let in; whom the provider vouches for is kept for half an hour otherwise. An answer
 * that is refused leaves nothing behind but that it came.
 */
export async function receiveAnswer(db: Db, answered: Answered, now: Date): Promise<Received> {
  const { provider, query, browser } = answered
  const state = query.get('state') ?? ''
  const taken = await takeAttempt(db, { provider, state, browser }, now)
  if (!taken.ok) return taken
  const { attempt } = taken
  const error = query.get('error')
  if (error !== null) {
    const problem = error === 'access_denied' ? 'cancelled' : 'provider-refused'
    return { ok: false, problem, attempt, reason: problem }
  }
  const address = returnAddress(answered.publicUrl, provider)
  address.search = query.toString()
  const { nonce, verifier } = attempt
  if (nonce === null || verifier === null) return { ok: false, problem: 'unknown', attempt }
  const exchanged = await exchangeCode(provider, address, { state, nonce, verifier })
  if (!exchanged.ok) return { ...exchanged, attempt }
  return settle(db, { ...answered, state, attempt, vouched: exchanged.vouched }, now)
}

type Taking = Pick<Answered, 'provider' | 'browser'> & { state: string }
type Taken =
  | { ok: true; attempt: Attempt }
  | { ok: false; problem: AttemptProblem; attempt: Attempt | undefined }

/** Before the provider is asked anything: whoever comes second comes too late. */
function takeAttempt(db: Db, { provider, state, browser }: Taking, now: Date): Promise<Taken> {
  const tokenSha256 = sha256(state)
  return inTransaction(db, async (tx) => {
    const attempt = await lockAttempt(tx, { tokenSha256, provider: provider.key })
    const problem = refuseAttempt(attempt, browser === undefined ? null : sha256(browser), now)
    if (!attempt || problem) return { ok: false, problem: problem ?? 'unknown', attempt }
    if (attempt.usedAt) return { ok: false, problem: 'used', attempt }
    await markUsed(tx, tokenSha256, now)
    return { ok: true, attempt }
  })
}

type Settling = Answered & { state: string; attempt: Attempt; vouched: Vouched }

function settle(db: Db, settling: Settling, now: Date): Promise<Received> {
  const { provider, attempt, vouched, state, browser, device, key } = settling
  return inTransaction(db, async (tx) => {
    const { subject, siret, idToken } = vouched
    const person = await findPersonByIdentity(tx, provider.issuer, subject)
    if (person && attempt.personId !== null) {
      const problem = person.id === attempt.personId ? 'already-yours' : 'of-somebody-else'
      return { ok: false, problem, attempt }
    }
    if (person) {
      await saveSiret(tx, { provider: provider.issuer, subject, siret })
      if (browser !== undefined) await endSession(tx, browser)
      const session = await openSession(tx, person.id, now, {
        device,
        vouched: { provider: provider.issuer, idToken, key },
      })
      return { ok: true, step: 'entered', session, returnTo: attempt.returnTo }
    }
    const tokenSha256 = sha256(state)
    await saveAnswer(tx, {
      tokenSha256,
      answer: sealVouched(key, tokenSha256, vouched),
      expiresAt: minutesAfter(now, decisionMinutes),
    })
    return { ok: true, step: 'to-decide', token: state }
  })
}
