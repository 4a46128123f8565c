import { ContributionLink } from '../changes/index.ts'
import { inLanguage, type Locale } from '../platform/messages.ts'
import type { Report, ToldBlocks } from '../reports/index.ts'
import { standingOn } from './foresee-standing.ts'
import { namedAtMost, type Differences } from './gather-differences.ts'
import { words } from './words.ts'

type Props = { locale: Locale; report: Report; differences: Differences }

/** Warns of what contributions would lose, and leads to each change by which they would. */
export function UnsettledPart({ locale, report, differences: { unsettling } }: Props) {
  if (unsettling.length === 0) return null
  const say = words(locale)
  const [losing, doubtful] = [
    unsettling.reduce((sum, on) => sum + on.losing.length, 0),
    unsettling.reduce((sum, on) => sum + on.doubtful.length, 0),
  ]
  const more = unsettling.length - namedAtMost
  return (
    <div class="notice refused">
      {losing > 0 && <p>{say('would-lose', { count: losing })}</p>}
      {doubtful > 0 && <p>{say('would-doubt', { count: doubtful })}</p>}
      <ul>
        {unsettling.slice(0, namedAtMost).map((on) => (
          <li>
            <a href={on.change.href}>
              <bdi {...inLanguage(report.lang)}>{on.change.label}</bdi>
            </a>{' '}
            {say('contributions-there', { count: on.losing.length + on.doubtful.length })}
          </li>
        ))}
        {more > 0 && <li>{say('passages-more', { count: more })}</li>}
      </ul>
    </div>
  )
}

type HereProps = Props & { told: readonly ToldBlocks[] }

/** How many contributions stand on passages, and which would lose theirs, or have to be reviewed. */
export function StandingHere({ locale, report, differences, told }: HereProps) {
  const { count, losing, doubtful } = standingOn(differences.foresight, told)
  if (count === 0) return null
  const say = words(locale)
  const ids = told.flatMap(({ old }) => old).map(({ id }) => id)
  const id = ids.find((one) => differences.foresight.has(one)) ?? ''
  const found = count - losing.length - doubtful.length
  return (
    <>
      <h4>
        <a href={`/${locale}/reports/${report.slug}/passages/${id}`}>
          {say('stand-here', { count })}
        </a>
      </h4>
      <Fated locale={locale} differences={differences} numbers={losing} fate="lose-here" />
      <Fated locale={locale} differences={differences} numbers={doubtful} fate="doubt-here" />
      {found > 0 && <p class="fine">{say('find-here', { count: found })}</p>}
    </>
  )
}

type FatedProps = Omit<Props, 'report'> & {
  numbers: readonly number[]
  fate: 'lose-here' | 'doubt-here'
}

function Fated({ locale, differences: { credits }, numbers, fate }: FatedProps) {
  if (numbers.length === 0) return null
  const say = words(locale)
  const more = numbers.length - namedAtMost
  return (
    <>
      <p class="fate">{say(fate, { count: numbers.length })}</p>
      <ul class="causes">
        {numbers.slice(0, namedAtMost).map((number) => (
          <li>
            <ContributionLink locale={locale} number={number} credit={credits.get(number)} />
          </li>
        ))}
        {more > 0 && <li>{say('undone-more', { count: more })}</li>}
      </ul>
    </>
  )
}
