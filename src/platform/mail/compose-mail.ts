import MailComposer from 'nodemailer/lib/mail-composer'
import { htmlOf, partsOf } from './mail-parts.ts'
import { isMailAddress, mailHost, oneLine, type Mail, type Mailing } from './mail.ts'

export type Composed = { messageId: string; bytes: Buffer }

/** The message as it will be sent, in plain text and in HTML that says the same; throws where an address is none: forms refuse it before. */
export async function composeMail(
  { from, publicUrl }: Mailing,
  { to, subject, text, lang, parts = partsOf(text), unsubscribe }: Mail,
  { id, now }: { id: string; now: Date },
): Promise<Composed> {
  if (!isMailAddress(to) || !isMailAddress(from)) throw new Error('not the address of a mailbox')
  const messageId = `<${id}@${mailHost(publicUrl)}>`
  const composer = new MailComposer({
    from: { name: '', address: from },
    to: { name: '', address: to },
    subject: oneLine(subject),
    text,
    html: htmlOf({ subject: oneLine(subject), lang: oneLine(lang), parts }),
    messageId,
    date: now,
    headers: {
      'Content-Language': oneLine(lang),
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribe !== undefined && {
        'List-Unsubscribe': `<${oneLine(unsubscribe)}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  })
  return { messageId, bytes: await composer.compile().build() }
}
