import { findAddress } from '../people/index.ts'
import { sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { newToken } from '../platform/ids.ts'
import { queueMail, type Mailing } from '../platform/mail/queue-mail.ts'
import { isOffered, sayDateTime, type OfferedLocale } from '../platform/messages.ts'
import { contestUntil } from './contest.ts'
import type { Flag, Verdict } from './flag.ts'
import { saveFlagLink } from './flag-store.ts'
import { words } from './words.ts'

/** The path of a page, without its language, by which whoever has it follows a flag; `askedAt`: as `flag_link` has it. */
export async function makeFlagLink(tx: Db, flag: Flag, askedAt: Date | null): Promise<string> {
  const token = newToken()
  await saveFlagLink(tx, { tokenSha256: sha256(token), flagId: flag.id, askedAt })
  return `/flags/${token}`
}

type Receipt = { flag: Flag; again: boolean; until: Date }

/** Says that it was received, or was before; with nothing that was typed: anybody may have given that address. */
export async function queueFlagReceipt(
  tx: Db,
  mailing: Mailing,
  { flag, again, until }: Receipt,
  now: Date,
): Promise<void> {
  const { reference, contributionNumber: number, receivedAt } = flag
  const write = (locale: OfferedLocale): Written => {
    const say = words(locale)
    return {
      subject: say('flag-mail-subject', { reference }),
      texts: [
        say('flag-mail-received', {
          again: again ? 'yes' : 'no',
          reference,
          number,
          date: sayDateTime(locale, receivedAt),
        }),
        flag.verdictId === null ? say('flag-mail-due', { until: sayDateTime(locale, until) }) : '',
        say('flag-mail-follow'),
      ],
      end: say('flag-mail-not-you'),
    }
  }
  await queueToFlagger(tx, mailing, { flag, asked: now, write }, now)
}

type Answer = {
  flag: Flag
  verdict: Pick<Verdict, 'outcome' | 'reason' | 'appealId' | 'decidedAt'>
}

/** Says what was decided on it, by whom it can be decided again, and until when. */
export async function queueFlagAnswer(
  tx: Db,
  mailing: Mailing,
  { flag, verdict }: Answer,
  now: Date,
): Promise<void> {
  const { reference, contributionNumber: number } = flag
  const { outcome, reason, appealId, decidedAt } = verdict
  const write = (locale: OfferedLocale): Written => {
    const say = words(locale)
    const until = sayDateTime(locale, contestUntil(decidedAt))
    const contestable = outcome === 'dismissed' && appealId === null
    return {
      subject: say('flag-answer-subject', { reference }),
      texts: [
        say('flag-answer', { outcome, reference, number }),
        reason,
        say('decided-by-person'),
        contestable ? say('flag-contest-until', { until }) : '',
        say('redress-outside'),
        say('flag-mail-follow'),
      ],
    }
  }
  await queueToFlagger(tx, mailing, { flag, asked: null, write }, now)
}

/** Says that what was decided on it was taken back, and that it waits again. */
export async function queueFlagReopened(
  tx: Db,
  mailing: Mailing,
  flag: Flag,
  now: Date,
): Promise<void> {
  const { reference, contributionNumber: number } = flag
  const write = (locale: OfferedLocale): Written => {
    const say = words(locale)
    return {
      subject: say('flag-reopened-subject', { reference }),
      texts: [say('flag-reopened', { reference, number }), say('flag-mail-follow')],
    }
  }
  await queueToFlagger(tx, mailing, { flag, asked: null, write }, now)
}

type Written = { subject: string; texts: readonly string[]; end?: string }
type To = { flag: Flag; asked: Date | null; write: (locale: OfferedLocale) => Written }

/** Writes to whoever flagged; nothing where they have no address, or are forgotten. The link follows the texts. */
export async function queueToFlagger(
  tx: Db,
  mailing: Mailing,
  { flag, asked, write }: To,
  now: Date,
): Promise<void> {
  const address = await addressOf(tx, flag)
  if (!address) return
  const { email: to, locale: lang } = address
  const { subject, texts, end = '' } = write(lang)
  const page = new URL(`/${lang}${await makeFlagLink(tx, flag, asked)}`, mailing.publicUrl).href
  const text = [...texts, page, end].filter((one) => one !== '').join('\n\n')
  await queueMail(tx, mailing, { to, lang, subject, text }, now)
}

async function addressOf(tx: Db, { personId, email, locale }: Flag) {
  if (personId !== null) return findAddress(tx, personId)
  return email === null
    ? undefined
    : { email, locale: isOffered(locale) ? locale : ('fr' as const) }
}
