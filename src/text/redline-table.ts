import { pairLists, type Pair } from './pair-lists.ts'
import { redline } from './redline.ts'
import type { Run } from './runs.ts'
import { commonOf, readWords, type Worded } from './worded.ts'

/** `edited`: both texts have it, in other words. */
export type TableChange = 'same' | 'edited' | 'added' | 'removed'

/** A cell of either table; its runs joined as a text's are. */
export type CellRedline = { change: TableChange; runs: Run[] }
export type RowRedline = { change: TableChange; cells: CellRedline[] }

/** Two tables laid over one another; of `columns` none is `edited`. A row may have fewer cells than there are columns. */
export type TableRedline = { columns: TableChange[]; rows: RowRedline[] }

type Placed = RowRedline & { separators: Run[][]; before: Run[] }

/**
 * Returns two tables laid over one another, rows and columns aligned, and cells compared one by one: a row or a
 * column that only one of them has is told as such. Cells are joined by TAB, rows by LF.
 */
export function layTables(oldText: string, newText: string): TableRedline {
  const { columns, rows } = placeTables(oldText, newText)
  return {
    columns: columns.map(changeOf),
    rows: rows.map(({ change, cells }) => ({ change, cells })),
  }
}

/**
 * Returns the redline of two tables, compared by `layTables`: `same` and `del` joined are the old text, `same`
 * and `ins` the new one, to the letter. Between two `same` there is at most one `del` and one `ins`.
 */
export function redlineTable(oldText: string, newText: string): Run[] {
  const { rows } = placeTables(oldText, newText)
  return joinRuns(
    rows.flatMap(({ before, cells, separators }) => [
      ...before,
      ...cells.flatMap(({ runs }, at) => [...(separators[at] ?? []), ...runs]),
    ]),
  )
}

function placeTables(oldText: string, newText: string): { columns: Pair[]; rows: Placed[] } {
  const old = readTable(oldText)
  const now = readTable(newText)
  const columns = pairColumns(old, now)
  const paired = columns.filter((pair) => pair.old !== null && pair.now !== null)
  const rows = pairLists(
    readRows(
      old,
      paired.map((pair) => pair.old),
    ),
    readRows(
      now,
      paired.map((pair) => pair.now),
    ),
    likenessOfRows,
  )
  return { columns, rows: rows.map((pair) => placeRow(pair, { old, now, columns })) }
}

function readTable(text: string): string[][] {
  return text.split('\n').map((row) => row.split('\t'))
}

/** Columns are known by their words; as many of them in the place of as many others are these in other words. */
function pairColumns(old: readonly string[][], now: readonly string[][]): Pair[] {
  const pairs = pairLists(columnsOf(old), columnsOf(now), likenessOfColumns)
  const columns: Pair[] = []
  let removed: Pair[] = []
  let added: Pair[] = []
  const close = (): void => {
    const replaced = removed.length === added.length
    if (replaced)
      columns.push(...removed.map((pair, at) => ({ ...pair, now: added[at]?.now ?? 0 })))
    else columns.push(...removed, ...added)
    removed = []
    added = []
  }
  for (const pair of pairs) {
    if (pair.now === null) removed.push(pair)
    else if (pair.old === null) added.push(pair)
    else {
      close()
      columns.push(pair)
    }
  }
  close()
  return columns
}

type Column = { key: string; words: Worded }

function columnsOf(table: readonly string[][]): Column[] {
  const width = table.reduce((most, row) => Math.max(most, row.length), 0)
  return Array.from({ length: width }, (_, at) => {
    const key = table.map((row) => row[at] ?? '').join('\n')
    return { key, words: readWords(key) }
  })
}

function likenessOfColumns(one: Column, other: Column): number {
  return likeness(one.words, other.words)
}

/** A row, as far as both tables have its columns. */
type Row = { key: string; cells: { text: string; words: Worded }[] }

function readRows(table: readonly string[][], columns: readonly (number | null)[]): Row[] {
  return table.map((row) => {
    const texts = columns.map((column) => row[column ?? -1] ?? '')
    return {
      key: texts.join('\t'),
      cells: texts.map((text) => ({ text, words: readWords(text) })),
    }
  })
}

/** Dice's coefficient of the words of two texts; two without any are alike. */
function likeness(one: Worded, other: Worded): number {
  const size = one.words.length + other.words.length
  return size === 0 ? 1 : (2 * commonOf(one.sorted, other.sorted)) / size
}

/**
 * What their cells have in common, each column counting alike, so that other numbers make no other row; half
 * of it is sure where both begin with the same words, as a row's name is.
 */
function likenessOfRows(one: Row, other: Row): number {
  const each = one.cells.map(({ text, words }, at) => {
    const cell = other.cells[at]
    if (!cell) return 0
    return text === cell.text ? 1 : likeness(words, cell.words)
  })
  const mean = each.reduce((sum, like) => sum + like, 0) / Math.max(1, each.length)
  const named = each[0] === 1 && one.cells[0]?.text !== ''
  return named ? (1 + mean) / 2 : mean
}

type Tables = { old: readonly string[][]; now: readonly string[][]; columns: readonly Pair[] }

function placeRow(row: Pair, { old, now, columns }: Tables): Placed {
  const placed = columns.flatMap((column) => {
    const cell = { old: cellOf(old, row.old, column.old), now: cellOf(now, row.now, column.now) }
    if (cell.old === null && cell.now === null) return []
    const place = {
      old: cell.old === null ? null : column.old,
      now: cell.now === null ? null : column.now,
    }
    return [{ separators: separate('\t', place), cell: compareCells(cell.old, cell.now) }]
  })
  const cells = placed.map(({ cell }) => cell)
  return {
    change: changeOfRow(row, cells),
    cells,
    separators: placed.map(({ separators }) => separators),
    before: separate('\n', row),
  }
}

function cellOf(
  table: readonly string[][],
  row: number | null,
  column: number | null,
): string | null {
  return table[row ?? -1]?.[column ?? -1] ?? null
}

function changeOfRow(row: Pair, cells: readonly CellRedline[]): TableChange {
  const change = changeOf(row)
  return change === 'same' && cells.some((cell) => cell.change !== 'same') ? 'edited' : change
}

/** What stands before a cell or a row, on the side or sides where it is not the first. */
function separate(sign: string, { old, now }: Pair): Run[] {
  const [inOld, inNow] = [(old ?? 0) > 0, (now ?? 0) > 0]
  if (inOld && inNow) return [{ op: 'same', text: sign }]
  if (inOld) return [{ op: 'del', text: sign }]
  return inNow ? [{ op: 'ins', text: sign }] : []
}

function compareCells(from: string | null, to: string | null): CellRedline {
  if (from === null) return { change: 'added', runs: runOf('ins', to ?? '') }
  if (to === null) return { change: 'removed', runs: runOf('del', from) }
  if (from === to) return { change: 'same', runs: runOf('same', to) }
  return { change: 'edited', runs: redline(from, to) }
}

function runOf(op: Run['op'], text: string): Run[] {
  return text === '' ? [] : [{ op, text }]
}

function changeOf({ old, now }: Pair): TableChange {
  if (old === null) return 'added'
  return now === null ? 'removed' : 'same'
}

function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  let changed: Run[] = []
  const close = (): void => {
    for (const op of ['del', 'ins'] as const) joined.push(...joinSide(changed, op))
    changed = []
  }
  for (const run of runs) {
    if (run.op !== 'same') changed.push(run)
    else {
      close()
      const last = joined.at(-1)
      if (last?.op === 'same')
        joined[joined.length - 1] = { op: 'same', text: last.text + run.text }
      else joined.push(run)
    }
  }
  close()
  return joined
}

function joinSide(changed: readonly Run[], op: Run['op']): Run[] {
  const text = changed.map((run) => (run.op === op ? run.text : '')).join('')
  if (text === '') return []
  const typographic = changed.every(({ note }) => note === 'typography')
  return [{ op, text, ...(typographic ? { note: 'typography' as const } : {}) }]
}
