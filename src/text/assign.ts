import { intAt, realAt } from './number-at.ts'

/** What it is worth to pair two things. */
export type Edge = { old: number; now: number; worth: number }

/** Nodes of one side above which a group is settled greedily: it never was in real texts. */
const largestGroup = 200

/**
 * Returns the pairs, each thing at most once, that are worth the most together: the assignment problem, in each
 * group of things that compete with each other by itself (Kuhn, 1955; shortest augmenting paths as in Jonker
 * and Volgenant, 1987). Edges are worth more than nothing.
 */
export function assign(edges: readonly Edge[]): [old: number, now: number][] {
  return groupsOf(edges).flatMap((group) => {
    const [only] = group
    if (only && group.length === 1) return [[only.old, only.now] as [number, number]]
    const olds = [...new Set(group.map(({ old }) => old))]
    const news = [...new Set(group.map(({ now }) => now))]
    if (Math.max(olds.length, news.length) > largestGroup) return takeGreedily(group)
    return assignGroup(group, olds, news)
  })
}

/** Edges by connected component (union-find; Tarjan, 1975). Old things have even numbers, new ones odd. */
function groupsOf(edges: readonly Edge[]): Edge[][] {
  const size = edges.reduce((most, { old, now }) => Math.max(most, old, now), -1) + 1
  const parents = Int32Array.from({ length: 2 * size }, (_, node) => node)
  const rootOf = (node: number): number => {
    let root = node
    while (intAt(parents, root) !== root) {
      const up = intAt(parents, intAt(parents, root))
      parents[root] = up
      root = up
    }
    return root
  }
  for (const { old, now } of edges) parents[rootOf(2 * old)] = rootOf(2 * now + 1)
  return [...Map.groupBy(edges, ({ old }) => rootOf(2 * old)).values()]
}

function takeGreedily(group: readonly Edge[]): [number, number][] {
  const [olds, news] = [new Set<number>(), new Set<number>()]
  const pairs: [number, number][] = []
  for (const { old, now } of group.toSorted((one, other) => other.worth - one.worth)) {
    if (olds.has(old) || news.has(now)) continue
    olds.add(old)
    news.add(now)
    pairs.push([old, now])
  }
  return pairs
}

/** The Hungarian method on costs that are never negative; whoever would lose by it stays alone. */
function assignGroup(
  group: readonly Edge[],
  olds: readonly number[],
  news: readonly number[],
): [number, number][] {
  const [rows, columns] = olds.length <= news.length ? [olds, news] : [news, olds]
  const swapped = rows !== olds
  const rowAt = new Map(rows.map((node, index) => [node, index]))
  const columnAt = new Map(columns.map((node, index) => [node, index]))
  const width = columns.length
  const worth = new Float64Array(rows.length * width)
  for (const edge of group) {
    const row = rowAt.get(swapped ? edge.now : edge.old) ?? 0
    const column = columnAt.get(swapped ? edge.old : edge.now) ?? 0
    worth[row * width + column] = edge.worth
  }
  const chosen = solve(worth, rows.length, width)
  return chosen.flatMap((column, row): [number, number][] => {
    if ((worth[row * width + column] ?? 0) <= 0) return []
    const [one, other] = [rows[row] ?? -1, columns[column] ?? -1]
    return [swapped ? [other, one] : [one, other]]
  })
}

/** What the method knows: rows and columns count from 1, column 0 holds the row that looks for a place. */
type Search = {
  costAt: (row: number, column: number) => number
  columns: number
  ofRow: Float64Array
  ofColumn: Float64Array
  rowOf: Int32Array
}

/** For each row its column, so that the sum of what they are worth is the greatest. */
function solve(worth: Float64Array, rows: number, columns: number): number[] {
  const best = worth.reduce((most, one) => Math.max(most, one), 0)
  const search: Search = {
    costAt: (row, column) => best - realAt(worth, (row - 1) * columns + column - 1),
    columns,
    ofRow: new Float64Array(rows + 1),
    ofColumn: new Float64Array(columns + 1),
    rowOf: new Int32Array(columns + 1),
  }
  for (let row = 1; row <= rows; row += 1) placeRow(row, search)
  const chosen = Array.from({ length: rows }, () => -1)
  for (const [column, row] of search.rowOf.entries()) {
    if (row > 0 && column > 0) chosen[row - 1] = column - 1
  }
  return chosen
}

/** Gives the row a column along the cheapest path of columns that change hands. */
function placeRow(row: number, search: Search): void {
  const { columns, ofRow, ofColumn, rowOf } = search
  const path = {
    before: new Int32Array(columns + 1),
    least: new Float64Array(columns + 1).fill(Infinity),
    done: new Uint8Array(columns + 1),
  }
  rowOf[0] = row
  let column = 0
  while (rowOf[column] !== 0) {
    path.done[column] = 1
    const { next, delta } = nextColumn(column, search, path)
    for (let other = 0; other <= columns; other += 1) {
      if (path.done[other] === 1) {
        const holder = intAt(rowOf, other)
        ofRow[holder] = realAt(ofRow, holder) + delta
        ofColumn[other] = realAt(ofColumn, other) - delta
      } else path.least[other] = realAt(path.least, other) - delta
    }
    column = next
  }
  while (column !== 0) {
    const up = intAt(path.before, column)
    rowOf[column] = intAt(rowOf, up)
    column = up
  }
}

type Path = { before: Int32Array; least: Float64Array; done: Uint8Array }

/** The column that is reached next from those that are done, and by how much it costs more. */
function nextColumn(from: number, search: Search, path: Path): { next: number; delta: number } {
  const { costAt, columns, ofRow, ofColumn, rowOf } = search
  const row = intAt(rowOf, from)
  let [next, delta] = [0, Infinity]
  for (let column = 1; column <= columns; column += 1) {
    if (path.done[column] === 1) continue
    const cost = costAt(row, column) - realAt(ofRow, row) - realAt(ofColumn, column)
    if (cost < realAt(path.least, column)) {
      path.least[column] = cost
      path.before[column] = from
    }
    if (realAt(path.least, column) >= delta) continue
    delta = realAt(path.least, column)
    next = column
  }
  return { next, delta }
}
