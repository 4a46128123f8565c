import type { Locale } from '../platform/messages.ts'
import { requestKinds } from './log.ts'
import { keyOf } from './say.ts'
import type { YearCount } from './store.ts'
import { words } from './words.ts'

type Props = { locale: Locale; years: readonly YearCount[] }

/** What was done year by year, as articles 15 and 24 of Regulation (EU) 2022/2065 want it counted. */
export function YearTable({ locale, years }: Props) {
  if (years.length === 0) return null
  const say = words(locale)
  const named = [...new Set(years.map(({ year }) => year))].toSorted((one, other) => other - one)
  const counted = [...new Set(years.map(({ what }) => what))].toSorted(
    (one, other) => placeOf(one) - placeOf(other),
  )
  const countIn = (year: number, what: string) =>
    years.find((one) => one.year === year && one.what === what)?.count ?? 0
  return (
    <>
      <h2>{say('years')}</h2>
      <p class="fine">{say('years-lead')}</p>
      <section class="table" tabindex={0} aria-label={say('years')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('what')}</th>
              {named.map((year) => (
                <th scope="col">{String(year)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {counted.map((what) => (
              <tr>
                <th scope="row">{say('counted', { what: keyOf(what) })}</th>
                {named.map((year) => (
                  <td>{say('number', { count: countIn(year, what) })}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

/** In which order they are told. */
const order = [
  'held',
  'published',
  'cut',
  'withheld',
  'undone',
  'by-rule',
  'by-law',
  'warned',
  ...['', 'site-'].flatMap((where) =>
    ['banned', 'ban-replaced', 'ban-lifted'].map((what) => where + what),
  ),
  ...requestKinds.flatMap((what) =>
    ['received', 'granted', 'refused', 'closed'].map((how) => `${what}-${how}`),
  ),
]

function placeOf(what: string): number {
  const place = order.indexOf(what)
  return place === -1 ? order.length : place
}
