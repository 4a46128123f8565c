import type { Locale } from '../platform/messages.ts'
import { helixSides, type HelixSide } from '../people/index.ts'
import type { Controversy } from './controversy.ts'
import type { Holders } from './store.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  lang: string
  controversy: Controversy
  holders: readonly Holders[]
}

type Side = HelixSide | null

/** Who holds which position, by the side that they spoke from: drawn, and as a table. */
export function HoldersFigure(props: Props) {
  const { locale, holders } = props
  const say = words(locale)
  if (holders.length === 0) return <p class="empty">{say('held-by-nobody')}</p>
  const sides = [...helixSides, null].filter((side) => holders.some((one) => one.side === side))
  return (
    <figure class="holders">
      <figcaption>{say('who-holds')}</figcaption>
      <p class="fine">{say('counted-how')}</p>
      <div aria-hidden="true">
        {sides.map((side) => (
          <Bars {...props} side={side} />
        ))}
      </div>
      <details>
        <summary>{say('as-table')}</summary>
        <HoldersTable {...props} sides={sides} />
      </details>
    </figure>
  )
}

/** In CSS pixels; across, everything is a share of the width that there is. */
const barHeight = 26
const barThickness = 14
/** What the longest bar leaves for its number, and all for the number of the position. */
const longest = 76
const start = 8
/** Of the middle of a number, which then stands the same from whichever side one reads. */
const beside = { start: 3, end: 7 }

/** Of one side, a bar for each position with its number before it and how many hold it after it. */
function Bars({ locale, controversy, holders, side }: Props & { side: Side }) {
  const say = words(locale)
  const most = Math.max(1, ...holders.map(({ people }) => people))
  const { positions } = controversy
  return (
    <>
      <p class="side">{say('side', { side: side ?? 'none' })}</p>
      <svg class="plot bars" width="100%" height={positions.length * barHeight}>
        {positions.map(({ position }, at) => {
          const people = peopleIn(holders, position, side)
          const width = (people / most) * longest
          const y = at * barHeight
          return (
            <g>
              <text x={`${beside.start}%`} y={y + barThickness} text-anchor="middle">
                {say('number', { number: position })}
              </text>
              <rect
                class={`position-${position}`}
                x={`${start}%`}
                y={y + 2}
                width={`${Math.round(width * 10) / 10}%`}
                height={barThickness}
              />
              <text
                x={`${Math.round((start + width + beside.end) * 10) / 10}%`}
                y={y + barThickness}
                text-anchor="middle"
              >
                {say('number', { number: people })}
              </text>
            </g>
          )
        })}
      </svg>
    </>
  )
}

function peopleIn(holders: readonly Holders[], position: number, side: Side): number {
  return holders.find((one) => one.position === position && one.side === side)?.people ?? 0
}

function HoldersTable({
  locale,
  lang,
  controversy,
  holders,
  sides,
}: Props & { sides: readonly Side[] }) {
  const say = words(locale)
  return (
    <section class="table" tabindex={0} aria-label={say('as-table')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('position-column')}</th>
            {sides.map((side) => (
              <th scope="col">{say('side', { side: side ?? 'none' })}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {controversy.positions.map(({ position, statement }) => (
            <tr>
              <th scope="row">
                {say('position-short', { number: position })}{' '}
                <span lang={lang} dir="auto">
                  {statement}
                </span>
              </th>
              {sides.map((side) => (
                <td>{say('number', { number: peopleIn(holders, position, side) })}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
