import { inLocale, type OfferedLocale } from '../platform/messages.ts'
import { isHeading, type OutlineEntry, outlineOf, type ParsedBlock } from '../text/index.ts'
import type { RedlineItem } from '../text/index.ts'
import { ChangeSteps } from '../ui/change-steps.tsx'
import { sayMore } from '../ui/changes-list.tsx'
import { placeIn, PlaceNote } from '../ui/place-note.tsx'
import { RedlineBlock, type HeadingLevel } from '../ui/redline-block.tsx'
import { words as uiWords } from '../ui/words.ts'
import type { TextChange, TextPiece } from './list-changes.ts'
import { words } from './words.ts'

type Props = {
  locale: OfferedLocale
  old: readonly ParsedBlock[]
  now: readonly ParsedBlock[]
  pieces: readonly TextPiece[]
}

type Texts = Omit<Props, 'pieces'> & { levels: ReadonlyMap<number, HeadingLevel> }

/** The text with its changes in it; what stayed is folded, but for the headings that changes stand under. */
export function RedlinedText({ pieces, ...texts }: Props) {
  // Who leafs through the changes is not led to one that is hidden.
  const shown = pieces.flatMap((piece) =>
    piece.is === 'change' && piece.change.kind !== 'typography' ? piece.change.number : [],
  )
  const inText = { ...texts, levels: levelsOf(outlineOf(texts.now)) }
  return (
    <>
      {pieces.map((piece) => {
        if (piece.is === 'same') return <Unchanged {...inText} items={piece.items} />
        if (piece.is === 'departure') return <Departure {...texts} {...piece} />
        return <Changed {...inText} change={piece.change} shown={shown} />
      })}
    </>
  )
}

/** Under the page's own two ranks; a text that skips one doesn't here. */
function levelsOf(
  entries: readonly OutlineEntry<ParsedBlock>[],
  depth = 0,
): Map<number, HeadingLevel> {
  const ranks = [3, 4, 5, 6] as const
  return new Map(
    entries.flatMap((entry): [number, HeadingLevel][] => [
      [entry.index, ranks[depth] ?? 6],
      ...levelsOf(entry.entries, depth + 1),
    ]),
  )
}

/** So few are not worth folding. */
const mostUnfolded = 2

function Unchanged({ items, ...texts }: Texts & { items: readonly RedlineItem[] }) {
  const { locale, now } = texts
  const heading = items.findLastIndex((item) =>
    isHeading(now[item.new[0] ?? -1] ?? { kind: 'note' }),
  )
  const cut = [
    items.slice(0, Math.max(0, heading)),
    items.slice(Math.max(0, heading), heading + 1),
    items.slice(heading + 1),
  ]
  return (
    <>
      {cut.map((some, at) =>
        at === 1 || some.length <= mostUnfolded ? (
          some.map((item) => <ItemText {...texts} item={item} />)
        ) : (
          <details class="unchanged">
            <summary {...inLocale(locale)}>
              {words(locale)('unchanged', { count: some.length })}
            </summary>
            {some.map((item) => (
              <ItemText {...texts} item={item} />
            ))}
          </details>
        ),
      )}
    </>
  )
}

function ItemText({ locale, old, now, levels, item }: Texts & { item: RedlineItem }) {
  return (
    <RedlineBlock
      locale={locale}
      old={item.old.flatMap((at) => old[at] ?? [])}
      now={item.new.flatMap((at) => now[at] ?? [])}
      runs={item.runs}
      headingLevel={levels.get(item.new[0] ?? -1) ?? null}
    />
  )
}

type ChangedProps = Texts & { change: TextChange; shown: readonly number[] }

function Changed({ change, shown, ...texts }: ChangedProps) {
  const { locale, old, now } = texts
  const { number, kind, items, label, more } = change
  const say = uiWords(locale)
  const what = say('change-is', { kind })
  const [from, to] = [items[0]?.old[0], items[0]?.new[0]]
  return (
    <div class={`change ${kind}`} id={`c${number}`}>
      <div class="about" {...inLocale(locale)}>
        <p class={`change-kind ${kind}`}>
          {more.count > 0 && more.headed
            ? say('named', { what, name: label + sayMore(locale, more) })
            : what}
        </p>
        <ChangeSteps
          locale={locale}
          before={hrefOf(shown.findLast((one) => one < number))}
          after={hrefOf(shown.find((one) => one > number))}
          list="#list-title"
        />
        {kind === 'moved' && from !== undefined && to !== undefined && (
          <PlaceNote locale={locale} from={placeIn(old, from)} to={placeIn(now, to)} />
        )}
      </div>
      {items.map((item) => (
        <ItemText {...texts} item={item} />
      ))}
    </div>
  )
}

function hrefOf(number: number | undefined): string | null {
  return number === undefined ? null : `#c${number}`
}

type DepartureProps = Pick<Texts, 'locale'> & { change: TextChange; down: boolean }

function Departure({ locale, change: { number, label, more }, down }: DepartureProps) {
  const name = label + sayMore(locale, more)
  return (
    <p class="departure" {...inLocale(locale)}>
      <a href={`#c${number}`}>{words(locale)(down ? 'went-down' : 'went-up', { name })}</a>
    </p>
  )
}
