import type { Mail } from '../platform/mail/queue-mail.ts'
import { languageTags, sayDateTime, type Locale } from '../platform/messages.ts'
import { words } from './words.ts'

type Facts = { email: string; address: string; until: Date }

/** The mail with the link, in the language of the page on which it was asked for. */
export function writeSignInMail(locale: Locale, facts: Facts): Mail {
  const say = words(locale)
  const { email } = facts
  const site = new URL(facts.address).host
  return writeLinkMail(locale, facts, {
    subject: say('mail-subject', { site }),
    asked: say('mail-asked', { email, site }),
    notYou: say('mail-not-you'),
  })
}

/** The mail with the link by which somebody proves an address to be theirs. */
export function writeAddressMail(locale: Locale, facts: Facts): Mail {
  const say = words(locale)
  const { email } = facts
  const site = new URL(facts.address).host
  return writeLinkMail(locale, facts, {
    subject: say('address-mail-subject', { site }),
    asked: say('address-mail-asked', { email, site }),
    notYou: say('address-mail-not-you'),
  })
}

type Sentences = { subject: string; asked: string; notYou: string }

function writeLinkMail(locale: Locale, { email, address, until }: Facts, said: Sentences): Mail {
  const say = words(locale)
  const paragraphs = [
    say('mail-greeting'),
    said.asked,
    address,
    say('mail-until', { until: sayDateTime(locale, until) }),
    said.notYou,
  ]
  return {
    to: email,
    subject: said.subject,
    text: `${paragraphs.join('\n\n')}\n`,
    lang: languageTags[locale],
  }
}
