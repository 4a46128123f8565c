import { listAppeals } from '../src/moderation/appeal-store.ts'
import { listDecisions } from '../src/moderation/index.ts'
import type { World } from './world.ts'

type Where = Pick<World, 'db' | 'post'>

export const reason = 'Je ne nomme personne : je parle d’une règle.'

/** The page that says why the newest decision on a contribution was taken. */
export async function statementOf({ db }: Pick<World, 'db'>, number: number): Promise<string> {
  const [decision] = await listDecisions(db, number)
  return `/fr/contributions/${number}/decisions/${decision?.id}`
}

/** Contests that decision. */
export async function contest(
  world: Where,
  number: number,
  as: { cookie: string } | undefined,
  why = reason,
): Promise<Response> {
  return world.post(`${await statementOf(world, number)}/appeal`, [['reason', why]], as)
}

/** The id of the newest appeal on a contribution. */
export async function appealOn({ db }: Pick<World, 'db'>, number: number): Promise<number> {
  return (await listAppeals(db, number))[0]?.id ?? 0
}
