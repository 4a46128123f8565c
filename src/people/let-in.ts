import type { Context } from 'hono'
import type { Env } from '../request.ts'
import { setSessionCookie } from './session-cookie.ts'
import { findViewer } from './session.ts'

type Way = 'link' | 'provider' | 'passkey' | 'invitation' | 'demonstration'

/** Gives the browser its session's cookie, and writes into the log who came in by which way, by pseudonym. */
export async function letIn(c: Context<Env>, session: string, way: Way): Promise<void> {
  setSessionCookie(c, session)
  const { db, log, now } = c.var
  const viewer = await findViewer(db, session, now)
  log.info({ event: 'signed-in', way, who: viewer?.actor.pseudonym }, 'somebody signed in')
}

/** Writes into the log that nobody was let in, and why not. */
export function keepOut(c: Context<Env>, way: Way, problem: string): void {
  c.var.log.warn({ event: 'sign-in-refused', way, problem }, 'nobody was let in')
}

/** Writes into the log who has signed out. */
export function noteLeft({ var: { log, actor } }: Context<Env>): void {
  log.info({ event: 'signed-out', who: actor.pseudonym }, 'somebody signed out')
}
