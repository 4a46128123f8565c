import type { Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { dayInParis, type Day } from '../platform/paris-days.ts'
import type { Audit, Finding } from './audit.ts'
import { readCsv, type CsvRow, type UnreadCsv } from './csv.ts'
import { requireAudit, requireKeeper } from './enter-audit.ts'
import { markOf, markOfAll, readFindings, typedFinding, type FindingProblem } from './finding.ts'
import { listFindings, saveFindings } from './store.ts'

export type CsvProblem =
  | UnreadCsv
  | { code: 'changed-since' | 'published-since'; line: null; said: null }
  | { code: 'no-such-page'; line: number; said: string }
  | { code: FindingProblem['code']; line: number; said: string }

export type Imported = { ok: true } | { ok: false; problem: CsvProblem }

/** `read`: the mark (`markOfAll`) of what the form was opened with. */
type Importing = { id: number; read: string; csv: string }

/** Keeps findings that come as a table, all or none of them; what it does not name stays as it is. */
export function importFindings(
  db: Db,
  actor: Actor,
  { id, read, csv }: Importing,
  now: Date,
): Promise<Imported> {
  return inTransaction(db, async (tx) => {
    requireKeeper(actor)
    const audit = await requireAudit(tx, id)
    if (audit.publishedAt) return refuse({ code: 'published-since', line: null, said: null })
    const standing = await listFindings(tx, id)
    const found = readTable(csv, audit, { standing, today: dayInParis(now) })
    if (!found.ok) return found
    if (found.pages.every((findings) => findings.length === 0)) return { ok: true }
    if (markOfAll(standing) !== read) {
      return refuse({ code: 'changed-since', line: null, said: null })
    }
    for (const findings of found.pages) await saveFindings(tx, id, findings)
    return { ok: true }
  })
}

function refuse(problem: CsvProblem): { ok: false; problem: CsvProblem } {
  return { ok: false, problem }
}

type Standing = { standing: readonly Finding[]; today: Day }
type ReadTable = { ok: true; pages: Finding[][] } | { ok: false; problem: CsvProblem }

/** Each page by itself, which has at most one row for each criterion; nothing of any where a row of one is wrong. */
function readTable(csv: string, audit: Audit, { standing, today }: Standing): ReadTable {
  const read = readCsv(csv)
  if (!read.ok) return read
  const numbers = new Set(audit.pages.map(({ number }) => number))
  const unknown = read.rows.find(({ page }) => !numbers.has(page))
  if (unknown) {
    return refuse({ code: 'no-such-page', line: unknown.line, said: String(unknown.page) })
  }
  const known = new Map(standing.map((finding) => [keyOf(finding), finding]))
  const pages = []
  for (const [page, rows] of Map.groupBy(read.rows, (row) => row.page)) {
    // What is kept already was looked at when it came.
    const changed = rows.filter(({ typed }) => {
      const here = known.get(keyOf({ page, criterion: typed.criterion }))
      return markOf(typed) !== markOf(typedFinding(typed.criterion, here))
    })
    const found = readFindings(
      page,
      changed.map((row) => row.typed),
      today,
    )
    if (!found.ok) return refuse(atLine(changed, found.problems))
    pages.push(found.findings)
  }
  return { ok: true, pages }
}

function keyOf({ page, criterion }: Pick<Finding, 'page' | 'criterion'>): string {
  return `${page} ${criterion}`
}

function atLine(rows: readonly CsvRow[], [problem]: readonly FindingProblem[]): CsvProblem {
  const named = rows.filter(({ typed }) => typed.criterion === problem?.criterion)
  const row = problem?.code === 'twice' ? named.at(-1) : named[0]
  return {
    code: problem?.code ?? 'no-result',
    line: row?.line ?? 1,
    said: problem?.criterion ?? '',
  }
}
