import { dayInParis, type Day } from '../platform/paris-days.ts'

/** Days that a session holds, and days after which one that nobody used has ended (NIST SP 800-63B-4 §2.1.3 has 30). */
export const sessionDays = 30
export const idleDays = 14

const daySeconds = 24 * 3600
export const sessionSeconds = sessionDays * daySeconds

/** The last day on which a session was used that is not idle yet. */
export function idleBefore(now: Date): Day {
  return dayInParis(new Date(now.getTime() - idleDays * daySeconds * 1000))
}
