import { randomUUID } from 'node:crypto'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { lockAddress } from './link-store.ts'
import type { HelixSide } from './person.ts'
import {
  findPersonByIdentity,
  lockIdentity,
  saveIdentity,
  savePerson,
  type Provider,
} from './store.ts'

export type Newcomer = {
  provider: Provider
  subject: string
  /** The establishment that the provider vouches for. */
  siret?: string | null
  displayName: string
  helixSide: HelixSide | null
  organisation: string | null
  locale: string
}

/** The person with that identity, made if need be; returns the id. */
export function ensurePerson(db: Db, newcomer: Newcomer, now: Date): Promise<number> {
  return inTransaction(db, async (tx) => {
    const { provider, subject, siret = null, ...described } = newcomer
    await (provider === 'email' ? lockAddress(tx, subject) : lockIdentity(tx, provider, subject))
    const known = await findPersonByIdentity(tx, provider, subject)
    if (known) return known.id
    const personId = await savePerson(tx, { ...described, pseudonym: randomUUID(), createdAt: now })
    await saveIdentity(tx, { personId, provider, subject, siret, createdAt: now })
    return personId
  })
}
