import { randomUUID } from 'node:crypto'
import { recordAct } from '../journal/index.ts'
import { authorize, type Actor, type GrantedRole } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { NotFound } from '../platform/http/problems.ts'
import { lockAddress } from './link-store.ts'
import type { HelixSide } from './person.ts'
import {
  findPersonByIdentity,
  listGrants,
  lockPerson,
  saveGrant,
  saveIdentity,
  savePerson,
  type Provider,
} from './store.ts'

type Newcomer = {
  provider: Provider
  subject: string
  displayName: string
  helixSide: HelixSide | null
  organisation: string | null
  locale: string
}

/** The person with that identity, made if need be; returns the id. */
export function ensurePerson(db: Db, newcomer: Newcomer, now: Date): Promise<number> {
  return inTransaction(db, async (tx) => {
    const { provider, subject, ...described } = newcomer
    if (provider === 'email') await lockAddress(tx, subject)
    const known = await findPersonByIdentity(tx, provider, subject)
    if (known) return known.id
    const personId = await savePerson(tx, { ...described, pseudonym: randomUUID(), createdAt: now })
    await saveIdentity(tx, { personId, provider, subject, createdAt: now })
    return personId
  })
}

type GivenRole = { personId: number; role: GrantedRole; report: { id: number; slug: string } }

/** Gives a role for a report, once, and writes it in the journal; false if the person has it already. */
export function grantRole(db: Db, actor: Actor, given: GivenRole, now: Date): Promise<boolean> {
  const { personId, role: granted, report } = given
  return inTransaction(db, async (tx) => {
    const role = authorize(actor, 'role.grant', null)
    const person = await lockPerson(tx, personId)
    if (!person) throw new NotFound('person')
    const grants = await listGrants(tx, personId, now)
    if (grants.some((grant) => grant.role === granted && grant.reportId === report.id)) return false

    await saveGrant(tx, { personId, role: granted, reportId: report.id, from: now })
    await recordAct(
      tx,
      {
        at: now,
        role,
        actor: actor.pseudonym,
        action: 'role.granted',
        object: `report/${report.slug}`,
      },
      { role: granted, person: person.pseudonym },
    )
    return true
  })
}
