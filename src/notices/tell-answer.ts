import { z } from 'zod'
import { findAnswer, writeAnswerNotice } from '../answers/index.ts'
import { listPending, type Contribution } from '../contributions/index.ts'
import { sealJournal } from '../journal/index.ts'
import { findAddress } from '../people/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import type { Task } from '../platform/jobs/task.ts'
import { partsOf, textOf, type MailPart } from '../platform/mail/mail-parts.ts'
import { queueMail, type Mailing } from '../platform/mail/queue-mail.ts'
import { addressesOf, unsubscription } from './addresses.ts'
import { saveAnswerTold } from './digest-store.ts'
import { findSetting } from './store.ts'
import { makeToken } from './unsubscription-token.ts'
import { words } from './words.ts'

const payload = z.object({
  reportId: z.number().int(),
  answerId: z.number().int(),
  madeTogether: z.array(z.number().int()),
})

/**
 * Tells each author, once, what was decided on all that is theirs, and why: one mail for one answer, after the journal
 * has sealed it. Done again it tells nobody again.
 */
export const tellAnswer: Task = async ({ db, mailing, now }, given) => {
  const { reportId, answerId, madeTogether } = payload.parse(given)
  await sealJournal(db, { wait: true })
  await inTransaction(db, async (tx) => {
    const answer = await findAnswer(tx, reportId, answerId)
    if (!answer) return
    const all = await listPending(tx, answer.contributionNumbers)
    const theirs = Map.groupBy(
      answer.contributionNumbers.flatMap((number) => all.get(number) ?? []),
      ({ authorId }) => authorId,
    )
    for (const [personId, contributions] of theirs) {
      const telling = { personId, contributions, answer, madeTogether }
      await tellAuthor(tx, mailing, telling, now())
    }
  })
}

type Telling = {
  personId: number
  contributions: readonly Contribution[]
  answer: NonNullable<Awaited<ReturnType<typeof findAnswer>>>
  /** Of several amendments, where the editors made one wording of them. */
  madeTogether: readonly number[]
}

async function tellAuthor(
  tx: Db,
  mailing: Mailing,
  { personId, contributions, answer, madeTogether }: Telling,
  now: Date,
): Promise<void> {
  const address = await findAddress(tx, personId)
  const { answers } = await findSetting(tx, personId)
  if (!address || !answers) return
  if (!(await saveAnswerTold(tx, { personId, answerId: answer.id }, now))) return
  const { locale, email: to } = address
  const { decision, reason } = answer
  const answering = { contributions, decision, reason, madeTogether }
  const { subject, text } = writeAnswerNotice(locale, mailing.publicUrl, answering)
  const token = makeToken(mailing.key, { ends: 'answers', id: personId })
  const unsubscribe = `${mailing.publicUrl}${unsubscription(locale, token)}`
  const say = words(locale)
  const parts: MailPart[] = [
    ...partsOf(text),
    { kind: 'fine', text: say('answer-why') },
    {
      kind: 'fine',
      text: say('choose-how'),
      href: `${mailing.publicUrl}${addressesOf(locale).notices}`,
    },
    { kind: 'fine', text: say('stop-answers'), href: unsubscribe },
  ]
  const mail = { to, lang: locale, subject, text: textOf(parts), parts, unsubscribe }
  await queueMail(tx, mailing, mail, now)
}
