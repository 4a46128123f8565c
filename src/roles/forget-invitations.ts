import type { Db } from '../platform/db/connect.ts'
import { daysRemembered } from './invitation.ts'
import { forgetAddresses } from './invitation-store.ts'

/** Forgets whom invitations were for that have been over for long enough. */
export function forgetInvitations(db: Db, now: Date): Promise<void> {
  return forgetAddresses(db, now, new Date(now.getTime() - daysRemembered * 24 * 3600 * 1000))
}
