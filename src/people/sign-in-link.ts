/** What a mailed link is good for: minutes until it ends, and for those that the operator hands over. */
export const linkMinutes = 30
export const handedOverLinkHours = 24

/** So that nobody's mailbox is flooded from here, and so that mail servers go on trusting this one. */
export const linksAnHourForOneAddress = 5
export const linksAMinuteForAll = 300

const minute = 60_000
export const hour = 60 * minute

export type SignInLink = {
  email: string
  /** The page of this site on which signing in was asked for. */
  returnTo: string
  expiresAt: Date
  usedAt: Date | null
  /** Who used it. */
  personId: number | null
  /** Whose further way in it proves; null for a link that signs in. */
  addsTo: number | null
}

export type LinkState = 'open' | 'used' | 'expired' | 'unknown'

export function stateOf(link: SignInLink | undefined, now: Date): LinkState {
  if (!link) return 'unknown'
  if (link.usedAt) return 'used'
  return link.expiresAt > now ? 'open' : 'expired'
}

export type AskedLately = {
  /** When links were asked for this address within the last hour, in any order. */
  forAddress: readonly Date[]
  /** How many were asked for all addresses within the last minute. */
  forAll: number
}

export type Refusal = {
  problem: 'too-many-for-address' | 'too-many-for-all' | 'too-many-of-network'
  until: Date
}

/** Why no further link is made now, and from when one will be; null when one may be. */
export function refuseLink({ forAddress, forAll }: AskedLately, now: Date): Refusal | null {
  const [freeing] = forAddress
    .map((at) => at.getTime())
    .toSorted((one, other) => other - one)
    .slice(linksAnHourForOneAddress - 1)
  if (freeing !== undefined) {
    return { problem: 'too-many-for-address', until: new Date(freeing + hour) }
  }
  if (forAll < linksAMinuteForAll) return null
  return { problem: 'too-many-for-all', until: new Date(now.getTime() + minute) }
}

export function minuteBefore(now: Date): Date {
  return new Date(now.getTime() - minute)
}

export function hourBefore(now: Date): Date {
  return new Date(now.getTime() - hour)
}
