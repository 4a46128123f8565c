import { Hono, type Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { frameOf, sendPage, type Env } from '../request.ts'
import { safeReturn } from './person.ts'
import { endSession, openSession, sessionCookie, sessionSeconds } from './session.ts'
import { SignInPage } from './sign-in-page.tsx'
import { findPersonByIdentity, listDemonstrationAccounts } from './store.ts'

const signInForm = z.object({
  account: z.string().max(200).catch(''),
  return: z.string().max(2000).catch(''),
})

type Options = {
  /** The site is reached over https, and its cookie never travels without. */
  secure: boolean
  /** Signing in is choosing one of the demonstration's accounts. */
  demonstration: boolean
}

/** Ways in and out. */
export function peopleRoutes({ secure, demonstration }: Options) {
  return new Hono<Env>()
    .get('/account/sign-in', (c) =>
      showSignIn(c, { demonstration, returnTo: c.req.query('return') ?? '', problem: null }),
    )
    .post('/account/session', async (c) => {
      const form = signInForm.parse(await c.req.parseBody())
      const person = demonstration
        ? await findPersonByIdentity(c.var.db, 'demonstration', form.account)
        : undefined
      if (!person) {
        return showSignIn(c, { demonstration, returnTo: form.return, problem: 'unknown-account' })
      }

      const token = await openSession(c.var.db, person.id, c.var.now)
      setCookie(c, sessionCookie, token, {
        path: '/',
        httpOnly: true,
        sameSite: 'Lax',
        secure,
        maxAge: sessionSeconds,
      })
      return c.redirect(safeReturn(form.return, `/${c.var.locale}`), 303)
    })
    .post('/account/session/end', async (c) => {
      const token = getCookie(c, sessionCookie)
      if (token) await endSession(c.var.db, token)
      deleteCookie(c, sessionCookie, { path: '/', secure })
      return c.redirect(`/${c.var.locale}`, 303)
    })
}

type Shown = { demonstration: boolean; returnTo: string; problem: 'unknown-account' | null }

async function showSignIn(c: Context<Env>, { demonstration, returnTo, problem }: Shown) {
  const page = (
    <SignInPage
      frame={frameOf(c, `/${c.var.locale}/account/sign-in`)}
      accounts={demonstration ? await listDemonstrationAccounts(c.var.db) : []}
      returnTo={safeReturn(returnTo, `/${c.var.locale}`)}
      problem={problem}
    />
  )
  return sendPage(c, page, problem ? 422 : 200)
}
