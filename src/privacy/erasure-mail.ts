import type { ErasedTexts } from '../contributions/index.ts'
import type { Mail, Mailing } from '../platform/mail/queue-mail.ts'
import { isOffered, languageTags, sayDate } from '../platform/messages.ts'
import { words } from './words.ts'

type Facts = { to: string; dueAt: Date; mailing: Mailing }

/** Says that an erasure was asked for, when it will be done, and how it is called off: also to who did not ask. */
export function writeErasureMail(
  { locale }: { locale: string },
  { to, dueAt, texts, mailing }: Facts & { texts: ErasedTexts },
): Mail {
  const { say, told, account, lang } = prepare(locale, { dueAt, mailing })
  const paragraphs = [
    say('mail-greeting'),
    say('erasure-mail', { ...told, texts }),
    say('erasure-mail-call-off'),
    `${account}/erasure`,
  ]
  const subject = say('erasure-mail-subject', told)
  return { to, subject, text: `${paragraphs.join('\n\n')}\n`, lang }
}

/** Says to whoever is erased that an administrator has done it, at once. */
export function writeErasedMail(
  { locale }: { locale: string },
  { to, dueAt, mailing }: Facts,
): Mail {
  const { say, told, site, lang } = prepare(locale, { dueAt, mailing })
  const paragraphs = [say('mail-greeting'), say('erased-mail', told), say('erased-mail-ask'), site]
  const subject = say('erased-mail-subject', told)
  return { to, subject, text: `${paragraphs.join('\n\n')}\n`, lang }
}

/** Says that an erasure whose day has come waits, and where it is read for what. */
export function writeHinderedMail(
  { locale }: { locale: string },
  { to, dueAt, mailing }: Facts,
): Mail {
  const { say, told, account, lang } = prepare(locale, { dueAt, mailing })
  const paragraphs = [say('mail-greeting'), say('hindered-mail', told), `${account}/erasure`]
  const subject = say('hindered-mail-subject', told)
  return { to, subject, text: `${paragraphs.join('\n\n')}\n`, lang }
}

/** Says to somebody that their account, which nobody used for long, will be erased, and how to keep it. */
export function writeIdleMail({ locale }: { locale: string }, { to, dueAt, mailing }: Facts): Mail {
  const { say, told, account, lang } = prepare(locale, { dueAt, mailing })
  const paragraphs = [say('mail-greeting'), say('idle-mail', told), say('idle-mail-keep'), account]
  const subject = say('idle-mail-subject', told)
  return { to, subject, text: `${paragraphs.join('\n\n')}\n`, lang }
}

function prepare(kept: string, { dueAt, mailing }: Omit<Facts, 'to'>) {
  const locale = isOffered(kept) ? kept : 'fr'
  const site = new URL(mailing.publicUrl).host
  return {
    say: words(locale),
    told: { site, date: sayDate(locale, dueAt) },
    account: new URL(`/${locale}/account`, mailing.publicUrl).href,
    site: new URL(`/${locale}/privacy`, mailing.publicUrl).href,
    lang: languageTags[locale],
  }
}
