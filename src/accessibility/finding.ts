import { canonicalJson, sha256 } from '../platform/canonical.ts'
import type { Day } from '../platform/paris-days.ts'
import { isCriterion } from '../rgaa/index.ts'
import { compose } from '../text/index.ts'
import { auditLimits, isDay, results, type Finding, type Result } from './audit.ts'

/** One criterion of one page, as it was typed; an empty result takes back what was found. */
export type TypedFinding = {
  criterion: string
  result: string
  note: string
  derogation: string
  remedyOn: string
}

export type FindingCode =
  | 'no-result'
  | 'note-needed'
  | 'only-not-conforming'
  | 'bad-date'
  | 'past-date'
  | 'too-long'
  | 'bad-criterion'
  | 'twice'
export type FindingProblem = { criterion: string; code: FindingCode }

type Read = { ok: true; findings: Finding[] } | { ok: false; problems: FindingProblem[] }

/** What was found on a page; a criterion of which nothing is said is none of it. `today`: nothing is mended before. */
export function readFindings(page: number, typed: readonly TypedFinding[], today: Day): Read {
  const tidy = typed.map(tidyFinding)
  const seen = new Set<string>()
  const problems = tidy.flatMap((one) => {
    const code = seen.has(one.criterion) ? 'twice' : problemOf(one, today)
    seen.add(one.criterion)
    return code === null ? [] : [{ criterion: one.criterion, code }]
  })
  if (problems.length > 0) return { ok: false, problems }
  const findings = tidy.flatMap(({ criterion, result, note, derogation, remedyOn }) => {
    const found = resultOf(result)
    if (found === null) return []
    const remedy = remedyOn === '' ? null : remedyOn
    return [{ page, criterion, result: found, note, derogation, remedyOn: remedy }]
  })
  return { ok: true, findings }
}

export function resultOf(typed: string): Result | null {
  return results.find((result) => result === typed) ?? null
}

export function tidyFinding(typed: TypedFinding): TypedFinding {
  return {
    criterion: typed.criterion.trim(),
    result: typed.result,
    note: compose(typed.note.trim()),
    derogation: compose(typed.derogation.trim()),
    remedyOn: typed.remedyOn.trim(),
  }
}

/** As a form begins with it. */
export function typedFinding(criterion: string, found: Finding | undefined): TypedFinding {
  return {
    criterion,
    result: found?.result ?? '',
    note: found?.note ?? '',
    derogation: found?.derogation ?? '',
    remedyOn: found?.remedyOn ?? '',
  }
}

/** What a form carries of a finding that it was opened with; empty where nothing was found yet. */
export function markOf(typed: TypedFinding): string {
  const { result, note, derogation, remedyOn } = tidyFinding(typed)
  if (saysNothing(typed)) return ''
  return sha256(canonicalJson([result, note, derogation, remedyOn])).toString('hex')
}

/** What a form carries of all findings of an audit; empty where there are none yet. */
export function markOfAll(findings: readonly Finding[]): string {
  if (findings.length === 0) return ''
  return sha256(canonicalJson([...findings])).toString('hex')
}

function problemOf(typed: TypedFinding, today: Day): FindingCode | null {
  const { criterion, note, derogation } = typed
  if (!isCriterion(criterion)) return 'bad-criterion'
  if (note.length > auditLimits.text || derogation.length > auditLimits.text) return 'too-long'
  return resultProblem(typed, today)
}

function resultProblem(typed: TypedFinding, today: Day): FindingCode | null {
  const found = resultOf(typed.result)
  if (found === null) return saysNothing(typed) ? null : 'no-result'
  if (found !== 'not-conforming') return isPlanned(typed) ? 'only-not-conforming' : null
  if (typed.note === '') return 'note-needed'
  return dateProblem(typed.remedyOn, today)
}

function dateProblem(remedyOn: string, today: Day): 'bad-date' | 'past-date' | null {
  if (remedyOn === '') return null
  if (!isDay(remedyOn)) return 'bad-date'
  return remedyOn < today ? 'past-date' : null
}

function isPlanned({ derogation, remedyOn }: TypedFinding): boolean {
  return derogation !== '' || remedyOn !== ''
}

/** The blanks of a text that is typed are none. */
export function saysNothing(typed: TypedFinding): boolean {
  const { result, note, derogation, remedyOn } = tidyFinding(typed)
  return result === '' && note === '' && derogation === '' && remedyOn === ''
}
