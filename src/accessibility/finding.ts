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
  | 'too-long'
  | 'bad-criterion'
  | 'twice'
export type FindingProblem = { criterion: string; code: FindingCode }

type Read =
  | { ok: true; findings: Finding[]; taken: string[] }
  | { ok: false; problems: FindingProblem[] }

/** What was found on a page, and the criteria of which nothing is said any more. */
export function readFindings(page: number, typed: readonly TypedFinding[]): Read {
  const tidy = typed.map(tidyFinding)
  const problems = tidy.flatMap((one, at) => {
    const again = tidy.findIndex(({ criterion }) => criterion === one.criterion) !== at
    const code = again ? 'twice' : problemOf(one)
    return code === null ? [] : [{ criterion: one.criterion, code }]
  })
  if (problems.length > 0) return { ok: false, problems }
  const findings = tidy.flatMap(({ criterion, result, note, derogation, remedyOn }) => {
    const found = resultOf(result)
    if (found === null) return []
    const remedy = remedyOn === '' ? null : remedyOn
    return [{ page, criterion, result: found, note, derogation, remedyOn: remedy }]
  })
  const taken = tidy.filter(({ result }) => result === '').map(({ criterion }) => criterion)
  return { ok: true, findings, taken }
}

export function resultOf(typed: string): Result | null {
  return results.find((result) => result === typed) ?? null
}

function tidyFinding(typed: TypedFinding): TypedFinding {
  return {
    criterion: typed.criterion.trim(),
    result: typed.result,
    note: compose(typed.note.trim()),
    derogation: compose(typed.derogation.trim()),
    remedyOn: typed.remedyOn.trim(),
  }
}

function problemOf(typed: TypedFinding): FindingCode | null {
  const { criterion, note, derogation } = typed
  if (!/^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$/.test(criterion)) return 'bad-criterion'
  if (note.length > auditLimits.text || derogation.length > auditLimits.text) return 'too-long'
  return resultProblem(typed)
}

function resultProblem(typed: TypedFinding): FindingCode | null {
  const found = resultOf(typed.result)
  if (found === null) return saysNothing(typed) ? null : 'no-result'
  if (found !== 'not-conforming') return isPlanned(typed) ? 'only-not-conforming' : null
  if (typed.note === '') return 'note-needed'
  return typed.remedyOn === '' || isDay(typed.remedyOn) ? null : 'bad-date'
}

function isPlanned({ derogation, remedyOn }: TypedFinding): boolean {
  return derogation !== '' || remedyOn !== ''
}

function saysNothing(typed: TypedFinding): boolean {
  return typed.result === '' && typed.note === '' && !isPlanned(typed)
}
