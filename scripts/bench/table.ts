import { judge, type Budget, type Figure, type Verdict } from './figure.ts'

const head = ['measured', 'figure', 'budget', ''] as const

const verdicts: Record<Verdict, string> = { kept: '✓', missed: 'over', none: '' }

/** Figures for a terminal: columns as wide as what stands in them. */
export function writePlainTable(figures: readonly Figure[]): string {
  const peers = peersOf(figures)
  const rows = [[...head, ...peers], ...figures.map((figure) => cellsOf(figure, peers))]
  const widths = [...head, ...peers].map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows
    .map((row) => row.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n')
}

/** Figures as a table of Markdown. */
export function writeMarkdownTable(figures: readonly Figure[]): string {
  const peers = peersOf(figures)
  const rule = ['---', '--:', '--:', '---', ...peers.map(() => '--:')]
  const rows = [[...head, ...peers], rule, ...figures.map((figure) => cellsOf(figure, peers))]
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n')
}

/** In the order in which they are first named. */
function peersOf(figures: readonly Figure[]): string[] {
  return [...new Set(figures.flatMap(({ beside }) => Object.keys(beside ?? {})))]
}

function cellsOf(figure: Figure, peers: readonly string[]): string[] {
  const { what, value, unit, budget, beside } = figure
  return [
    what,
    sayValue(value, unit),
    budget ? sayBudget(budget, unit) : '',
    verdicts[judge(figure)],
    ...peers.map((peer) => sayPeer(beside?.[peer] ?? '', unit)),
  ]
}

function sayPeer(value: number | string, unit: string): string {
  return typeof value === 'number' ? sayValue(value, unit) : value
}

function sayBudget(budget: Budget, unit: string): string {
  return 'most' in budget ? `≤ ${sayValue(budget.most, unit)}` : `≥ ${sayValue(budget.least, unit)}`
}

/** Three digits are what a benchmark on a shared machine can say; a thousand and more stays whole. */
function sayValue(value: number, unit: string): string {
  const digits =
    Math.abs(value) < 1000 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 0 }
  const number = value.toLocaleString('en', digits)
  return unit === '' ? number : `${number} ${unit}`
}

function pad(cell: string, width: number, column: number): string {
  return column === 0 || column === 3 ? cell.padEnd(width) : cell.padStart(width)
}
