import { randomUUID } from 'node:crypto'
import type { Db } from '../db/connect.ts'
import { inBatches } from '../db/in-batches.ts'
import { enqueue, enqueueLater } from '../jobs/enqueue.ts'
import { composeMail } from './compose-mail.ts'
import { sealContent } from './content.ts'
import type { MailPart } from './mail-parts.ts'
import { oneLine, unturned, type Mail, type Mailing } from './mail.ts'
import { saveMails } from './store.ts'

export type { Mail, Mailing }

/** Writes the mail down and enqueues its sending, in the act's own transaction. */
export async function queueMail(tx: Db, mailing: Mailing, asked: Mail, now: Date): Promise<void> {
  const ids = await saveMails(tx, [await write(mailing, asked, now)])
  for (const id of ids) await enqueue(tx, 'mail.send', { id })
}

/** Mails of one job: each is still sent, and known to be sent, by itself. */
const sentTogether = 50

/** The same for many, in a few statements; whatever else waits is sent before them. */
export async function queueMails(
  tx: Db,
  mailing: Mailing,
  asked: readonly Mail[],
  now: Date,
): Promise<void> {
  const written = []
  for (const one of asked) written.push(await write(mailing, one, now))
  for (const ids of inBatches(await saveMails(tx, written), sentTogether)) {
    await enqueueLater(tx, 'mail.send', { ids })
  }
}

async function write(mailing: Mailing, asked: Mail, now: Date) {
  const { to, lang } = asked
  const subject = oneLine(unturned(asked.subject))
  const text = unturned(asked.text)
  const parts = asked.parts?.map(unturnedPart)
  const composing = { ...asked, subject, text, ...(parts && { parts }) }
  const { messageId, bytes } = await composeMail(mailing, composing, { id: randomUUID(), now })
  const content = sealContent(mailing.key, messageId, { to, lang, subject, text, bytes })
  return { messageId, content, queuedAt: now }
}

function unturnedPart(part: MailPart): MailPart {
  if (part.kind !== 'entry' || !part.quote) return { ...part, text: unturned(part.text) }
  const quote = { ...part.quote, text: unturned(part.quote.text) }
  return { ...part, text: unturned(part.text), quote }
}
