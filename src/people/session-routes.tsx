import { Hono, type Context } from 'hono'
import { sha256 } from '../platform/canonical.ts'
import { NotFound, SignInNeeded } from '../platform/http/problems.ts'
import type { Env } from '../request.ts'
import { sessionForm } from './forms.ts'
import { noteLeft } from './let-in.ts'
import { clearSessionCookie, readSessionCookie } from './session-cookie.ts'
import { deleteOtherSessions, deleteOwnSession, deleteSessions } from './session-store.ts'
import type { Offer } from './sign-in-routes.tsx'
import { leave, showFarewell } from './sign-out.tsx'

/** Ending one's own sessions: one of them, all others, or all. */
export function sessionRoutes(options: Offer) {
  return new Hono<Env>().post('/account/sessions/end', async (c) => {
    const { session } = sessionForm.parse(await c.req.parseBody())
    if (session === '') return endAll(c, options)
    const { db, actor, locale } = c.var
    if (actor.personId === null) throw new SignInNeeded()
    if (session === 'others') {
      await deleteOtherSessions(db, actor.personId, sha256(readSessionCookie(c) ?? ''))
      return c.redirect(`/${locale}/account?done=other-sessions-ended`, 303)
    }
    const id = /^[1-9]\d{0,8}$/.test(session) ? Number(session) : null
    if (id === null || !(await deleteOwnSession(db, actor.personId, id))) {
      throw new NotFound('session')
    }
    return c.redirect(`/${locale}/account?done=session-ended`, 303)
  })
}

async function endAll(c: Context<Env>, { providers }: Offer) {
  const { db, locale, actor } = c.var
  const elsewhere = await leave(c, providers, async () => {
    if (actor.personId !== null) await deleteSessions(db, actor.personId)
  })
  clearSessionCookie(c)
  noteLeft(c)
  if (elsewhere) return showFarewell(c, elsewhere)
  return c.redirect(`/${locale}/account/sign-in?done=signed-out-everywhere`, 303)
}
