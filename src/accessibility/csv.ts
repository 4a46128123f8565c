import { csvCell, readCsvCell } from '../platform/csv-cell.ts'
import type { Finding, Result } from './audit.ts'
import { saysNothing, type TypedFinding } from './finding.ts'

/** The letters of the grid that auditors use. */
const letters = { conforming: 'C', 'not-conforming': 'NC', 'not-applicable': 'NA' } as const

export const csvColumns = ['page', 'criterion', 'result', 'note', 'derogation', 'remedy'] as const
export type CsvColumn = (typeof csvColumns)[number]

/** Without these a row says nothing. */
const required = ['page', 'criterion', 'result'] as const

/** What else columns are called, in small letters without accents: in French and in Spanish. */
const named: Readonly<Record<string, CsvColumn>> = {
  critere: 'criterion',
  resultat: 'result',
  constat: 'note',
  correction: 'remedy',
  pagina: 'page',
  criterio: 'criterion',
  resultado: 'result',
  constatacion: 'note',
  excepcion: 'derogation',
  correccion: 'remedy',
}

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
  return [[...csvColumns], ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}

/** `line`: of what was pasted, from 1 on. */
export type CsvRow = { line: number; page: number; typed: TypedFinding }

export type UnreadCsv =
  | { code: 'empty'; line: null; said: null }
  /** `said`: the column that no title names. */
  | { code: 'no-column'; line: number; said: CsvColumn }
  /** `said`: what stands where a number, or a letter, should. */
  | { code: 'bad-page' | 'bad-result'; line: number; said: string }

type ReadCsv = { ok: true; rows: CsvRow[] } | { ok: false; problem: UnreadCsv }

/**
 * Reads what `writeCsv` writes, and what is copied or saved from a spreadsheet: cells between commas, semicolons or tabs,
 * with titles in capitals, in French or in Spanish, columns in any order, and rows that are blank.
 */
export function readCsv(text: string): ReadCsv {
  const rows = splitRows(text.replace(/^\u{FEFF}/u, '')).filter(({ cells }) =>
    cells.some((cell) => cell.trim() !== ''),
  )
  const [head, ...rest] = rows
  if (!head || rest.length === 0) return refuse({ code: 'empty', line: null, said: null })
  const titles = head.cells.map(columnOf)
  const missing = required.find((column) => !titles.includes(column))
  if (missing) return refuse({ code: 'no-column', line: head.line, said: missing })
  const read: CsvRow[] = []
  for (const { line, cells } of rest) {
    const cellOf = (column: CsvColumn) => readCsvCell(cells[titles.indexOf(column)] ?? '')
    const row = readRow(line, cellOf)
    if ('code' in row) return refuse(row)
    // What is not checked yet takes nothing back.
    if (!saysNothing(row.typed)) read.push(row)
  }
  return { ok: true, rows: read }
}

function refuse(problem: UnreadCsv): ReadCsv {
  return { ok: false, problem }
}

function columnOf(title: string): CsvColumn | undefined {
  const plain = title.trim().normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return csvColumns.find((column) => column === plain) ?? named[plain]
}

function readRow(line: number, cellOf: (column: CsvColumn) => string): CsvRow | UnreadCsv {
  const page = cellOf('page').trim()
  if (!/^[1-9]\d{0,3}$/.test(page)) return { code: 'bad-page', line, said: page }
  const letter = cellOf('result').trim()
  const result = resultOfLetter(letter)
  if (result === null) return { code: 'bad-result', line, said: letter }
  const typed = {
    criterion: cellOf('criterion').trim(),
    result,
    note: cellOf('note'),
    derogation: cellOf('derogation'),
    remedyOn: dayOf(cellOf('remedy').trim()),
  }
  return { line, page: Number(page), typed }
}

/** «NT», not tested, is no result yet. */
function resultOfLetter(letter: string): Result | '' | null {
  switch (letter.toUpperCase()) {
    case 'C':
      return 'conforming'
    case 'NC':
      return 'not-conforming'
    case 'NA':
      return 'not-applicable'
    case 'NT':
    case '':
      return ''
    default:
      return null
  }
}

/** A day as a French spreadsheet shows it, in the form in which it is kept. */
function dayOf(typed: string): string {
  return typed.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, '$3-$2-$1')
}

type Row = { line: number; cells: string[] }

/** The cells of each row, with the line that it begins on; a quoted cell may hold anything, and its quotes twice. */
function splitRows(text: string): Row[] {
  const separator = separatorOf(text)
  // A cell, quoted or else bare, and what ends it.
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^${separator}\\r\\n]*))(${separator}|\\r?\\n|\\r|$)`,
    'y',
  )
  const rows: Row[] = []
  let row: Row = { line: 1, cells: [] }
  let line = 1
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text)
    if (!found) break
    const [whole, , , end] = found
    row.cells.push(valueOf(found))
    line += linesIn(whole)
    if (end === separator) continue
    rows.push(row)
    row = { line, cells: [] }
  }
  return [...rows, row]
}

function linesIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0
}

/** Of those that a spreadsheet knows, the one that the first row with words has most of. */
function separatorOf(text: string): string {
  const [head = ''] = text.trimStart().split(/[\r\n]/, 1)
  const counted = ['\t', ';', ','].map((mark) => ({ mark, count: head.split(mark).length }))
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).mark
}

function valueOf([, quoted, bare = '']: RegExpExecArray): string {
  return quoted === undefined ? bare : quoted.replaceAll('""', '"')
}
