import type { Mail } from '../platform/mail/queue-mail.ts'
import { languageTags, sayDateTime, type Locale } from '../platform/messages.ts'
import { words } from './words.ts'

type Facts = { email: string; address: string; until: Date }

/** The mail with the link, in the language of the page on which it was asked for. */
export function writeSignInMail(locale: Locale, { email, address, until }: Facts): Mail {
  const say = words(locale)
  const site = new URL(address).host
  const paragraphs = [
    say('mail-greeting'),
    say('mail-asked', { email, site }),
    address,
    say('mail-until', { until: sayDateTime(locale, until) }),
    say('mail-not-you'),
  ]
  return {
    to: email,
    subject: say('mail-subject', { site }),
    text: `${paragraphs.join('\n\n')}\n`,
    lang: languageTags[locale],
  }
}
