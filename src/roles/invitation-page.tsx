import {
  NewcomerFields,
  summariseNewcomer,
  type NewcomerProblem,
  type TypedNewcomer,
} from '../people/index.ts'
import { inLanguage, sayDate, type Locale } from '../platform/messages.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { sayPerson } from '../ui/say-person.ts'
import type { Invitation } from './invitation.ts'
import { lastDay } from './last-day.ts'
import { keyOf, sayRole } from './say-role.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  invitation: Invitation
  /** What it is for, by name. */
  of: string
  /** Where to sign in before, where the address has an account that nobody is signed in to; else null. */
  signInFirst: string | null
  typed: TypedNewcomer
  problems: NewcomerProblem[]
  /** The version of the terms of use that holds. */
  terms: number
}

/** An open invitation: one button; for a newcomer, what they say of themselves in the same step. */
export function InvitationPage({ frame, invitation, of, signInFirst, ...said }: Props) {
  const { problems } = said
  const { locale, viewerName } = frame
  const say = words(locale)
  const { role, inviter, message, until, delegatedFrom } = invitation
  const title = say('invitation-title')
  const asked = {
    inviter,
    of,
    delegated: delegatedFrom === null ? 'no' : 'yes',
    role: role === null ? 'none' : sayRole(locale, role),
  }
  return (
    <Layout frame={frame} title={problems.length > 0 ? say('refused-title', { title }) : title}>
      <ErrorSummary locale={locale} problems={summariseNewcomer(locale, problems)} />
      <h1>{title}</h1>
      <p>{say('invitation-to', asked)}</p>
      {role !== null && (
        <p class="fine">{say('what-it-does', { does: say('role-does', { role: keyOf(role) }) })}</p>
      )}
      {until && <p>{say('invitation-role-until', { until: sayDate(locale, lastDay(until)) })}</p>}
      {message !== null && (
        <>
          <p>{say('invitation-message', { inviter })}</p>
          <blockquote class="said-words" {...inLanguage(invitation.locale)}>
            {message}
          </blockquote>
        </>
      )}
      <p class="notice">
        {sayAs({ frame, email: invitation.email ?? '', known: signInFirst !== null })}
      </p>
      {signInFirst === null ? (
        <form method="post" action={frame.path} class="stacked">
          {viewerName === null && <NewcomerFields locale={locale} {...said} />}
          <button type="submit">{say('accept')}</button>
        </form>
      ) : (
        <p>
          <a class="button" href={signInFirst}>
            {say('sign-in-first')}
          </a>
        </p>
      )}
      <p class="fine">{say('not-now')}</p>
    </Layout>
  )
}

/** Signing in, then the invitation again. */
export function signInAddress(locale: Locale, token: string): string {
  const back = encodeURIComponent(`/${locale}/invitations/${token}`)
  return `/${locale}/account/sign-in?return=${back}`
}

function sayAs({ frame, email, known }: { frame: Frame; email: string; known: boolean }): string {
  const say = words(frame.locale)
  if (frame.viewerName !== null) return say('accept-as', { name: frame.viewerName })
  return say(known ? 'accept-known' : 'accept-new', { email })
}

/** For whoever may not take part for a time where they would have a role. */
export function InvitationBannedPage({ frame, until }: { frame: Frame; until: Date }) {
  const { locale } = frame
  const say = words(locale)
  return (
    <Layout frame={frame} title={say('invitation-banned-title')}>
      <h1>{say('invitation-banned-title')}</h1>
      <p class="notice waiting">
        {say('invitation-banned', { until: sayDate(locale, lastDay(until)) })}
      </p>
      <p>
        <a href={`/${locale}/account#own-bans`}>{say('invitation-banned-why')}</a>
      </p>
    </Layout>
  )
}

type OverProps = { frame: Frame; state: string; invitation: Invitation | undefined }

/** An invitation that nobody can accept any more, and why. */
export function InvitationOverPage({ frame, state, invitation }: OverProps) {
  const { locale } = frame
  const say = words(locale)
  return (
    <Layout frame={frame} title={say('invitation-over-title')}>
      <h1>{say('invitation-over-title')}</h1>
      <p>
        {say('invitation-over', {
          state: keyOf(state),
          inviter: sayPerson(locale, invitation?.inviter ?? ''),
        })}
      </p>
      <p>
        <a href={`/${locale}`}>{say('go-on')}</a>
      </p>
    </Layout>
  )
}
