import { Hono, type Context } from 'hono'
import { sha256 } from '../platform/canonical.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { findHolding } from '../terms/index.ts'
import { askSignInLink } from './ask-sign-in-link.ts'
import { deviceOf } from './device.ts'
import { askForm, newcomerForm, readEmail } from './forms.ts'
import { keepNowhere } from './keep-nowhere.ts'
import { keepOut, letIn } from './let-in.ts'
import { LinkOverPage } from './link-over-page.tsx'
import { LinkPage } from './link-page.tsx'
import { LinkSentPage } from './link-sent-page.tsx'
import { findLink } from './link-store.ts'
import { blankNewcomer, type NewcomerProblem, type TypedNewcomer } from './newcomer.ts'
import { safeReturn } from './person.ts'
import { refuseNetwork } from './refuse-network.ts'
import { readSessionCookie } from './session-cookie.ts'
import { stateOf, type LinkState, type SignInLink } from './sign-in-link.ts'
import { showSignIn, type Offer } from './sign-in-routes.tsx'
import { findPersonByIdentity } from './store.ts'
import { useSignInLink } from './use-sign-in-link.ts'

type Options = Offer & { mailbox: boolean }

/** Signing in by mail. A link is used up by its page's button only: mail scanners open every link. */
export function signInLinkRoutes(options: Options) {
  const { mailbox } = options
  return new Hono<Env>()
    .use('/account/sign-in-links/*', keepNowhere)
    .post('/account/sign-in-links', async (c) => {
      const form = askForm.parse(await c.req.parseBody())
      const shown = { returnTo: form.return, email: form.email }
      const email = readEmail(form.email)
      if (email === null) {
        const problem = form.email.trim() === '' ? 'no-email' : 'email-unreadable'
        return showSignIn(c, options, { ...shown, problem: { problem } })
      }
      const { db, locale, mailing, now } = c.var
      const returnTo = safeReturn(form.return, `/${locale}`)
      const refused = await refuseNetwork(c)
      if (refused) return showSignIn(c, options, { ...shown, problem: refused })
      const asked = await askSignInLink(db, mailing, { email, returnTo, locale }, now)
      if (!asked.ok) return showSignIn(c, options, { ...shown, problem: asked })
      const query = `return=${encodeURIComponent(returnTo)}`
      return c.redirect(`/${locale}/account/sign-in-links/sent?${query}`, 303)
    })
    .get('/account/sign-in-links/sent', (c) => {
      const returnTo = safeReturn(c.req.query('return') ?? '', `/${c.var.locale}`)
      const page = <LinkSentPage frame={frameOf(c)} mailbox={mailbox} returnTo={returnTo} />
      return sendPage(c, page)
    })
    .get('/account/sign-in-links/:token', async (c) => {
      const link = await findLink(c.var.db, 'sign-in', sha256(c.req.param('token')))
      const state = stateOf(link, c.var.now)
      if (!link || state !== 'open') return showOver(c, state, link)
      return showLink(c, link, { typed: blankNewcomer, problems: [] })
    })
    .post('/account/sign-in-links/:token', async (c) => {
      const typed = newcomerForm.parse(await c.req.parseBody())
      const token = c.req.param('token')
      const locale = c.var.locale === 'qps' ? 'en' : c.var.locale
      const device = deviceOf(c.req.header('User-Agent'))
      const using = { token, typed, locale, oldSession: readSessionCookie(c), device }
      const used = await useSignInLink(c.var.db, using, c.var.now)
      if (used.ok) {
        await letIn(c, used.session, 'link')
        return c.redirect(used.returnTo, 303)
      }
      if (used.problem !== 'profile') return showOver(c, used.problem, used.link)
      return showLink(c, used.link, { typed, problems: used.problems })
    })
}

type Shown = { typed: TypedNewcomer; problems: NewcomerProblem[] }

async function showLink(c: Context<Env>, link: SignInLink, shown: Shown) {
  const person = await findPersonByIdentity(c.var.db, 'email', link.email)
  const address = `/${c.var.locale}/account/sign-in-links/${c.req.param('token')}`
  const page = (
    <LinkPage
      frame={frameOf(c, address)}
      email={link.email}
      known={person !== undefined}
      address={address}
      terms={(await findHolding(c.var.db)).newest}
      {...shown}
    />
  )
  return sendPage(c, page, shown.problems.length > 0 ? 422 : 200)
}

/** Whoever came in by this very link, and opens it or presses its button again, simply goes on. */
function showOver(c: Context<Env>, state: LinkState, link: SignInLink | undefined) {
  if (link?.personId && link.personId === c.var.actor.personId)
    return c.redirect(link.returnTo, 303)
  keepOut(c, 'link', state)
  const page = (
    <LinkOverPage
      frame={frameOf(c, `/${c.var.locale}/account/sign-in`)}
      state={state}
      until={link?.expiresAt ?? null}
      returnTo={link?.returnTo ?? `/${c.var.locale}`}
    />
  )
  return sendPage(c, page, 404)
}
