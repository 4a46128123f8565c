import type { Context } from 'hono'
import { sha256 } from '../platform/canonical.ts'
import { SignInAgain, SignInNeeded } from '../platform/http/problems.ts'
import type { Env } from '../request.ts'
import { readSessionCookie } from './session-cookie.ts'
import { findSessionStart } from './session-store.ts'

/** Minutes after signing in during which somebody may change what lets them in. */
const freshMinutes = 30

/**
 * Whoever is signed in, and has proven lately who they are: so that nobody who finds a browser open, or has taken a
 * session, makes a way in of their own (OWASP ASVS 5.0, 7.5.1). Else leads to the sign-in page and back.
 */
export async function requireFresh(c: Context<Env>): Promise<number> {
  const { db, actor, now } = c.var
  if (actor.personId === null) throw new SignInNeeded()
  const since = await findSessionStart(db, sha256(readSessionCookie(c) ?? ''))
  if (!since || since.getTime() < now.getTime() - freshMinutes * 60_000) throw new SignInAgain()
  return actor.personId
}
