import type { Db } from '../db/connect.ts'
import { openContent } from './content.ts'
import type { Mail } from './mail.ts'
import { deleteMailsBefore, emptyMail, listContents, lockContent } from './store.ts'

/** Deletes what is left of mails that left, or were given up, before then. */
export function forgetMails(db: Db, before: Date): Promise<void> {
  return deleteMailsBefore(db, before)
}

type Waiting = {
  messageId: string
  queuedAt: Date
  sentAt: Date | null
  subject: string
  text: string
}

/** Which mails are meant, by what they say. */
type Meant = (mail: Mail) => boolean

/** What is kept of mails: of those that wait, and where there is no mail server of all. */
export async function listMails(db: Db, key: Uint8Array, meant: Meant): Promise<Waiting[]> {
  const found = await findMails(db, key, meant)
  return found.map(({ messageId, queuedAt, sentAt, mail: { subject, text } }) => ({
    messageId,
    queuedAt,
    sentAt,
    subject,
    text,
  }))
}

/**
 * Empties mails. One that is being handed to a mail server is waited for, and has left; one that waits is given
 * up.
 */
export async function emptyMails(tx: Db, key: Uint8Array, meant: Meant, now: Date): Promise<void> {
  for (const { id } of await findMails(tx, key, meant)) {
    const kept = await lockContent(tx, id)
    if (kept) await emptyMail(tx, { id, sent: kept.sentAt !== null }, now)
  }
}

async function findMails(db: Db, key: Uint8Array, meant: Meant) {
  const contents = await listContents(db)
  return contents.flatMap(({ content, ...kept }) => {
    const mail = openOwn(key, kept.messageId, content)
    return mail && meant(mail) ? [{ ...kept, mail }] : []
  })
}

/** Null for what was written down under another SECRET: nobody can open it any more. */
function openOwn(key: Uint8Array, messageId: string, content: Buffer): Mail | null {
  try {
    return openContent(key, messageId, content)
  } catch {
    return null
  }
}
