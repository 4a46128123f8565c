import { actorOf, findPerson } from '../src/people/index.ts'
import type { Db } from '../src/platform/db/connect.ts'
import { acceptTerms, findConsent, findHolding } from '../src/terms/index.ts'

/** Somebody who has accepted no terms yet accepts those that hold, as whoever makes an account does. */
export async function acceptNewest(db: Db, personId: number): Promise<void> {
  if (!(await findConsent(db, personId))) await acceptAnew(db, personId)
}

/** Somebody accepts the terms that hold, whatever they accepted before. */
export async function acceptAnew(db: Db, personId: number): Promise<void> {
  const person = await findPerson(db, personId)
  if (!person) throw new Error('nobody accepts')
  const { newest } = await findHolding(db)
  const accepted = await acceptTerms(db, actorOf(person, []), String(newest), new Date())
  if (!accepted.ok) throw new Error(accepted.problem)
}
