import { findPerson } from '../people/index.ts'
import type { Scope } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { NotFound } from '../platform/http/problems.ts'
import { saveGrant } from '../roles/index.ts'
import type { NewMandate } from './mandate.ts'
import { recordOrganisation, type Act } from './record-organisation.ts'

type Giving = { scope: Scope; personId: number; mandate: NewMandate }

/** Writes a mandate down, and in the journal, once it is decided that it may be given; returns its id. */
export async function giveMandate(
  tx: Db,
  act: Act,
  { scope, personId, mandate }: Giving,
): Promise<number> {
  const person = await findPerson(tx, personId)
  if (!person) throw new NotFound('person')
  const id = await saveGrant(tx, {
    ...mandate,
    personId,
    scope,
    by: act.actor.personId,
    delegatedFrom: null,
  })
  const { role, from, until } = mandate
  await recordOrganisation(tx, act, 'role.granted', {
    role,
    person: person.pseudonym,
    from: from.toISOString(),
    ...(until && { until: until.toISOString() }),
  })
  return id
}
