import { inLanguage, type Locale } from '../platform/messages.ts'
import {
  changeKinds,
  type Bar,
  type ChangeKind,
  type MapPart,
  type PlacedChange,
  type Stretch,
} from './map-changes.ts'
import { startOf } from './start-of.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  /** Of the text. */
  lang: string
  parts: readonly MapPart[]
  /** Of its heading. */
  rank?: 2 | 3
}

/** The whole text as a strip for each of its parts, with links where it changed; the same as a table. */
export function ChangesMap({ locale, lang, parts, rank = 2 }: Props) {
  const say = words(locale)
  const Heading = `h${rank}` as const
  return (
    <section class="changes-map" aria-labelledby="map-title">
      <Heading id="map-title">{say('map-title')}</Heading>
      <p class="fine">{say('map-help')}</p>
      <Legend locale={locale} parts={parts} />
      <ol class="map">
        {parts.map((part) => (
          <li>
            <PartName locale={locale} lang={lang} part={part} />
            <Strip locale={locale} part={part} />
          </li>
        ))}
      </ol>
      <details>
        <summary>{say('map-as-table')}</summary>
        <MapTable locale={locale} lang={lang} parts={parts} />
      </details>
    </section>
  )
}

/** The kinds of changes that there are, with how many of each, and the colour and place that tell them apart. */
function Legend({ locale, parts }: Pick<Props, 'locale' | 'parts'>) {
  const counts = countKinds(parts.flatMap(({ changes }) => changes))
  return (
    <ul class="legend">
      {kindsIn(parts).map((kind) => (
        <li class={kind === 'typography' ? 'typographic' : undefined}>
          <svg class="swatch" width="16" height="16" aria-hidden="true">
            <rect class="ground" width="100%" height="100%" />
            <BarOf kind={kind} from={0} to={1} />
          </svg>{' '}
          {words(locale)('changes-of-kind', { kind, count: counts.get(kind) ?? 0 })}
        </li>
      ))}
    </ul>
  )
}

function countKinds(changes: readonly PlacedChange[]): Map<ChangeKind, number> {
  const grouped = Map.groupBy(changes, ({ kind }) => kind)
  return new Map([...grouped].map(([kind, { length }]) => [kind, length]))
}

function kindsIn(parts: readonly MapPart[]): ChangeKind[] {
  const met = countKinds(parts.flatMap(({ changes }) => changes))
  return changeKinds.filter((kind) => met.has(kind))
}

type PartProps = { locale: Locale; lang: string; part: MapPart }

export function PartName({ locale, lang, part: { heading, last } }: PartProps) {
  const say = words(locale)
  if (heading === null) return <span>{say('before-headings')}</span>
  const first = startOf({ text: heading })
  return (
    <span {...inLanguage(lang)}>
      {last === null ? first : say('first-to-last', { first, last: startOf({ text: last }) })}
    </span>
  )
}

function Strip({ locale, part }: { locale: Locale; part: MapPart }) {
  return (
    <svg class="strip" width={percent(part.share)} height="16">
      <rect class="ground" width="100%" height="100%" />
      {part.stretches.map((stretch) => (
        <a
          href={stretch.changes[0]?.href ?? ''}
          class={isTypographic(stretch) ? 'typographic' : undefined}
          aria-label={sayStretch(locale, stretch)}
        >
          <title>{sayStretch(locale, stretch)}</title>
          <rect
            class="hit"
            x={percent(stretch.from)}
            width={percent(stretch.to - stretch.from)}
            height="100%"
          />
          {stretch.bars.map((bar) => (
            <BarOf {...bar} />
          ))}
        </a>
      ))}
    </svg>
  )
}

function isTypographic({ changes }: Stretch): boolean {
  return changes.every(({ kind }) => kind === 'typography')
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`
}

/** Kinds differ in height and place, not in colour alone. */
const heights: Record<ChangeKind, { y: string; height: string }> = {
  edited: { y: '0', height: '100%' },
  split: { y: '0', height: '100%' },
  merged: { y: '0', height: '100%' },
  redivided: { y: '0', height: '100%' },
  moved: { y: '30%', height: '40%' },
  added: { y: '0', height: '50%' },
  returned: { y: '0', height: '50%' },
  removed: { y: '50%', height: '50%' },
  typography: { y: '80%', height: '20%' },
}

function BarOf({ kind, from, to }: Bar) {
  return <rect class={kind} x={percent(from)} width={percent(to - from)} {...heights[kind]} />
}

function sayStretch(locale: Locale, { changes }: Stretch): string {
  const say = words(locale)
  const [first] = changes
  if (!first) return ''
  const only = say('named', { what: say('change-is', { kind: first.kind }), name: first.label })
  return changes.length === 1
    ? only
    : `${say('some-changes', { count: changes.length })}, ${sayCounts(locale, changes)}`
}

function sayCounts(locale: Locale, changes: readonly PlacedChange[]): string {
  const say = words(locale)
  const counts = countKinds(changes)
  const said = changeKinds.flatMap((kind) => {
    const count = counts.get(kind)
    return count === undefined ? [] : [say('changes-of-kind', { kind, count })]
  })
  return said.length === 0 ? say('no-change-here') : said.join(', ')
}

function MapTable({ locale, lang, parts }: Omit<Props, 'rank'>) {
  const say = words(locale)
  return (
    <section class="table" tabindex={0} aria-label={say('map-as-table')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('map-part')}</th>
            <th scope="col">{say('map-changes')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr>
              <th scope="row">
                <PartName locale={locale} lang={lang} part={part} />
              </th>
              <td>
                {part.changes[0] ? (
                  <a href={part.changes[0].href}>{sayCounts(locale, part.changes)}</a>
                ) : (
                  sayCounts(locale, [])
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
