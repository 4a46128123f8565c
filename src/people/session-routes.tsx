import { Hono, type Context } from 'hono'
import { sha256 } from '../platform/canonical.ts'
import { NotFound, SignInNeeded } from '../platform/http/problems.ts'
import type { Env } from '../request.ts'
import { clearSessionCookie, readSessionCookie } from './session-cookie.ts'
import { deleteOtherSessions, deleteOwnSession, deleteSessions } from './session-store.ts'
import type { Offer } from './sign-in-routes.tsx'
import { showFarewell, whereElse } from './sign-out.tsx'

type Options = Offer & { secure: boolean }

/** Ending one's own sessions, here and elsewhere. */
export function sessionRoutes({ secure, providers }: Options) {
  return new Hono<Env>()
    .post('/account/sessions/end', async (c) => {
      const { db, locale, actor } = c.var
      const session = readSessionCookie(c)
      const elsewhere = session ? await whereElse(c, providers, session) : null
      if (actor.personId !== null) await deleteSessions(db, actor.personId)
      clearSessionCookie(c, secure)
      if (elsewhere) return showFarewell(c, elsewhere)
      return c.redirect(`/${locale}/account/sign-in?done=signed-out-everywhere`, 303)
    })
    .post('/account/sessions/others/end', async (c) => {
      const personId = requirePerson(c)
      await deleteOtherSessions(c.var.db, personId, sha256(readSessionCookie(c) ?? ''))
      return c.redirect(`/${c.var.locale}/account?done=other-sessions-ended`, 303)
    })
    .post('/account/sessions/:id/end', async (c) => {
      const personId = requirePerson(c)
      const id = Number(c.req.param('id'))
      const isId = Number.isInteger(id) && id > 0 && id < 2 ** 31
      if (!isId || !(await deleteOwnSession(c.var.db, personId, id))) throw new NotFound('session')
      return c.redirect(`/${c.var.locale}/account?done=session-ended`, 303)
    })
}

function requirePerson(c: Context<Env>): number {
  if (c.var.actor.personId === null) throw new SignInNeeded()
  return c.var.actor.personId
}
