import type { Mail } from '../platform/mail/queue-mail.ts'
import { languageTags, sayDateTime, type Locale } from '../platform/messages.ts'
import { words } from './words.ts'

type Facts = { email: string; name: string; address: string; until: Date }

/** The mail with the link that proves an address, in the language of the page on which it was asked for. */
export function writeProofMail(locale: Locale, { email, name, address, until }: Facts): Mail {
  const say = words(locale)
  const site = new URL(address).host
  const paragraphs = [
    say('proof-mail-greeting'),
    say('proof-mail-asked', { name, site }),
    address,
    say('proof-mail-until', { until: sayDateTime(locale, until) }),
    say('proof-mail-not-you'),
  ]
  return {
    to: email,
    subject: say('proof-mail-subject', { name }),
    text: `${paragraphs.join('\n\n')}\n`,
    lang: languageTags[locale],
  }
}
