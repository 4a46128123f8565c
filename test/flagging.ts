import assert from 'node:assert/strict'
import { listFlags } from '../src/moderation/flag-store.ts'
import { readMails } from './sign-in-world.ts'
import { newKey, type Fields, type Somebody } from './take-part.ts'
import type { World } from './world.ts'

type Where = Pick<World, 'db' | 'post'>

export const flagger: Fields = { name: 'Fanny Lavigne', email: 'fanny@example.org' }

/** Flags a contribution as a form sends it, but for what is said otherwise. */
export function flag(
  world: Where,
  number: number,
  fields: Fields = flagger,
  as?: Pick<Somebody, 'cookie'>,
): Promise<Response> {
  const form = {
    ground: '1',
    explanation: 'Elle insulte quelqu’un dans sa seconde phrase.',
    goodFaith: '1',
    read: '1',
    key: newKey(),
    ...fields,
  }
  return world.post(`/fr/contributions/${number}/flag`, Object.entries(form), as)
}

/** Answers the flags that wait on it. */
export async function answerFlags(
  world: Where,
  as: Pick<Somebody, 'cookie'> | undefined,
  number: number,
  fields: Fields = {},
): Promise<Response> {
  const form = {
    outcome: 'dismissed',
    reason: 'Elle critique une idée.',
    flags: await waitingOn(world, number),
    ...fields,
  }
  return world.post(
    `/fr/workshop/contributions/${number}/moderation/flags`,
    Object.entries(form),
    as,
  )
}

/** Ids of the flags that wait, as the forms of moderators send them. */
export async function waitingOn({ db }: Pick<World, 'db'>, number: number): Promise<string> {
  const flags = await listFlags(db, number)
  return flags.flatMap(({ id, verdictId }) => (verdictId === null ? [id] : [])).join(',')
}

/** The page by which a flag is followed, from the newest mail to that address. */
export async function followedFrom(world: World, email: string): Promise<string> {
  const mail = (await readMails(world, email)).at(-1)
  const [, path] = /http:\/\/vivace\.test(\/\S+\/flags\/\S+)$/m.exec(mail?.text ?? '') ?? []
  assert.ok(path, 'the mail leads to the flag')
  return path
}

/** Decides on an appeal. */
export function answerAppeal(
  world: Where,
  as: Pick<Somebody, 'cookie'> | undefined,
  id: number,
  fields: Fields = {},
): Promise<Response> {
  const form = { outcome: 'reversed', answer: 'Une critique vive reste permise.', ...fields }
  return world.post(`/fr/workshop/appeals/${id}`, Object.entries(form), as)
}
