import type { Db } from '../platform/db/connect.ts'
import { queueMail, type Mail, type Mailing } from '../platform/mail/queue-mail.ts'
import { isOffered, languageTags, sayDateTime, type OfferedLocale } from '../platform/messages.ts'
import { findAccount } from './store.ts'
import { words } from './words.ts'

export type WayChange = {
  what: 'added' | 'removed'
  /** What the way in is called: an address, a provider's name, a passkey's. */
  way: string
  kind: 'email' | 'provider' | 'passkey'
}

/**
 * Tells a person that a way in was added or removed, at every address that they have and at `also`: who was
 * not the one to do it should hear of it wherever they look.
 */
export async function tellOfChange(
  tx: Db,
  mailing: Mailing,
  { personId, change, also = [] }: { personId: number; change: WayChange; also?: string[] },
  now: Date,
): Promise<void> {
  const account = await findAccount(tx, personId)
  if (!account) return
  const locale = isOffered(account.locale) ? account.locale : 'fr'
  for (const to of new Set([...account.emails, ...also])) {
    await queueMail(tx, mailing, writeWayMail(locale, to, { change, mailing, now }), now)
  }
}

type Facts = { change: WayChange; mailing: Mailing; now: Date }

function writeWayMail(locale: OfferedLocale, to: string, { change, mailing, now }: Facts): Mail {
  const say = words(locale)
  const site = new URL(mailing.publicUrl).host
  const { what, way, kind } = change
  const facts = { what, kind, way }
  const paragraphs = [
    say('mail-greeting'),
    say('way-mail', { ...facts, site, at: sayDateTime(locale, now) }),
    say('way-mail-not-you'),
    new URL(`/${locale}/account`, mailing.publicUrl).href,
  ]
  return {
    to,
    subject: say('way-mail-subject', { what, site }),
    text: `${paragraphs.join('\n\n')}\n`,
    lang: languageTags[locale],
  }
}
