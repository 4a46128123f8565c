import type { Controversy } from '../controversies/index.ts'
import {
  listByNumbers,
  listContributions,
  nameOf,
  type Contribution,
} from '../contributions/index.ts'
import type { Group } from '../groups/index.ts'
import { can } from '../permissions.ts'
import { sayDate } from '../platform/messages.ts'
import type { Report } from '../reports/index.ts'
import type { Panel, Viewing } from '../request.ts'
import { Markdown } from '../ui/markdown.tsx'
import { sayPerson } from '../ui/say-person.ts'
import { addressesOf } from './addresses.ts'
import { largestGroup, type About, type Answer } from './answer.ts'
import { sayDecision } from './say-decision.ts'
import { listAnswersAbout } from './store.ts'
import { words } from './words.ts'

/** On a group's page: what it was answered, which of its contributions have an answer, and which still wait. */
export const groupAnswered: Panel<{ report: Report; group: Group }> = (
  viewing,
  { report, group },
) =>
  AnswersAbout({
    viewing,
    report,
    about: { kind: 'group', id: group.id },
    numbers: group.numbers,
    open: group.dissolvedAt === null,
  })

/** The same on a controversy's. */
export const controversyAnswered: Panel<{ report: Report; controversy: Controversy }> = (
  viewing,
  { report, controversy },
) =>
  AnswersAbout({
    viewing,
    report,
    about: { kind: 'controversy', id: controversy.id },
    numbers: controversy.positions.flatMap((position) => position.numbers),
    open: true,
  })

type Props = {
  viewing: Viewing
  report: Report
  about: About
  numbers: readonly number[]
  /** Whether it can still be answered. */
  open: boolean
}

async function AnswersAbout({ viewing, report, about, numbers, open }: Props) {
  const { db, locale, actor } = viewing
  const say = words(locale)
  const answers = await listAnswersAbout(db, about)
  const waiting = await listWaiting(viewing, report, numbers)
  const mayAnswer = open && can(actor, 'contribution.answer', { reportId: report.id })
  const chosen = waiting.map(({ number }) => number).slice(0, largestGroup)
  return (
    <section aria-labelledby="answer-title">
      <h2 id="answer-title">{say('answer')}</h2>
      {answers.length === 0 && (
        <p class="empty">{say('not-answered-as-one', { kind: about.kind })}</p>
      )}
      {await Promise.all(
        answers.map(async (answer) => GivenAnswer({ viewing, report, answer, of: about })),
      )}
      {await OthersAnswered({ viewing, numbers, answers })}
      {waiting.length > 0 && (
        <p>
          {say('still-wait', { count: waiting.length })} <Named viewing={viewing} some={waiting} />
        </p>
      )}
      {mayAnswer && chosen.length > 0 && (
        <p>
          <a class="button" href={addressesOf(locale, report).answering(chosen, { about })}>
            {say('answer-these', { count: chosen.length })}
          </a>
        </p>
      )}
    </section>
  )
}

/** Those of them that the editors owe an answer, the oldest first. */
function listWaiting({ db }: Viewing, report: Report, numbers: readonly number[]) {
  return listContributions(
    db,
    { reportId: report.id, among: numbers, waiting: true },
    { order: 'oldest', limit: numbers.length, offset: 0 },
  )
}

type GivenProps = Pick<Props, 'viewing' | 'report'> & { answer: Answer; of: About }

async function GivenAnswer({ viewing, report, answer, of }: GivenProps) {
  const { db, locale } = viewing
  const say = words(locale)
  const some = (await listByNumbers(db, answer.contributionNumbers)).toReversed()
  return (
    <div class={`answer ${answer.decision}`}>
      <p class="decision">{sayDecision(locale, answer.decision, some)}</p>
      <p class="fine">
        {say('given-as-one', { kind: of.kind, count: answer.contributionNumbers.length })}{' '}
        <Named viewing={viewing} some={some} />
      </p>
      <Markdown source={answer.reason} lang={report.lang} />
      <p class="byline">
        {say('answered-by', {
          name: sayPerson(locale, answer.answeredBy),
          date: sayDate(locale, answer.answeredAt),
        })}
      </p>
    </div>
  )
}

type OthersProps = Pick<Props, 'viewing' | 'numbers'> & { answers: readonly Answer[] }

/** Those that were answered on their own, before or after. */
async function OthersAnswered({ viewing, numbers, answers }: OthersProps) {
  const together = new Set(answers.flatMap(({ contributionNumbers }) => contributionNumbers))
  const apart = numbers.filter((number) => !together.has(number))
  const settled = (await listByNumbers(viewing.db, apart)).filter(({ settledAt }) => settledAt)
  if (settled.length === 0) return null
  return (
    <p>
      {words(viewing.locale)('answered-apart', { count: settled.length })}{' '}
      <Named viewing={viewing} some={settled.toReversed()} />
    </p>
  )
}

/** Linked by their names; of more than that, the rest is counted. */
const named = 20

function Named({ viewing: { locale }, some }: { viewing: Viewing; some: readonly Contribution[] }) {
  const more = some.length - named
  return (
    <>
      {some.slice(0, named).map((one, at) => (
        <>
          {at > 0 && ', '}
          <a href={`/${locale}/contributions/${one.number}`}>{nameOf(locale, one)}</a>
        </>
      ))}
      {more > 0 && ` ${words(locale)('and-more', { count: more })}`}
    </>
  )
}
