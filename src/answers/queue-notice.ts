import { nameOf, type Contribution } from '../contributions/index.ts'
import { findAddress } from '../people/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { queueMail, type Mailing } from '../platform/mail/queue-mail.ts'
import type { Decision } from './answer.ts'
import { words } from './words.ts'

type Answering = { contribution: Contribution; decision: Decision; reason: string }

/** Tells the author, if they have an address, what was decided on their contribution, and why. */
export async function queueAnswerNotice(
  tx: Db,
  mailing: Mailing,
  { contribution, decision, reason }: Answering,
  now: Date,
): Promise<void> {
  const address = await findAddress(tx, contribution.authorId)
  if (!address) return
  const say = words(address.locale)
  const what = nameOf(address.locale, contribution)
  const page = `${mailing.publicUrl}/c/${contribution.number}`
  const mail = {
    to: address.email,
    lang: address.locale,
    subject: say('notice-subject', { what }),
    text: say('notice-text', { what, decision: say(decision), reason, page }),
  }
  await queueMail(tx, mailing, mail, now)
}
