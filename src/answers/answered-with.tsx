import { listCredits, nameOf } from '../contributions/index.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Locale } from '../platform/messages.ts'
import type { Answer } from './answer.ts'
import { words } from './words.ts'

/** Linked by their names; of more than that, the rest is counted. */
const named = 20

type Props = { db: Db; locale: Locale; answer: Answer; number: number }

/** The contributions that one answer was given to, where they are several. */
export async function AnsweredWith({ db, locale, answer, number }: Props) {
  const { contributionNumbers } = answer
  if (contributionNumbers.length === 1) return null
  const say = words(locale)
  const others = contributionNumbers.filter((one) => one !== number)
  const credits = await listCredits(db, others.slice(0, named))
  const linked = [...credits].toSorted(([one], [other]) => one - other)
  const more = others.length - credits.size
  return (
    <p class="fine">
      {say('answered-with', { count: contributionNumbers.length })}{' '}
      {linked.map(([other, { kind }], at) => (
        <>
          {at > 0 && ', '}
          <a href={`/${locale}/contributions/${other}`}>
            {nameOf(locale, { kind, number: other })}
          </a>
        </>
      ))}
      {more > 0 && ` ${say('and-more', { count: more })}`}
    </p>
  )
}
