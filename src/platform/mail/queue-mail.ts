import { randomUUID } from 'node:crypto'
import type { Db } from '../db/connect.ts'
import { enqueueAll } from '../jobs/enqueue.ts'
import { composeMail } from './compose-mail.ts'
import { sealContent } from './content.ts'
import type { MailPart } from './mail-parts.ts'
import { oneLine, unturned, type Mail, type Mailing } from './mail.ts'
import { saveMails } from './store.ts'

export type { Mail, Mailing }

/** Writes the mail down and enqueues its sending, in the act's own transaction. */
export function queueMail(tx: Db, mailing: Mailing, asked: Mail, now: Date): Promise<void> {
  return queueMails(tx, mailing, [asked], now)
}

/** The same for many, in as many statements as for one; `later`: whatever else waits is sent before them. */
export async function queueMails(
  tx: Db,
  mailing: Mailing,
  asked: readonly Mail[],
  now: Date,
  { later = false }: { later?: boolean } = {},
): Promise<void> {
  const written = []
  for (const one of asked) written.push(await write(mailing, one, now))
  const ids = await saveMails(tx, written)
  await enqueueAll(
    tx,
    'mail.send',
    ids.map((id) => ({ id })),
    { later },
  )
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
