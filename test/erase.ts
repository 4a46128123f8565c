import { sha256 } from '../src/platform/canonical.ts'
import { openLog } from '../src/platform/log.ts'
import { daysBefore } from '../src/platform/periods.ts'
import { eraseDue } from '../src/privacy/index.ts'
import type { Somebody } from './take-part.ts'
import { testMailing, type World } from './world.ts'

export const erasure = '/fr/account/erasure'

/** Sends the form that asks for an erasure, but for what is said otherwise. */
export function askErasure(
  world: World,
  as: { cookie: string } | undefined,
  fields: { [name: string]: string } = {},
  path = erasure,
): Promise<Response> {
  const form = { texts: 'kept', when: 'later', word: 'EFFACER', ...fields }
  return world.post(path, Object.entries(form), as)
}

/** Does the erasures whose day has come by then. */
export function eraseBy({ db }: World, now: Date): Promise<void> {
  return eraseDue({ db, mailing: testMailing, log: openLog('silent') }, now)
}

export function inDays(days: number): Date {
  return daysBefore(new Date(), -days)
}

export async function isErased({ db }: World, { actor }: Somebody): Promise<boolean> {
  const { at } = await db
    .selectFrom('person')
    .select('erased_at as at')
    .where('id', '=', actor.personId ?? 0)
    .executeTakeFirstOrThrow()
  return at !== null
}

/** As if somebody had signed in so many minutes ago. */
export async function ageSession(
  { db }: World,
  { cookie }: { cookie: string },
  minutes: number,
): Promise<void> {
  await db
    .updateTable('session')
    .set({ created_at: new Date(Date.now() - minutes * 60_000) })
    .where('token_sha256', '=', sha256(cookie.split('=')[1] ?? ''))
    .execute()
}
