import assert from 'node:assert/strict'
import { makeOrganisation } from '../src/organisations/index.ts'
import { nothingTyped, type TypedOrganisation } from '../src/organisations/organisation.ts'
import { readFields } from './change-by-hand.ts'
import { newKey, type Somebody } from './take-part.ts'
import type { World } from './world.ts'

export type Fields = { [name: string]: string }

/** What an organisation says of itself, but for what is said otherwise. */
export function saying(said: Partial<TypedOrganisation> = {}): TypedOrganisation {
  return { ...nothingTyped, name: 'Ville d’Essai', side: 'political', publicBody: 'yes', ...said }
}

/** Makes an organisation, through the act; returns what its address calls it. */
export async function make(
  { db }: World,
  { actor }: Somebody,
  said: Partial<TypedOrganisation> = {},
): Promise<string> {
  const made = await makeOrganisation(db, actor, { typed: saying(said), key: newKey() }, new Date())
  assert.ok(made.ok)
  return made.slug
}

/** Sends a form of the organisation's; the fields of a page that is read first come along. */
export function send(
  world: World,
  { slug, path }: { slug: string; path: string },
  fields: Fields = {},
  as?: { cookie: string },
): Promise<Response> {
  return world.post(`/fr/organisations/${slug}/${path}`, Object.entries(fields), as)
}

/** Asks to be a member and is accepted; returns the id of the membership. */
export async function join(
  world: World,
  slug: string,
  { lead, who }: { lead: Somebody; who: Somebody },
): Promise<number> {
  assert.equal((await send(world, { slug, path: 'membership' }, {}, who)).status, 303)
  const id = await memberIdOf(world, slug, who)
  const accepted = await send(world, { slug, path: `members/${id}/acceptance` }, {}, lead)
  assert.equal(accepted.status, 303)
  return id
}

export async function memberIdOf(
  { db }: World,
  slug: string,
  { actor }: Somebody,
): Promise<number> {
  const { id } = await db
    .selectFrom('organisation_member')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .select('organisation_member.id')
    .where('slug', '=', slug)
    .where('person_id', '=', actor.personId ?? 0)
    .executeTakeFirstOrThrow()
  return id
}

/** Gives a mandate through its form. */
export function mandate(
  world: World,
  { slug, id }: { slug: string; id: number },
  fields: Fields,
  as: Somebody,
): Promise<Response> {
  const typed = { role: 'representative', from: '', until: '', ...fields }
  return send(world, { slug, path: `members/${id}/mandates` }, typed, as)
}

/** The last mandate that was given for an organisation. */
export function lastMandate({ db }: World, slug: string) {
  return db
    .selectFrom('role_grant')
    .innerJoin('organisation', 'organisation.id', 'scope_id')
    .select([
      'role_grant.id',
      'role',
      'person_id as personId',
      'from_at as from',
      'until_at as until',
    ])
    .where('scope_kind', '=', 'organisation')
    .where('slug', '=', slug)
    .orderBy('role_grant.id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
}

/** Reads a page's form and sends it, with some of its fields as they are typed. */
export async function fillIn(
  world: World,
  { page, to }: { page: string; to: string },
  typed: Fields,
  as: Somebody,
): Promise<Response> {
  const fields = readFields(await (await world.get(page, as)).text())
  return world.post(to, Object.entries({ ...fields, ...typed }), as)
}
