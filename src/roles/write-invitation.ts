import type { GrantedRole } from '../permissions.ts'
import type { Mail } from '../platform/mail/queue-mail.ts'
import { languageTags, sayDate, sayDateTime, type OfferedLocale } from '../platform/messages.ts'
import { lastDay } from './last-day.ts'
import { keyOf } from './say-role.ts'
import { words } from './words.ts'

type Facts = {
  email: string
  locale: OfferedLocale
  inviter: string
  role: GrantedRole | null
  delegated: boolean
  /** Of the report; null for the whole site. */
  title: string | null
  until: Date | null
  message: string | null
  address: string
  expiresAt: Date
}

/** The mail that invites somebody, in the language that the inviter chose for them. */
export function writeInvitation(facts: Facts): Mail {
  const { email, locale, inviter, role, delegated, title, until, message, address } = facts
  const say = words(locale)
  const site = new URL(address).host
  const asked = { inviter, site, of: title === null ? 'site' : 'report', title: title ?? '' }
  const named = { ...asked, role: role === null ? 'none' : keyOf(role) }
  const paragraphs = [
    say('mail-greeting'),
    say(delegated ? 'mail-delegates' : 'mail-invites', named),
    ...(until ? [say('mail-role-until', { until: sayDate(locale, lastDay(until)) })] : []),
    ...(message === null ? [] : [say('mail-message', { inviter, message })]),
    say('mail-go-on'),
    address,
    say('mail-expires', { until: sayDateTime(locale, facts.expiresAt) }),
    say('mail-not-wanted'),
  ]
  return {
    to: email,
    subject: say('mail-subject', { inviter, site }),
    text: `${paragraphs.join('\n\n')}\n`,
    lang: languageTags[locale],
  }
}
