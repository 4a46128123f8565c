import assert from 'node:assert/strict'
import { publish, type Fields, type Somebody } from './take-part.ts'
import type { World } from './world.ts'

type Where = Pick<World, 'post'>

/** As a moderator types it, but for what is said otherwise. */
export const typedBan: Fields = {
  scope: 'report',
  rule: '1',
  until: dayIn(30),
  basis: 'grave',
  grave: 'Une menace écrite.',
  reason: 'Des insultes répétées.',
  step: 'set',
}

/** A day that many days from now, as it is typed. */
export function dayIn(days: number): string {
  return new Date(Date.now() + days * 24 * 3600 * 1000).toISOString().slice(0, 10)
}

/** Sends the form that bans whoever wrote a contribution. */
export function ban(
  world: Where,
  as: Pick<Somebody, 'cookie'> | undefined,
  number: number,
  fields: Fields = {},
): Promise<Response> {
  const form = { ...typedBan, until: dayIn(30), ...fields }
  return world.post(`/fr/workshop/contributions/${number}/ban`, Object.entries(form), as)
}

/** Bans, and returns the ban's number. */
export async function setOn(
  world: Where,
  as: Pick<Somebody, 'cookie'>,
  number: number,
  fields: Fields = {},
): Promise<number> {
  const sent = await ban(world, as, number, fields)
  assert.equal(sent.status, 303, await sent.text())
  const [, id] = /\/bans\/(\d+)/.exec(sent.headers.get('Location') ?? '') ?? []
  assert.ok(id, 'it leads to the ban')
  return Number(id)
}

export function warn(
  world: Where,
  as: Pick<Somebody, 'cookie'> | undefined,
  number: number,
  fields: Fields = {},
): Promise<Response> {
  const form = { rule: '1', reason: 'Pas d’insulte ici.', ...fields }
  return world.post(`/fr/workshop/contributions/${number}/warning`, Object.entries(form), as)
}

/** Sends a reason to one of a ban's forms. */
export function send(
  world: Where,
  as: Pick<Somebody, 'cookie'> | undefined,
  path: string,
  fields: Fields = {},
): Promise<Response> {
  return world.post(`/fr${path}`, Object.entries({ reason: 'Voici pourquoi.', ...fields }), as)
}

let people = 0

/** Somebody who has said something just now, with its number. */
export async function whoSpoke(world: World): Promise<Somebody & { number: number; name: string }> {
  const name = `Personne ${(people += 1)}`
  const as = await world.person({ name })
  return { ...as, name, number: await publish(world, as) }
}
