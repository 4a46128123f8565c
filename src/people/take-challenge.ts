import { sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { refuseAttempt } from './attempt.ts'
import { lockAttempt, markUsed } from './attempt-store.ts'

type Challenge = {
  challenge: string
  browser: string | undefined
  /** Who makes a passkey; null for whoever signs in. */
  personId: number | null
}

/** Uses a challenge up; false where it was not asked for by that browser, for that, or no longer holds. */
export async function takeChallenge(
  tx: Db,
  { challenge, browser, personId }: Challenge,
  now: Date,
): Promise<boolean> {
  const tokenSha256 = sha256(challenge)
  const attempt = await lockAttempt(tx, { tokenSha256, provider: null })
  const refusal = refuseAttempt(attempt, browser === undefined ? null : sha256(browser), now)
  if (refusal || attempt?.personId !== personId) return false
  await markUsed(tx, tokenSha256, now)
  return true
}
