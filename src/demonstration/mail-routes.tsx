import { Hono } from 'hono'
import { openContent } from '../platform/mail/content.ts'
import { listKeptMail, type KeptMail } from '../platform/mail/store.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { MailPage, type ShownMail } from './mail-page.tsx'

/** Enough for a link that was asked for while the receipts of the first start are still being written. */
const shown = 200

/** The mailbox of a demonstration that has no mail server; to be mounted nowhere else. */
export const demonstrationMailRoutes = new Hono<Env>().get('/demonstration/mail', async (c) => {
  const { db, mailing, publicUrl } = c.var
  const kept = await listKeptMail(db, shown)
  const mails = kept.flatMap((mail) => openKept(mailing.key, mail))
  const page = <MailPage frame={frameOf(c)} mails={mails} publicUrl={publicUrl} />
  c.header('Cache-Control', 'private, no-store')
  return sendPage(c, page)
})

/** None where it was written under a secret that this program has no longer. */
function openKept(key: Uint8Array, { id, messageId, sentAt, content }: KeptMail): ShownMail[] {
  try {
    const { to, subject, text, lang } = openContent(key, messageId, content)
    return [{ id, to, subject, text, lang, sentAt }]
  } catch {
    return []
  }
}
