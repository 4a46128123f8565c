import { recordAct } from '../journal/index.ts'
import type { Actor, Role } from '../permissions.ts'
import type { Json } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'

/** Who does something to an organisation, in which role, when. */
export type Act = { actor: Actor; role: Role; slug: string; now: Date }

type OrganisationAction =
  | 'organisation.created'
  | 'organisation.changed'
  | 'organisation.verified'
  | 'organisation.verification-lost'
  | 'organisation.member-joined'
  | 'organisation.member-left'
  | 'organisation.handed-over'
  | 'organisation.hand-over-undone'
  | 'role.granted'
  | 'role.ended'

/** Writes in the journal what was done to an organisation; of people it says the pseudonym and nothing more. */
export async function recordOrganisation(
  tx: Db,
  { actor, role, slug, now }: Act,
  action: OrganisationAction,
  payload: { [key: string]: Json },
): Promise<void> {
  const object = `organisation/${slug}`
  await recordAct(tx, { at: now, role, actor: actor.pseudonym, action, object }, payload)
}
