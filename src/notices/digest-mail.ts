import type { Mail, Mailing } from '../platform/mail/mail.ts'
import { textOf, type MailPart } from '../platform/mail/mail-parts.ts'
import { sayDate, type OfferedLocale } from '../platform/messages.ts'
import { addressesOf, unsubscription } from './addresses.ts'
import type { DigestPart, Item } from './gather-details.ts'
import { sayItem, sayPassage, type Line } from './say-item.ts'
import { makeToken } from './unsubscription-token.ts'
import { words } from './words.ts'

export type Digest = {
  id: number
  personId: number
  email: string
  locale: OfferedLocale
  /** How many things are new: more than are shown. */
  count: number
  shown: number
  parts: readonly DigestPart[]
  /** Subscriptions that brought what is shown, with what each is called. */
  because: readonly { id: number; name: string }[]
}

/** What is new for somebody, in their language, with ways to be told less, or nothing any more. */
export function writeDigest(mailing: Mailing, digest: Digest, now: Date): Mail {
  const { locale, count, parts, email } = digest
  const say = words(locale)
  const [first, ...others] = parts
  const about = others.length === 0 && first ? first.report.title : null
  const subject =
    about === null
      ? say('digest-subject', { count })
      : say('digest-subject-one', { count, title: about })
  const pieces = [
    { kind: 'paragraph' as const, text: say('digest-lead', { count, date: sayDate(locale, now) }) },
    ...parts.flatMap((part) => piecesOf(mailing, locale, part)),
    ...endOf(mailing, digest),
  ]
  return {
    to: email,
    lang: locale,
    subject,
    text: textOf(pieces),
    parts: pieces,
    unsubscribe: endAddress(mailing, digest),
  }
}

function piecesOf(
  { publicUrl }: Mailing,
  locale: OfferedLocale,
  { report, passages }: DigestPart,
): MailPart[] {
  return [
    { kind: 'heading', level: 1, text: report.title, lang: report.lang },
    ...passages.flatMap(({ passage, items }): MailPart[] => [
      {
        kind: 'heading',
        level: 2,
        text: sayPassage(locale, passage),
        ...(passage && { lang: report.lang }),
      },
      ...items.map((item): MailPart => {
        const { sentence, path, quote } = lineOf(locale, item, report)
        return { kind: 'entry', text: sentence, href: `${publicUrl}${path}`, quote }
      }),
    ]),
  ]
}

/** Said once for all who are told of it. */
const lines = new WeakMap<Item, Map<OfferedLocale, Line>>()

function lineOf(locale: OfferedLocale, item: Item, report: DigestPart['report']): Line {
  const known = lines.get(item) ?? new Map<OfferedLocale, Line>()
  const line = known.get(locale) ?? sayItem(locale, item, report)
  lines.set(item, known.set(locale, line))
  return line
}

function endOf(mailing: Mailing, digest: Digest): MailPart[] {
  const { locale, count, shown, id, because } = digest
  const say = words(locale)
  const { publicUrl, key } = mailing
  const { notices, digest: all } = addressesOf(locale)
  return [
    ...(count > shown
      ? [
          {
            kind: 'entry' as const,
            text: say('digest-more', { count: count - shown }),
            href: `${publicUrl}${all(id)}`,
            quote: null,
          },
        ]
      : []),
    { kind: 'fine', text: say('digest-why') },
    ...because.map(({ id: subscription, name }): MailPart => ({
      kind: 'fine',
      text: say('stop-following', { name }),
      href: `${publicUrl}${unsubscription(locale, makeToken(key, { ends: 'subscription', id: subscription }))}`,
    })),
    { kind: 'fine', text: say('choose-how'), href: `${publicUrl}${notices}` },
    { kind: 'fine', text: say('stop-digests'), href: endAddress(mailing, digest) },
  ]
}

function endAddress({ publicUrl, key }: Mailing, { locale, personId }: Digest): string {
  return `${publicUrl}${unsubscription(locale, makeToken(key, { ends: 'digests', id: personId }))}`
}
