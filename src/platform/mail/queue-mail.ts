import { randomUUID } from 'node:crypto'
import type { Db } from '../db/connect.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { composeMail } from './compose-mail.ts'
import { sealContent } from './content.ts'
import { oneLine, unturned, type Mail, type Mailing } from './mail.ts'
import { saveMail } from './store.ts'

export type { Mail, Mailing }

/** Writes the mail down and enqueues its sending, in the act's own transaction. */
export async function queueMail(tx: Db, mailing: Mailing, asked: Mail, now: Date): Promise<void> {
  const mail = { ...asked, subject: oneLine(unturned(asked.subject)), text: unturned(asked.text) }
  const { messageId, bytes } = await composeMail(mailing, mail, { id: randomUUID(), now })
  const content = sealContent(mailing.key, messageId, { ...mail, bytes })
  const id = await saveMail(tx, { messageId, content, queuedAt: now })
  await enqueue(tx, 'mail.send', { id })
}
