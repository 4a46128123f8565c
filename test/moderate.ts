import { findContribution } from '../src/contributions/index.ts'
import { currentOf, listDecisions } from '../src/moderation/index.ts'
import type { Fields, Somebody } from './take-part.ts'
import type { World } from './world.ts'

type Where = Pick<World, 'db' | 'post'>

/** Decides on a contribution as somebody who has just read it, but for what is said otherwise. */
export async function moderate(
  world: Where,
  as: Pick<Somebody, 'cookie'> | undefined,
  number: number,
  fields: Fields,
): Promise<Response> {
  const said = await findContribution(world.db, number)
  const current = currentOf(await listDecisions(world.db, number))
  const form = { read: String(said?.revision ?? 0), seen: String(current?.id ?? 0), ...fields }
  return world.post(`/fr/workshop/contributions/${number}/moderation`, Object.entries(form), as)
}

/** Takes it out of sight. */
export function withhold(
  world: Where,
  as: Pick<Somebody, 'cookie'> | undefined,
  number: number,
  reason = 'Elle insulte quelqu’un.',
): Promise<Response> {
  return moderate(world, as, number, { choice: 'withheld', ground: '1', reason })
}

/** Publishes what waits or was withheld. */
export function release(
  world: Where,
  as: Pick<Somebody, 'cookie'>,
  number: number,
): Promise<Response> {
  return moderate(world, as, number, { choice: 'published' })
}

/** Takes the last decision back. */
export async function undo(
  world: Where,
  as: Pick<Somebody, 'cookie'>,
  number: number,
  decision?: number,
): Promise<Response> {
  const last = decision ?? currentOf(await listDecisions(world.db, number))?.id ?? 0
  const form: [string, string][] = [['decision', String(last)]]
  return world.post(`/fr/workshop/contributions/${number}/moderation/undo`, form, as)
}

/** Sets how the report is moderated. */
export function setMode(
  world: Where,
  as: Pick<Somebody, 'cookie'>,
  mode: string,
  days = '7',
): Promise<Response> {
  const form: [string, string][] = [
    ['mode', mode],
    ['days', days],
  ]
  return world.post('/fr/workshop/reports/petite-loi/moderation/setting', form, as)
}
