import { Hono, type Context } from 'hono'
import {
  blankNewcomer,
  findPersonByIdentity,
  letIn,
  newcomerForm,
  readSessionCookie,
  type NewcomerProblem,
  type TypedNewcomer,
} from '../people/index.ts'
import { sha256 } from '../platform/canonical.ts'
import { findReportById } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { findHolding } from '../terms/index.ts'
import { acceptInvitation } from './accept-invitation.ts'
import {
  InvitationBannedPage,
  InvitationOverPage,
  InvitationPage,
  signInAddress,
} from './invitation-page.tsx'
import { stateOf, type Invitation } from './invitation.ts'
import { findInvitation } from './invitation-store.ts'
import { words } from './words.ts'

/** What an invitation's link leads to. It is used up by its page's button only: mail scanners open every link. */
export function invitationRoutes() {
  return new Hono<Env>()
    .use('/invitations/*', (c, next) => {
      // For whoever holds the link: no cache keeps it.
      c.header('Cache-Control', 'private, no-store')
      return next()
    })
    .get('/invitations/:token', async (c) => {
      const invitation = await findInvitation(c.var.db, sha256(c.req.param('token')))
      if (!invitation) return showOver(c, 'unknown', undefined)
      const state = stateOf(invitation, c.var.now)
      if (state !== 'waiting') return showOver(c, state, invitation)
      return showInvitation(c, invitation, {
        typed: blankNewcomer,
        problems: [],
      })
    })
    .post('/invitations/:token', async (c) => {
      const typed = newcomerForm.parse(await c.req.parseBody())
      const { db, actor, now } = c.var
      const locale = c.var.locale === 'qps' ? 'en' : c.var.locale
      const oldSession = readSessionCookie(c)
      const accepting = { token: c.req.param('token'), actor, typed, locale, oldSession }
      const accepted = await acceptInvitation(db, accepting, now)
      if (accepted.ok) {
        if (accepted.session !== null) await letIn(c, accepted.session, 'invitation')
        return c.redirect(await addressAfter(c, accepted.invitation), 303)
      }
      if (accepted.problem === 'unknown') return showOver(c, 'unknown', undefined)
      if (accepted.problem === 'sign-in') return askToSignIn(c)
      if (accepted.problem === 'banned') return showBanned(c, accepted)
      if (accepted.problem !== 'profile') return showOver(c, accepted.problem, accepted.invitation)
      return showInvitation(c, accepted.invitation, { typed, problems: accepted.problems })
    })
}

/** The page that says what one may do now, of the report that one was invited to. */
async function addressAfter(c: Context<Env>, { scope }: Invitation): Promise<string> {
  const { db, locale } = c.var
  const report = scope.kind === 'report' ? await findReportById(db, scope.id) : undefined
  return `/${locale}/permissions?done=accepted${report ? `&report=${report.slug}` : ''}`
}

/** Back to the invitation, as whoever is signed in then. */
function askToSignIn(c: Context<Env>) {
  return c.redirect(signInAddress(c.var.locale, c.req.param('token') ?? ''), 303)
}

type Shown = { typed: TypedNewcomer; problems: NewcomerProblem[] }

async function showInvitation(c: Context<Env>, invitation: Invitation, shown: Shown) {
  const { db, locale } = c.var
  const { scope, email } = invitation
  const report = scope.kind === 'report' ? await findReportById(db, scope.id) : undefined
  const person = email === null ? undefined : await findPersonByIdentity(db, 'email', email)
  const page = (
    <InvitationPage
      frame={frameOf(c, `/${locale}/invitations/${c.req.param('token')}`)}
      invitation={invitation}
      of={report?.title ?? words(locale)('the-site')}
      signInFirst={
        person === undefined || c.var.actor.kind !== 'visitor'
          ? null
          : signInAddress(locale, c.req.param('token') ?? '')
      }
      terms={(await findHolding(db)).newest}
      {...shown}
    />
  )
  return sendPage(c, page, shown.problems.length > 0 ? 422 : 200)
}

/** It stays open as long as it would: who is banned can take the role once that is over. */
function showBanned(c: Context<Env>, { until }: { until: Date }) {
  return sendPage(
    c,
    <InvitationBannedPage frame={frameOf(c, `/${c.var.locale}`)} until={until} />,
    403,
  )
}

/** Whoever accepted it and opens it or presses its button again simply goes on. */
async function showOver(c: Context<Env>, state: string, invitation: Invitation | undefined) {
  const { actor, locale } = c.var
  if (invitation?.acceptedBy && invitation.acceptedBy === actor.personId) {
    return c.redirect(await addressAfter(c, invitation), 303)
  }
  const page = (
    <InvitationOverPage frame={frameOf(c, `/${locale}`)} state={state} invitation={invitation} />
  )
  return sendPage(c, page, 404)
}
