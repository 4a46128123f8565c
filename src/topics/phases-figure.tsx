import { inLanguage, sayDate, type Locale } from '../platform/messages.ts'
import type { Day } from '../platform/paris-days.ts'
import type { Report } from '../reports/index.ts'
import { topicAddresses } from './addresses.ts'
import { daysFrom, stateOf } from './phase.ts'
import { nameOfPhase, sayDates } from './say-phase.ts'
import type { TopicOfReport } from './subject.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  report: Report
  topics: readonly TopicOfReport[]
  today: Day
}

/** In CSS pixels; across, everything is a share of the width that there is. */
const height = 18

/** When each topic is open, from the first day of all to the last; the same as a table. */
export function PhasesFigure(props: Props) {
  const { locale, report, topics, today } = props
  const say = words(locale)
  const days = topics.flatMap(({ phases }) =>
    phases.flatMap(({ opensOn, closesOn }) => [opensOn, closesOn]),
  )
  const [first, last] = [days.toSorted().at(0), days.toSorted().at(-1)]
  if (first === undefined || last === undefined) return null
  const own = inLanguage(report.lang)
  return (
    <figure class="phases" aria-labelledby="phases-title">
      <figcaption id="phases-title">
        <h2>{say('calendar')}</h2>
      </figcaption>
      <div aria-hidden="true">
        {topics.map((entry) => (
          <div class="line">
            <p {...own}>{entry.topic.title}</p>
            <Bars {...entry} first={first} last={last} today={today} />
          </div>
        ))}
        <p class="ends fine">
          <span>{sayDate(locale, new Date(first))}</span>
          <span>{sayDate(locale, new Date(last))}</span>
        </p>
        {first <= today && today <= last && (
          <p class="fine key">{say('line-is-today', { date: sayDate(locale, new Date(today)) })}</p>
        )}
      </div>
      <details>
        <summary>{say('as-table')}</summary>
        <PhasesTable {...props} />
      </details>
    </figure>
  )
}

type BarsProps = TopicOfReport & { first: Day; last: Day; today: Day }

function Bars({ phases, first, last, today }: BarsProps) {
  const length = daysFrom(first, last) + 1
  const share = (days: number) => `${Math.round((days / length) * 1000) / 10}%`
  const now = daysFrom(first, today)
  return (
    <svg class="plot" width="100%" height={height}>
      <line class="axis" x1="0" x2="100%" y1={height / 2} y2={height / 2} />
      {phases.map((phase) => (
        <rect
          class={stateOf(phase, today)}
          x={share(daysFrom(first, phase.opensOn))}
          width={share(daysFrom(phase.opensOn, phase.closesOn) + 1)}
          y="3"
          height={height - 6}
          rx="3"
        />
      ))}
      {now >= 0 && now < length && (
        <line class="today" x1={share(now + 0.5)} x2={share(now + 0.5)} y1="0" y2={height} />
      )}
    </svg>
  )
}

function PhasesTable({ locale, report, topics, today }: Props) {
  const say = words(locale)
  const there = topicAddresses(locale, report)
  const own = inLanguage(report.lang)
  return (
    <section class="table" tabindex={0} aria-label={say('calendar')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('column-topic')}</th>
            <th scope="col">{say('column-phase')}</th>
            <th scope="col">{say('column-dates')}</th>
            <th scope="col">{say('column-state')}</th>
          </tr>
        </thead>
        <tbody>
          {topics.flatMap(({ topic, phases }) =>
            phases.map((phase) => {
              const name = nameOfPhase(locale, phase, phases)
              return (
                <tr>
                  <th scope="row">
                    <a href={there.topic(topic)} {...own}>
                      {topic.title}
                    </a>
                  </th>
                  <td {...(name.own ? own : {})}>{name.text}</td>
                  <td>{sayDates(locale, phase)}</td>
                  <td>{say('state-now', { state: stateOf(phase, today) })}</td>
                </tr>
              )
            }),
          )}
        </tbody>
      </table>
    </section>
  )
}
