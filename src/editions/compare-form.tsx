import { sayDate, type Locale } from '../platform/messages.ts'
import type { Edition, Report } from '../reports/index.ts'
import { FormField } from '../ui/form-field.tsx'
import type { Frame } from '../ui/layout.tsx'
import { changesAddress, comparingAddress } from './addresses.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  edition: Edition
  from: Edition | null
  /** All that there are, newest first. */
  editions: readonly Edition[]
}

/** Any other edition to compare this one with; nothing where there is only the one before. */
export function CompareForm({
  frame,
  edition,
  from,
  editions,
  address,
}: Props & { address: string }) {
  const { locale } = frame
  const say = words(locale)
  const others = editions.filter(({ number }) => number !== edition.number)
  if (others.length < 2) return null
  const chosen = from?.number ?? edition.number - 1
  return (
    <form class="compare" method="get" action={address}>
      <label for="from">{say('compare-with', { number: edition.number })}</label>
      <select id="from" name="from">
        {others.map(({ number, publishedAt }) => (
          <option value={`${number}`} selected={number === chosen}>
            {say('edition-of', { number, date: sayDate(locale, publishedAt) })}
          </option>
        ))}
      </select>
      <button class="small" type="submit">
        {say('compare')}
      </button>
    </form>
  )
}

/** The way to what changed in each of the editions since, where what changed nothing is told too. */
export function EditionsBetween({
  frame,
  report,
  edition,
  from,
  editions,
}: Props & { from: Edition }) {
  const { locale } = frame
  const say = words(locale)
  const between = editions.filter(({ number }) => number > from.number && number <= edition.number)
  return (
    <nav aria-label={say('between')}>
      <p>{say('between')}</p>
      <ul class="also-told">
        {between.toReversed().map(({ number }) => (
          <li>
            <a href={changesAddress(locale, report, number)}>{say('changes-title', { number })}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export type ComparisonProblem = 'same-edition' | 'no-such-edition'

type AnyTwoProps = {
  locale: Locale
  report: Report
  /** Two at least, newest first. */
  editions: readonly Edition[]
  /** As somebody chose them; null where nobody has yet. */
  asked: { from: number | null; to: number | null } | null
  problem: ComparisonProblem | null
}

/** Two editions to be compared: at first the latest with the one before. */
export function AnyTwo({ locale, report, editions, asked, problem }: AnyTwoProps) {
  const say = words(locale)
  const [latest, previous] = editions.map(({ number }) => number)
  const sides = [
    { name: 'from', label: say('compare-from'), chosen: asked ? asked.from : previous },
    { name: 'to', label: say('compare-to'), chosen: asked ? asked.to : latest },
  ]
  return (
    <form class="compare" method="get" action={comparingAddress(locale, report)}>
      {sides.map(({ name, label, chosen }) => (
        <FormField
          id={name}
          label={label}
          problem={problem && name === 'to' ? say(problem) : undefined}
        >
          {(described) => (
            <select {...described} name={name}>
              {editions.map(({ number, publishedAt }) => (
                <option value={`${number}`} selected={number === chosen}>
                  {say('edition-of', { number, date: sayDate(locale, publishedAt) })}
                </option>
              ))}
            </select>
          )}
        </FormField>
      ))}
      <button class="small" type="submit">
        {say('compare')}
      </button>
    </form>
  )
}
