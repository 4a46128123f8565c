import type { Contribution } from '../contributions/index.ts'
import { findAddress } from '../people/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { queueMail, type Mailing } from '../platform/mail/queue-mail.ts'
import { sayDateTime, type OfferedLocale } from '../platform/messages.ts'
import { kindOf, type Appeal } from './appeal.ts'
import type { Flag } from './flag.ts'
import { queueToFlagger } from './flag-mail.ts'
import { words } from './words.ts'

type Written = { subject: string; texts: string[] }

/** Who contests: the author of what was hidden, or whoever flagged. */
export type Appellant = { said: Contribution; flag: Flag | undefined }

type Receipt = Appellant & { appeal: Pick<Appeal, 'id' | 'decisionId' | 'receivedAt'>; until: Date }

/** Says that it was received, and until when somebody else decides. */
export function queueAppealReceipt(
  tx: Db,
  mailing: Mailing,
  { appeal, until, ...appellant }: Receipt,
  now: Date,
): Promise<void> {
  const { id, decisionId, receivedAt } = appeal
  const { number } = appellant.said
  const write = (locale: OfferedLocale): Written => {
    const say = words(locale)
    const date = sayDateTime(locale, receivedAt)
    return {
      subject: say('appeal-mail-subject', { id }),
      texts: [
        say('appeal-mail-received', { id, number, date }),
        say('appeal-mail-due', { until: sayDateTime(locale, until) }),
      ],
    }
  }
  return queueTo(tx, mailing, { ...appellant, decisionId, write }, now)
}

type Answered = Appellant & { appeal: Appeal }

/** Says what became of it and why, and what is left: bodies outside and the courts. */
export function queueAppealAnswer(
  tx: Db,
  mailing: Mailing,
  { appeal, ...appellant }: Answered,
  now: Date,
): Promise<void> {
  const { id, decisionId, outcome, answer } = appeal
  const { number } = appellant.said
  const write = (locale: OfferedLocale): Written => {
    const say = words(locale)
    return {
      subject: say('appeal-answer-subject', { id }),
      texts: [
        say('appeal-answer', { kind: kindOf(appeal), number, outcome: outcome ?? 'confirmed' }),
        answer ?? '',
        say('decided-by-another'),
        say('redress-outside'),
      ],
    }
  }
  return queueTo(tx, mailing, { ...appellant, decisionId, write }, now)
}

type To = Appellant & {
  decisionId: number | null
  write: (locale: OfferedLocale) => Written
}

async function queueTo(
  tx: Db,
  mailing: Mailing,
  { said, flag, decisionId, write }: To,
  now: Date,
): Promise<void> {
  if (flag) return queueToFlagger(tx, mailing, { flag, asked: null, write }, now)
  const address = await findAddress(tx, said.authorId)
  if (!address) return
  const { email: to, locale: lang } = address
  const { subject, texts } = write(lang)
  const path = `/${lang}/contributions/${said.number}/decisions/${decisionId}`
  const text = [...texts, new URL(path, mailing.publicUrl).href].join('\n\n')
  await queueMail(tx, mailing, { to, lang, subject, text }, now)
}
