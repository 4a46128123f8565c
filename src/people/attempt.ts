/** Minutes in which one comes back from a provider, or uses a passkey. */
export const attemptMinutes = 10
/** Minutes in which one then says how one wants to appear, or whether a way in is to be added. */
export const decisionMinutes = 30

const minute = 60_000

export function minutesAfter(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * minute)
}

export type Attempt = {
  browserSha256: Buffer
  provider: string | null
  nonce: string | null
  verifier: string | null
  /** Who adds a way in; null for whoever signs in. */
  personId: number | null
  returnTo: string
  locale: string
  expiresAt: Date
  usedAt: Date | null
  /** Whom the provider vouches for, encrypted, while its person has not decided. */
  answer: Buffer | null
}

export type AttemptProblem = 'unknown' | 'other-browser' | 'used' | 'expired'

/** Why nobody can go on with it from that browser; null where they can. */
export function refuseAttempt(
  attempt: Attempt | undefined,
  browserSha256: Buffer | null,
  now: Date,
): AttemptProblem | null {
  if (!attempt) return 'unknown'
  if (!browserSha256?.equals(attempt.browserSha256)) return 'other-browser'
  if (attempt.usedAt && !attempt.answer) return 'used'
  return attempt.expiresAt > now ? null : 'expired'
}
