import type { Day } from '../platform/paris-days.ts'
import type { Finding } from './audit.ts'
import {
  markOf,
  readFindings,
  typedFinding,
  type FindingProblem,
  type TypedFinding,
} from './finding.ts'

/** A row of the form; `read`: the mark (`markOf`) of what it was opened with. */
export type SentFinding = TypedFinding & { read: string }

export type RowProblem = FindingProblem | { criterion: string; code: 'changed-since' }

type Merged =
  | { ok: true; findings: Finding[]; taken: string[] }
  | { ok: false; problems: RowProblem[] }

type Standing = {
  page: number
  /** What is kept of that page now. */
  standing: readonly Finding[]
  today: Day
  /** What is left open does not apply. */
  rest: boolean
}

/**
 * What a form changes, and nothing else: a row that was left as it was read says nothing, so that a form opened a while
 * ago takes nothing back of what was entered since. A row that was changed both here and elsewhere is refused.
 */
export function mergeFindings(
  sent: readonly SentFinding[],
  { page, standing, today, rest }: Standing,
): Merged {
  const now = new Map(standing.map((finding) => [finding.criterion, finding]))
  const rows = sent.map((row) => {
    const here = typedFinding(row.criterion.trim(), now.get(row.criterion.trim()))
    return { row: rest ? asNotApplicable(row, here) : row, here }
  })
  const changed = rows.filter(({ row, here }) => isChanged(row, here))
  const read = readFindings(
    page,
    changed.map(({ row }) => row),
    today,
  )
  if (!read.ok) return read
  const met = changed.filter(({ row, here }) => markOf(here) !== row.read)
  if (met.length > 0) {
    const problems = met.map(({ here }) => ({
      criterion: here.criterion,
      code: 'changed-since' as const,
    }))
    return { ok: false, problems }
  }
  const taken = changed.filter(({ row }) => row.result === '').map(({ here }) => here.criterion)
  return { ok: true, findings: read.findings, taken }
}

/** Neither as it was read nor as it is kept already. */
function isChanged(row: SentFinding, here: TypedFinding): boolean {
  const typed = markOf(row)
  return typed !== row.read && typed !== markOf(here)
}

/** What was left open, here and by everybody else. */
function asNotApplicable(row: SentFinding, here: TypedFinding): SentFinding {
  const untouched = markOf(row) === row.read
  const open = row.result === '' && (!untouched || markOf(here) === '')
  return open ? { ...row, result: 'not-applicable' } : row
}

/** The rows of a form that is shown again: what was left as it was read is shown as it stands now. */
export function showRows(
  sent: readonly SentFinding[],
  standing: readonly Finding[],
  problems: readonly RowProblem[],
): SentFinding[] {
  const now = new Map(standing.map((finding) => [finding.criterion, finding]))
  return sent.map((row) => {
    const here = typedFinding(row.criterion, now.get(row.criterion.trim()))
    if (markOf(row) === row.read) return { ...here, read: markOf(here) }
    const told = problems.some(
      ({ criterion, code }) => code === 'changed-since' && criterion === row.criterion.trim(),
    )
    // Whoever has been told, and sends it once more, means it.
    return told ? { ...row, read: markOf(here) } : row
  })
}
