import type { Contribution } from '../contributions/index.ts'
import { findAddress } from '../people/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { queueMail, type Mailing } from '../platform/mail/queue-mail.ts'
import type { Decision } from './decision.ts'
import { findReasons } from './find-reasons.ts'
import { statementOf } from './statement.ts'
import { words } from './words.ts'

type Notice = {
  /** As it was before the decision. */
  said: Contribution
  decision: Omit<Decision, 'decidedBy' | 'decidedById' | 'asWithholding'>
  becomes: 'pending' | 'published' | 'withheld'
}

/** Tells the author, if they have an address, what was decided, with the statement of reasons where something is hidden. */
export async function queueNotice(
  tx: Db,
  mailing: Mailing,
  { said, decision, becomes }: Notice,
  now: Date,
): Promise<void> {
  const address = await findAddress(tx, said.authorId)
  if (!address) return
  const { email: to, locale: lang } = address
  const say = words(lang)
  const { number } = said
  const kind = kindOf(decision, said, becomes)
  const here = `${mailing.publicUrl}/${lang}/contributions/${number}`
  const page = decision.reason === '' ? here : `${here}/decisions/${decision.id}`
  const reasons =
    decision.reason === ''
      ? []
      : statementOf(lang, { ...(await findReasons(tx, decision)), contest: 'open' }).map(
          ({ term, text }) => `${term}\n${text}`,
        )
  const text = [say('notice-text', { kind, number }), ...reasons, page].join('\n\n')
  await queueMail(
    tx,
    mailing,
    { to, lang, subject: say('notice-subject', { kind, number }), text },
    now,
  )
}

function kindOf(
  { outcome }: Pick<Decision, 'outcome'>,
  said: Contribution,
  becomes: Notice['becomes'],
): string {
  if (outcome === 'undone') return `undone_${becomes}`
  return outcome === 'cut' ? 'cut' : `${becomes}_${said.state}`
}
