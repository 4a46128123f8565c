import { nameOf, type Contribution } from '../contributions/index.ts'
import { findAddress } from '../people/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { queueMail, type Mailing } from '../platform/mail/queue-mail.ts'
import type { Decision } from './answer.ts'
import { sayDecision } from './say-decision.ts'
import { sayNumbers } from './say-numbers.ts'
import { words } from './words.ts'

type Answering = {
  contributions: readonly Contribution[]
  decision: Decision
  reason: string
  /** Of several amendments, where the editors made one wording of them. */
  madeTogether: readonly number[]
}

/** Tells each author who has an address, once, what was decided on all that is theirs, and why. */
export async function queueAnswerNotices(
  tx: Db,
  mailing: Mailing,
  { contributions, decision, reason, madeTogether }: Answering,
  now: Date,
): Promise<void> {
  const byAuthor = Map.groupBy(contributions, ({ authorId }) => authorId)
  for (const [authorId, theirs] of byAuthor) {
    const address = await findAddress(tx, authorId)
    if (!address) continue
    const { locale, email } = address
    const say = words(locale)
    const [first, ...others] = theirs
    const one = first !== undefined && others.length === 0
    const what = one ? nameOf(locale, first) : say('several', { count: theirs.length })
    const pages = theirs.map((contribution) => {
      const page = `${mailing.publicUrl}/c/${contribution.number}`
      return one ? page : `${say('named', { what: nameOf(locale, contribution) })} ${page}`
    })
    const together = theirs.some(({ number }) => madeTogether.includes(number))
    const made = together && say('notice-together', { numbers: sayNumbers(locale, madeTogether) })
    const mail = {
      to: email,
      lang: locale,
      subject: say('notice-subject', { what }),
      text: say('notice-text', {
        count: theirs.length,
        what,
        decision: sayDecision(locale, decision, theirs),
        reason: made ? `${reason}\n\n${made}` : reason,
        pages: pages.join('\n'),
      }),
    }
    await queueMail(tx, mailing, mail, now)
  }
}
