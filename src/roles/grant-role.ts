import { recordAct } from '../journal/index.ts'
import { listBansInForce, listGrants, lockPerson } from '../people/index.ts'
import { authorize, type Actor, type GrantedRole, type Role, type Scope } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { NotFound } from '../platform/http/problems.ts'
import { isSameScope, overlap, thingOf, type Domain } from './domain.ts'
import { grantingAction, isGivenFor } from './role.ts'
import { saveGrant } from './store.ts'

type GivenRole = { personId: number; role: GrantedRole; domain: Domain; until?: Date | null }

/** `already`: the person has it; `banned`: they may not take part there now. */
export type Granted = 'given' | 'already' | 'banned'

/** Gives a role, once, and writes it in the journal. */
export function grantRole(db: Db, actor: Actor, given: GivenRole, now: Date): Promise<Granted> {
  const { role: granted, domain, until = null } = given
  const { kind } = domain.scope
  if (!isGivenFor(granted, kind)) throw new NotFound(`${granted} of a ${kind}`)
  return inTransaction(db, async (tx) => {
    const role = authorize(actor, grantingAction(granted, kind), thingOf(domain.scope))
    return saveRole(tx, { actor, role }, { ...given, until, delegatedFrom: null }, now)
  })
}

type Giver = { actor: Actor; role: Role }
type SavedRole = GivenRole & { until: Date | null; delegatedFrom: number | null }

/** The same once it is decided that the giver may. */
export async function saveRole(
  tx: Db,
  giver: Giver,
  { personId, role: granted, domain, until, delegatedFrom }: SavedRole,
  now: Date,
): Promise<Granted> {
  const { scope, object } = domain
  const person = await lockPerson(tx, personId)
  if (!person) throw new NotFound('person')
  const grants = await listGrants(tx, personId, now)
  if (grants.some((grant) => grant.role === granted && isSameScope(grant.scope, scope))) {
    return 'already'
  }
  if (await findHindering(tx, personId, scope, now)) return 'banned'
  const by = giver.actor.personId
  await saveGrant(tx, { personId, role: granted, scope, from: now, until, by, delegatedFrom })
  const { pseudonym: actor } = giver.actor
  await recordAct(
    tx,
    { at: now, role: giver.role, actor, action: 'role.granted', object },
    {
      role: granted,
      person: person.pseudonym,
      ...(until && { until: until.toISOString() }),
      ...(delegatedFrom !== null && { delegated: true }),
    },
  )
  return 'given'
}

/** Until when that person has no role there: they are banned, and would lift it themselves. The person is held. */
export async function findHindering(
  tx: Db,
  personId: number,
  scope: Scope,
  now: Date,
): Promise<{ until: Date } | undefined> {
  await lockPerson(tx, personId)
  const bans = await listBansInForce(tx, personId, now)
  const there = bans.filter((ban) => overlap(ban.scope, scope))
  return there.toSorted((one, other) => Number(other.until) - Number(one.until))[0]
}
