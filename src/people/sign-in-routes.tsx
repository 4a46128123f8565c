import { Hono, type Context } from 'hono'
import { inTransaction } from '../platform/db/transaction.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { frameOf, sendPage, sendTooMany, type Env } from '../request.ts'
import type { ProviderSettings } from '../platform/oidc/provider-settings.ts'
import { deviceOf } from './device.ts'
import { accountForm } from './forms.ts'
import { relyingPartyOf } from './passkey.ts'
import { safeReturn } from './person.ts'
import { endSession, openSession } from './session.ts'
import { letIn, noteLeft } from './let-in.ts'
import { clearSessionCookie, readSessionCookie } from './session-cookie.ts'
import { leave, showFarewell } from './sign-out.tsx'
import { SignInPage, type SignInProblem } from './sign-in-page.tsx'
import { findPersonByIdentity, listDemonstrationAccounts } from './store.ts'

/** The page with the ways in, the demonstration's accounts, and the way out. */
export function signInRoutes(options: Offer) {
  const { demonstration, providers } = options
  return new Hono<Env>()
    .get('/account/sign-in', (c) => {
      const done = chooseDone(['signed-out-everywhere'], c.req.query('done'))
      const returnTo = c.req.query('return') ?? ''
      const again = c.req.query('again') !== undefined
      return showSignIn(c, options, { returnTo, email: '', problem: null, done, again })
    })
    .post('/account/session', async (c) => {
      const form = accountForm.parse(await c.req.parseBody())
      const person = demonstration
        ? await findPersonByIdentity(c.var.db, 'demonstration', form.account)
        : undefined
      if (!person) {
        const problem = { problem: 'unknown-account' as const }
        return showSignIn(c, options, { returnTo: form.return, email: '', problem })
      }

      const oldSession = readSessionCookie(c)
      const session = await inTransaction(c.var.db, async (tx) => {
        if (oldSession) await endSession(tx, oldSession)
        const device = deviceOf(c.req.header('User-Agent'))
        return openSession(tx, person.id, c.var.now, { device })
      })
      await letIn(c, session, 'demonstration')
      return c.redirect(safeReturn(form.return, `/${c.var.locale}`), 303)
    })
    .post('/account/session/end', async (c) => {
      const elsewhere = await leave(c, providers, async () => {
        const session = readSessionCookie(c)
        if (session) await endSession(c.var.db, session)
      })
      clearSessionCookie(c)
      noteLeft(c)
      return elsewhere ? showFarewell(c, elsewhere) : c.redirect(`/${c.var.locale}`, 303)
    })
}

/** What people are offered to sign in with. */
export type Offer = { demonstration: boolean; providers: readonly ProviderSettings[] }

type Shown = {
  returnTo: string
  email: string
  problem: SignInProblem | null
  done?: 'signed-out-everywhere' | null
  /** Whoever is signed in is to prove who they are before they go on. */
  again?: boolean
}

/** The sign-in page, with 422 where it answers a form that was refused. */
export async function showSignIn(c: Context<Env>, offer: Offer, shown: Shown) {
  const { returnTo, email, problem, done = null, again = false } = shown
  const page = (
    <SignInPage
      frame={frameOf(c, `/${c.var.locale}/account/sign-in`)}
      accounts={offer.demonstration ? await listDemonstrationAccounts(c.var.db) : []}
      providers={offer.providers}
      passkeys={relyingPartyOf(c.var.publicUrl) !== null}
      returnTo={safeReturn(returnTo, `/${c.var.locale}`)}
      email={email}
      problem={problem}
      done={done}
      again={again}
    />
  )
  if (problem && 'until' in problem) return sendTooMany(c, page, problem.until)
  return sendPage(c, page, problem ? 422 : 200)
}
