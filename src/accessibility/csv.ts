import type { Finding, Result } from './audit.ts'
import type { TypedFinding } from './finding.ts'

/** The letters of the grid that auditors use. */
const letters = { conforming: 'C', 'not-conforming': 'NC', 'not-applicable': 'NA' } as const

const columns = ['page', 'criterion', 'result', 'note', 'derogation', 'remedy'] as const

/** Findings as comma-separated values (RFC 4180), in the order of their pages and criteria. */
export function writeCsv(findings: readonly Finding[]): string {
  const rows = findings.map(({ page, criterion, result, note, derogation, remedyOn }) => [
    String(page),
    criterion,
    letters[result],
    note,
    derogation,
    remedyOn ?? '',
  ])
  return [[...columns], ...rows].map((row) => `${row.map(quote).join(',')}\r\n`).join('')
}

function quote(value: string): string {
  return /[",;\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}

export type CsvRow = { line: number; page: number; typed: TypedFinding }
type ReadCsv = { ok: true; rows: CsvRow[] } | { ok: false; line: number }

/**
 * Reads what `writeCsv` writes, and what a spreadsheet makes of it: with semicolons, and without quotes that are not
 * needed. `line`: of the row that is none, from 1 on; columns may stand in any order.
 */
export function readCsv(text: string): ReadCsv {
  const trimmed = text.replace(/^\u{FEFF}/u, '').trim()
  const [head = ''] = trimmed.split(/\r?\n/, 1)
  const rows = splitRows(trimmed, head.includes(';') ? ';' : ',')
  const [names = [], ...rest] = rows
  const order = columns.map((column) => names.findIndex((name) => name.trim() === column))
  if (order.slice(0, 3).includes(-1)) return { ok: false, line: 1 }
  const read = rest.map((row, at) =>
    readRow(
      order.map((index) => row[index] ?? ''),
      at + 2,
    ),
  )
  const wrong = read.findIndex((row) => row === null)
  if (wrong !== -1) return { ok: false, line: wrong + 2 }
  return { ok: true, rows: read.flatMap((row) => row ?? []) }
}

function readRow(cells: readonly string[], line: number): CsvRow | null {
  const [page = '', criterion = '', letter = '', note = '', derogation = '', remedyOn = ''] = cells
  if (!/^[1-9]\d{0,3}$/.test(page.trim())) return null
  const result = letter.trim() === '' ? '' : resultOfLetter(letter.trim().toUpperCase())
  if (result === null) return null
  return {
    line,
    page: Number(page),
    typed: { criterion, result, note, derogation, remedyOn },
  }
}

function resultOfLetter(letter: string): Result | null {
  switch (letter) {
    case 'C':
      return 'conforming'
    case 'NC':
      return 'not-conforming'
    case 'NA':
      return 'not-applicable'
    default:
      return null
  }
}

/** The cells of each row; a quoted cell may hold anything, and its quotes twice. */
function splitRows(text: string, separator: string): string[][] {
  const rows: string[][] = [[]]
  // A cell, quoted or bare, and what ends it; what fits neither is left, and makes its row one that is none.
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r?\\n|$)`,
    'y',
  )
  while (cell.lastIndex < text.length || rows.at(-1)?.length === 0) {
    const found = cell.exec(text)
    if (!found) return [...rows.slice(0, -1), ['']]
    const end = found[3] ?? ''
    rows.at(-1)?.push(valueOf(found))
    if (end === '') break
    if (end !== separator) rows.push([])
  }
  return rows
}

function valueOf([, quoted, bare = '']: RegExpExecArray): string {
  return quoted === undefined ? bare : quoted.replaceAll('""', '"')
}
