import { recordAct } from '../journal/index.ts'
import { listGrants, lockPerson } from '../people/index.ts'
import {
  authorize,
  reportScope,
  wholeSite,
  type Actor,
  type GrantedRole,
  type Scope,
} from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { NotFound } from '../platform/http/problems.ts'
import { grantingAction, isGivenFor } from './role.ts'
import { saveGrant } from './store.ts'

/** A report, or null for the whole site. */
export type Domain = { id: number; slug: string } | null

type GivenRole = { personId: number; role: GrantedRole; report: Domain; until?: Date | null }

/** Gives a role, once, and writes it in the journal; false if the person has it already. */
export function grantRole(db: Db, actor: Actor, given: GivenRole, now: Date): Promise<boolean> {
  const { personId, role: granted, report, until = null } = given
  const scope = scopeOf(report)
  if (!isGivenFor(granted, scope.kind)) throw new NotFound(`${granted} of a ${scope.kind}`)
  return inTransaction(db, async (tx) => {
    const thing = report && { reportId: report.id }
    const role = authorize(actor, grantingAction(granted, scope.kind), thing)
    const person = await lockPerson(tx, personId)
    if (!person) throw new NotFound('person')
    const grants = await listGrants(tx, personId, now)
    if (grants.some((grant) => grant.role === granted && isSame(grant.scope, scope))) return false

    await saveGrant(tx, { personId, role: granted, scope, from: now, until, by: actor.personId })
    await recordAct(
      tx,
      { at: now, role, actor: actor.pseudonym, action: 'role.granted', object: objectOf(report) },
      {
        role: granted,
        person: person.pseudonym,
        ...(until && { until: until.toISOString() }),
      },
    )
    return true
  })
}

export function scopeOf(report: Domain): Scope {
  return report ? reportScope(report.id) : wholeSite
}

/** What the journal says that a role is of. */
export function objectOf(report: Domain): string {
  return report ? `report/${report.slug}` : 'site'
}

function isSame(one: Scope, other: Scope): boolean {
  return one.kind === other.kind && one.id === other.id
}
