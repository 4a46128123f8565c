import type { Db } from '../platform/db/connect.ts'
import { acceptTerms, findHolding, readConsent, type ConsentProblem } from '../terms/index.ts'
import { ensurePerson, type Newcomer } from './ensure-person.ts'
import { actorOf } from './person.ts'
import { checkProfile, type ProfileProblem, type TypedProfile } from './profile.ts'
import { findPerson } from './store.ts'

/** What somebody new says of themselves, and which version of the terms they ticked; empty where none. */
export type TypedNewcomer = TypedProfile & { terms: string }

export type NewcomerProblem = ProfileProblem | ConsentProblem

export const blankNewcomer: TypedNewcomer = { name: '', side: '', organisation: '', terms: '' }

type Way = Pick<Newcomer, 'provider' | 'subject' | 'siret' | 'locale'>

export type Made = { ok: true; personId: number } | { ok: false; problems: NewcomerProblem[] }

/** Makes the account of somebody new, who accepts the terms that hold; says what stands in the way of it. */
export async function makeNewcomer(
  tx: Db,
  typed: TypedNewcomer,
  way: Way,
  now: Date,
): Promise<Made> {
  const profile = checkProfile(typed)
  const consent = readConsent(typed.terms, await findHolding(tx))
  if (!profile.ok || !consent.ok) {
    const problems = [
      ...(profile.ok ? [] : profile.problems),
      ...(consent.ok ? [] : [consent.problem]),
    ]
    return { ok: false, problems }
  }
  const personId = await ensurePerson(tx, { ...profile.profile, ...way }, now)
  const person = await findPerson(tx, personId)
  if (person) await acceptTerms(tx, actorOf(person, []), typed.terms, now)
  return { ok: true, personId }
}
