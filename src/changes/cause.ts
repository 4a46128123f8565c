import { isWebAddress } from '../platform/web-address.ts'
import type { ContributionState } from '../contributions/index.ts'
import type { NamedCause } from '../reports/index.ts'
import { isBlank } from '../text/index.ts'

/** UTF-16 units; `contributions`: how many one form can name. */
export const causeLimits = { reason: 1000, citation: 300, link: 2000, contributions: 50 } as const

/** Why an editor changes the text, as they typed it. */
export type TypedCauses = {
  /** Numbers of contributions: «12, 15». */
  contributions: string
  citation: string
  link: string
  erratum: boolean
  reason: string
}

export const noCauses: TypedCauses = {
  contributions: '',
  citation: '',
  link: '',
  erratum: false,
  reason: '',
}

/** What has to be known of a contribution that is named as a cause. */
export type Candidate = {
  number: number
  reportId: number
  state: ContributionState
  declined: boolean
}

/** What is wrong with one of the contributions that are named. */
export type NumberProblem =
  | 'contribution-unknown'
  | 'contribution-elsewhere'
  | 'contribution-withdrawn'
  | 'contribution-withheld'
  | 'contribution-declined'

export type PlainProblem =
  | 'no-cause'
  | 'no-number'
  | 'numbers-unreadable'
  | 'too-many-numbers'
  | 'no-citation'
  | 'citation-too-long'
  | 'link-unreadable'
  | 'link-too-long'
  | 'no-reason'
  | 'reason-too-long'

/** `number`: the contribution that it is about. */
export type CauseProblem =
  | { code: PlainProblem; number: null }
  | { code: NumberProblem; number: number }

/** The numbers in «12, 15» or «n° 12 n° 15», each once; null where something else stands there. */
export function readNumbers(typed: string): number[] | null {
  const parts = typed
    .replaceAll(/n\s?[°º]|#/giu, ' ')
    .split(/[\s,;]+/u)
    .filter((part) => part !== '')
  if (parts.some((part) => !/^[1-9]\d{0,8}$/.test(part))) return null
  return [...new Set(parts.map(Number))]
}

/** The numbers that can be looked up: none where they cannot be read, or are too many. */
export function namedNumbers(typed: string): number[] {
  const numbers = readNumbers(typed) ?? []
  return numbers.length > causeLimits.contributions ? [] : numbers
}

type Known = { reportId: number; candidates: readonly Candidate[] }

/** What keeps these contributions from being the causes that are added; empty when nothing does. */
export function checkAddedNumbers(typed: string, known: Known): CauseProblem[] {
  return isBlank(typed) ? [plain('no-number')] : checkNumbers(typed, known)
}

function checkNumbers(typed: string, known: Known): CauseProblem[] {
  const numbers = readNumbers(typed)
  if (numbers === null) return [plain('numbers-unreadable')]
  if (numbers.length > causeLimits.contributions) return [plain('too-many-numbers')]
  return numbers.flatMap((number) => {
    const code = checkNumber(number, known)
    return code ? [{ code, number }] : []
  })
}

function checkNumber(number: number, { reportId, candidates }: Known): NumberProblem | null {
  const candidate = candidates.find((one) => one.number === number)
  // What waits for a moderator is not there yet.
  if (!candidate || candidate.state === 'pending') return 'contribution-unknown'
  if (candidate.reportId !== reportId) return 'contribution-elsewhere'
  if (candidate.state !== 'published') return `contribution-${candidate.state}`
  return candidate.declined ? 'contribution-declined' : null
}

/** What keeps a change from being made for these causes; empty when nothing does. */
export function checkCauses(typed: TypedCauses, known: Known): CauseProblem[] {
  return [
    ...(causesOf(typed).length === 0 && isBlank(typed.contributions) && isBlank(typed.link)
      ? [plain('no-cause')]
      : []),
    ...checkNumbers(typed.contributions, known),
    ...checkSource(typed),
    ...checkReason(typed.reason),
  ]
}

function checkSource({ citation, link }: TypedCauses): CauseProblem[] {
  const missing = isBlank(citation) && !isBlank(link)
  return [
    ...(missing ? [plain('no-citation')] : []),
    ...(citation.trim().length > causeLimits.citation ? [plain('citation-too-long')] : []),
    ...checkLink(link.trim()),
  ]
}

function checkLink(link: string): CauseProblem[] {
  if (isBlank(link)) return []
  if (link.length > causeLimits.link) return [plain('link-too-long')]
  return isWebAddress(link) ? [] : [plain('link-unreadable')]
}

function checkReason(reason: string): CauseProblem[] {
  if (isBlank(reason)) return [plain('no-reason')]
  return reason.trim().length > causeLimits.reason ? [plain('reason-too-long')] : []
}

/** The causes that were named, contributions first. */
export function causesOf({ contributions, citation, link, erratum }: TypedCauses): NamedCause[] {
  const source = {
    kind: 'source' as const,
    citation: citation.trim().replaceAll(/\s+/gu, ' '),
    link: isBlank(link) ? null : link.trim(),
  }
  return [
    ...namedNumbers(contributions).map((contributionNumber) => ({
      kind: 'contribution' as const,
      contributionNumber,
    })),
    ...(isBlank(citation) ? [] : [source]),
    ...(erratum ? [{ kind: 'erratum' as const }] : []),
  ]
}

function plain(code: PlainProblem): CauseProblem {
  return { code, number: null }
}
