import { Hono, type Context } from 'hono'
import { inTransaction } from '../platform/db/transaction.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { frameOf, sendPage, type Env } from '../request.ts'
import { accountForm } from './forms.ts'
import { safeReturn } from './person.ts'
import { endSession, openSession } from './session.ts'
import { clearSessionCookie, readSessionCookie, setSessionCookie } from './session-cookie.ts'
import { SignInPage, type SignInProblem } from './sign-in-page.tsx'
import { findPersonByIdentity, listDemonstrationAccounts } from './store.ts'

type Options = { secure: boolean; demonstration: boolean }

/** The page with the ways in, the demonstration's accounts, and the way out. */
export function signInRoutes({ secure, demonstration }: Options) {
  return new Hono<Env>()
    .get('/account/sign-in', (c) => {
      const done = chooseDone(['signed-out-everywhere'], c.req.query('done'))
      const returnTo = c.req.query('return') ?? ''
      return showSignIn(c, { demonstration, returnTo, email: '', problem: null, done })
    })
    .post('/account/session', async (c) => {
      const form = accountForm.parse(await c.req.parseBody())
      const person = demonstration
        ? await findPersonByIdentity(c.var.db, 'demonstration', form.account)
        : undefined
      if (!person) {
        const problem = { problem: 'unknown-account' as const }
        return showSignIn(c, { demonstration, returnTo: form.return, email: '', problem })
      }

      const oldSession = readSessionCookie(c)
      const session = await inTransaction(c.var.db, async (tx) => {
        if (oldSession) await endSession(tx, oldSession)
        return openSession(tx, person.id, c.var.now)
      })
      setSessionCookie(c, session, secure)
      return c.redirect(safeReturn(form.return, `/${c.var.locale}`), 303)
    })
    .post('/account/session/end', async (c) => {
      const session = readSessionCookie(c)
      if (session) await endSession(c.var.db, session)
      clearSessionCookie(c, secure)
      return c.redirect(`/${c.var.locale}`, 303)
    })
}

type Shown = {
  demonstration: boolean
  returnTo: string
  email: string
  problem: SignInProblem | null
  done?: 'signed-out-everywhere' | null
}

/** The sign-in page, with 422 where it answers a form that was refused. */
export async function showSignIn(c: Context<Env>, shown: Shown) {
  const { demonstration, returnTo, email, problem, done = null } = shown
  const page = (
    <SignInPage
      frame={frameOf(c, `/${c.var.locale}/account/sign-in`)}
      accounts={demonstration ? await listDemonstrationAccounts(c.var.db) : []}
      returnTo={safeReturn(returnTo, `/${c.var.locale}`)}
      email={email}
      problem={problem}
      done={done}
    />
  )
  return sendPage(c, page, problem ? 422 : 200)
}
