import { nameOf, type Contribution } from '../contributions/index.ts'
import type { OfferedLocale } from '../platform/messages.ts'
import type { Decision } from './answer.ts'
import { sayDecision } from './say-decision.ts'
import { sayNumbers } from './say-numbers.ts'
import { words } from './words.ts'

type Answering = {
  /** Of one author. */
  contributions: readonly Contribution[]
  decision: Decision
  reason: string
  /** Of several amendments, where the editors made one wording of them. */
  madeTogether: readonly number[]
}

/** What tells an author, once, what was decided on all that is theirs, and why. */
export function writeAnswerNotice(
  locale: OfferedLocale,
  publicUrl: string,
  { contributions: theirs, decision, reason, madeTogether }: Answering,
): { subject: string; text: string } {
  const say = words(locale)
  const [first, ...others] = theirs
  const one = first !== undefined && others.length === 0
  const what = one ? nameOf(locale, first) : say('several', { count: theirs.length })
  const pages = theirs.map((contribution) => {
    const page = `${publicUrl}/c/${contribution.number}`
    return one ? page : `${say('named', { what: nameOf(locale, contribution) })} ${page}`
  })
  const together = theirs.some(({ number }) => madeTogether.includes(number))
  const made = together && say('notice-together', { numbers: sayNumbers(locale, madeTogether) })
  return {
    subject: say('notice-subject', { what }),
    text: say('notice-text', {
      count: theirs.length,
      what,
      decision: sayDecision(locale, decision, theirs),
      reason: made ? `${reason}\n\n${made}` : reason,
      pages: pages.join('\n'),
    }),
  }
}
