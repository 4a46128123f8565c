import { lockOrganisationsOf } from '../organisations/index.ts'
import { findEmails, lockAddress, lockForErasing } from '../people/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { lockRoles } from '../roles/index.ts'

export type HeldPerson = NonNullable<Awaited<ReturnType<typeof lockForErasing>>>

/**
 * Holds somebody, their roles, addresses and organisations until the transaction ends, in the order in which other
 * acts take them; undefined where they are erased.
 */
export async function holdPerson(
  tx: Db,
  personId: number,
  now: Date,
): Promise<HeldPerson | undefined> {
  await lockRoles(tx)
  for (const email of await findEmails(tx, personId)) await lockAddress(tx, email)
  await lockOrganisationsOf(tx, personId, now)
  return lockForErasing(tx, personId)
}
