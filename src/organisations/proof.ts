import type { Organisation } from './organisation.ts'
import { isAtDomain } from './mail-domain.ts'
import type { Proof } from './proof-store.ts'

/** What a mailed link is good for, in minutes. */
export const proofMinutes = 60
/** So that nobody's mailbox is flooded from here: of one person, and at one address, in an hour. */
export const proofsAnHour = 5

export type ProofState = 'open' | 'used' | 'expired' | 'unknown' | 'domain-changed'

/** What the link of that person can still do for the organisation as it is now. */
export function stateOfProof(
  proof: Proof | undefined,
  { id, mailDomain }: Pick<Organisation, 'id' | 'mailDomain'>,
  now: Date,
): ProofState {
  if (proof?.organisationId !== id) return 'unknown'
  if (proof.usedAt) return 'used'
  if (proof.expiresAt <= now) return 'expired'
  const proves = mailDomain !== null && isAtDomain(proof.email, mailDomain)
  return proves ? 'open' : 'domain-changed'
}
