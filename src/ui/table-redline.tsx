import { inLocale, type Locale } from '../platform/messages.ts'
import { layTables, type CellRedline, type MarkedRun, type TableRedline } from '../text/index.ts'
import { RedlineRuns } from './redline.tsx'
import { words } from './words.ts'

type Props = { locale: Locale; before: string | null; after: string | null }

/** Two tables laid over one another, or one that came or went; wider than the page it scrolls by itself. */
export function TableRedlineView({ locale, before, after }: Props) {
  const laid = layTables(before ?? after ?? '', after ?? before ?? '')
  const { columns, rows } =
    before !== null && after !== null ? laid : onOneSide(laid, after !== null)
  const [head, ...rest] = rows
  const say = words(locale)
  return (
    <section class="table redline" tabindex={0} aria-label={say('table-compared')}>
      <table>
        <thead>
          <tr class={classOf(head?.change)}>
            {head?.cells.map((cell, at) => (
              <th scope="col" class={classOf(cell.change)}>
                {at === 0 && <Said locale={locale} change={head.change} what="row" />}
                {head.change === 'edited' || head.change === 'same' ? (
                  <Said locale={locale} change={columns[at]} what="column" />
                ) : null}
                <Cell locale={locale} cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rest.map(({ change, cells }) => (
            <tr class={classOf(change)}>
              {cells.map((cell, at) => (
                <td class={classOf(cell.change)}>
                  {at === 0 && <Said locale={locale} change={change} what="row" />}
                  <Cell locale={locale} cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type Change = CellRedline['change']

function classOf(change: Change | undefined): string | undefined {
  return change === 'same' ? undefined : change
}

function onOneSide({ columns, rows }: TableRedline, added: boolean): TableRedline {
  const [change, op] = added ? (['added', 'ins'] as const) : (['removed', 'del'] as const)
  const cells = (all: readonly CellRedline[]) =>
    all.map(({ runs }) => ({ change, runs: runs.map(({ text }) => ({ op, text })) }))
  // That all of it came or went is said before it.
  return { columns, rows: rows.map((row) => ({ change: 'same', cells: cells(row.cells) })) }
}

type SaidProps = { locale: Locale; change: Change | undefined; what: 'row' | 'column' }

/** Said once for the row or the column, not for each of its cells. */
function Said({ locale, change, what }: SaidProps) {
  if (change !== 'added' && change !== 'removed') return null
  return (
    <span class="label" {...inLocale(locale)}>
      {`[${words(locale)('table-part', { what, change })}] `}
    </span>
  )
}

function Cell({ locale, cell: { change, runs } }: { locale: Locale; cell: CellRedline }) {
  const text = runs.map((run) => run.text).join('')
  if (text === '') return null
  if (change === 'added') return <ins>{text}</ins>
  if (change === 'removed') return <del>{text}</del>
  return <RedlineRuns locale={locale} runs={placeRuns(runs)} />
}

/** A table's cells show no marks, so it matters to nobody where they begin. */
function placeRuns(runs: CellRedline['runs']): MarkedRun[] {
  return runs.map((run) => ({ ...run, begins: { old: 0, now: 0 } }))
}
