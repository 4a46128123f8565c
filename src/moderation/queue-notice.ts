import type { Contribution } from '../contributions/index.ts'
import { findAddress } from '../people/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { queueMail, type Mailing } from '../platform/mail/queue-mail.ts'
import { words } from './words.ts'

type Notice = { said: Contribution; kind: 'withheld' | 'released'; reason: string }

/** Tells the author, if they have an address: why it was withheld, or that it is public again. */
export async function queueNotice(
  tx: Db,
  mailing: Mailing,
  { said, kind, reason }: Notice,
  now: Date,
): Promise<void> {
  const address = await findAddress(tx, said.authorId)
  if (!address) return
  const say = words(address.locale)
  const { number } = said
  const page = `${mailing.publicUrl}/c/${number}`
  const mail = {
    to: address.email,
    lang: address.locale,
    subject: say('notice-subject', { kind, number }),
    text: say('notice-text', { kind, number, reason, page }),
  }
  await queueMail(tx, mailing, mail, now)
}
