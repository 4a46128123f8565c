import { actorOf, ensurePerson, findPerson, listGrants, saveIdentity } from '../people/index.ts'
import { grantRole, isGivenFor, reportDomain, siteDomain, type Domain } from '../roles/index.ts'
import { operator, type Actor, type GrantedRole } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Report } from '../reports/index.ts'
import { acceptTerms } from '../terms/index.ts'
import { fillOrganisations } from './fill-organisations.ts'
import { accounts, voices, type SamplePerson, type Subject } from './people.ts'

export type People = (subject: Subject) => Actor

/** Makes the people, those whom one can sign in as first, and gives them their roles. */
export async function fillPeople(db: Db, report: Report, now: Date): Promise<People> {
  const people = new Map<string, Actor>()
  for (const account of accounts) {
    const id = await makePerson(db, { person: account, signsIn: true }, now)
    if ('role' in account) {
      await grantRole(
        db,
        operator,
        { personId: id, role: account.role, domain: domainOf(account.role, report) },
        now,
      )
    }
    people.set(account.subject, await findActor(db, id, now))
  }
  for (const voice of voices) {
    const id = await makePerson(db, { person: voice, signsIn: false }, now)
    people.set(voice.subject, await findActor(db, id, now))
  }
  const refresh = async (subject: string) => {
    const fresh = await findActor(db, people.get(subject)?.personId ?? 0, now)
    people.set(subject, fresh)
    return fresh
  }
  await fillOrganisations(db, refresh, now)
  return (subject) => {
    const actor = people.get(subject)
    if (!actor) throw new Error(`the demonstration has nobody called ${subject}`)
    return actor
  }
}

function domainOf(role: GrantedRole, report: Report): Domain {
  return isGivenFor(role, 'report') ? reportDomain(report) : siteDomain
}

type Making = { person: SamplePerson; signsIn: boolean }

async function makePerson(db: Db, { person, signsIn }: Making, now: Date): Promise<number> {
  const { subject, displayName, helixSide, organisation, locale = 'fr' } = person
  const address = { provider: 'email' as const, subject: `${subject}@demonstration.invalid` }
  const way = signsIn ? { provider: 'demonstration' as const, subject } : address
  const described = { displayName, helixSide, organisation, locale }
  const personId = await ensurePerson(db, { ...way, ...described }, now)
  const accepting = await findActor(db, personId, now)
  await acceptTerms(db, accepting, '1', now)
  if (signsIn) await saveIdentity(db, { personId, ...address, createdAt: now })
  return personId
}

async function findActor(db: Db, id: number, now: Date): Promise<Actor> {
  const person = await findPerson(db, id)
  if (!person) throw new Error('a person of the demonstration was not made')
  return actorOf(person, await listGrants(db, id, now))
}
