import type { Contribution } from '../contributions/index.ts'
import { findAddress } from '../people/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { queueMail, type Mailing } from '../platform/mail/queue-mail.ts'
import type { Decision } from './decision.ts'
import { words } from './words.ts'

type Notice = {
  /** As it was before the decision. */
  said: Contribution
  decision: Pick<Decision, 'outcome' | 'reason'>
  becomes: 'pending' | 'published' | 'withheld'
}

/** Tells the author, if they have an address, what was decided and why. */
export async function queueNotice(
  tx: Db,
  mailing: Mailing,
  { said, decision, becomes }: Notice,
  now: Date,
): Promise<void> {
  const address = await findAddress(tx, said.authorId)
  if (!address) return
  const say = words(address.locale)
  const { number } = said
  const kind = decision.outcome === 'undone' ? `undone_${becomes}` : `${becomes}_${said.state}`
  const facts = { kind, number, reason: decision.reason, page: `${mailing.publicUrl}/c/${number}` }
  const mail = {
    to: address.email,
    lang: address.locale,
    subject: say('notice-subject', { kind, number }),
    text: say('notice-text', facts),
  }
  await queueMail(tx, mailing, mail, now)
}
