import { sayDate, type Locale } from '../platform/messages.ts'
import { type Week } from './log.ts'
import { sayDelay } from './say.ts'
import { words } from './words.ts'

type Props = { locale: Locale; weeks: readonly Week[]; promisedDays: number }

/** In CSS pixels; across, everything is a share of the width that there is. */
const height = 180
const base = 160
const top = 14

/** Week by week how long decisions took, against the delay that is promised; the same as a table. */
export function DelayPlot(props: Props) {
  const { locale, weeks } = props
  if (weeks.every(({ delays }) => delays === null)) return null
  const say = words(locale)
  return (
    <figure class="delay-plot">
      <figcaption>{say('plot-title')}</figcaption>
      <Drawing {...props} />
      <p class="plot-days fine" aria-hidden="true">
        <span>{weeks[0] && sayDate(locale, weeks[0].from)}</span>
        <span>{say('today')}</span>
      </p>
      <ul class="legend">
        <li class="median">
          <Swatch kind="median" /> {say('plot-median')}
        </li>
        <li class="longest">
          <Swatch kind="longest" /> {say('plot-longest')}
        </li>
        <li class="promised">
          <Swatch kind="promised" /> {say('plot-promised', { days: props.promisedDays })}
        </li>
      </ul>
      <details>
        <summary>{say('plot-as-table')}</summary>
        <WeekTable {...props} />
      </details>
    </figure>
  )
}

function Drawing({ weeks, promisedDays }: Props) {
  const promised = promisedDays * 24
  const most = Math.max(promised, ...weeks.map(({ delays }) => delays?.longest ?? 0))
  const yOf = (hours: number) => Math.round(base - ((base - top) * hours) / most)
  return (
    <svg class="plot" width="100%" height={height} aria-hidden="true">
      <line class="axis" x1="0" x2="100%" y1={base} y2={base} />
      {weeks.map(({ delays }, at) => {
        const x = percent((at + 0.5) / weeks.length)
        if (!delays) return <circle class="none" cx={x} cy={base} r="2" />
        const median = yOf(delays.median)
        return (
          <g>
            <line class="longest" x1={x} x2={x} y1={base} y2={yOf(delays.longest)} />
            <line
              class="longest"
              x1={percent((at + 0.3) / weeks.length)}
              x2={percent((at + 0.7) / weeks.length)}
              y1={yOf(delays.longest)}
              y2={yOf(delays.longest)}
            />
            <circle class="median" cx={x} cy={median} r="5" />
          </g>
        )
      })}
      <line class="promised" x1="0" x2="100%" y1={yOf(promised)} y2={yOf(promised)} />
    </svg>
  )
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`
}

function Swatch({ kind }: { kind: 'median' | 'longest' | 'promised' }) {
  return (
    <svg class="plot swatch" width="16" height="16" aria-hidden="true">
      {kind === 'median' ? (
        <circle class="median" cx="8" cy="8" r="5" />
      ) : kind === 'longest' ? (
        <path class="longest" d="M8 16V3M3 3h10" />
      ) : (
        <line class="promised" x1="0" x2="16" y1="8" y2="8" />
      )}
    </svg>
  )
}

function WeekTable({ locale, weeks }: Props) {
  const say = words(locale)
  return (
    <section class="table" tabindex={0} aria-label={say('plot-as-table')}>
      <table class="delays">
        <thead>
          <tr>
            <th scope="col">{say('week-from')}</th>
            <th scope="col">{say('decisions')}</th>
            <th scope="col">{say('median')}</th>
            <th scope="col">{say('longest')}</th>
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ from, delays }) => (
            <tr>
              <th scope="row">{sayDate(locale, from)}</th>
              <td>{say('number', { count: delays?.count ?? 0 })}</td>
              <td>{delays ? sayDelay(locale, delays.median) : '–'}</td>
              <td>{delays ? sayDelay(locale, delays.longest) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
