import type { Db } from '../platform/db/connect.ts'
import { daysBefore, usualPeriods, type Periods } from '../platform/periods.ts'
import { forgetAddresses } from './invitation-store.ts'

/** Forgets whom invitations were for that have been over for long enough. */
export function forgetInvitations(
  db: Db,
  now: Date,
  { invitations }: Pick<Periods, 'invitations'> = usualPeriods,
): Promise<void> {
  return forgetAddresses(db, now, daysBefore(now, invitations))
}
