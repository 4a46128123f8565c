import { isWebAddress } from '../platform/web-address.ts'
import { compose, isBlank } from '../text/index.ts'
import type { Content, ContributionKind, Stance } from './contribution.ts'

/** Characters. Long enough for a rewritten page; a longer text is a report of its own. */
export const limits = {
  title: 200,
  body: 10_000,
  explanation: 10_000,
  link: 2000,
  place: 120,
  wording: 20_000,
} as const

/** What one person can publish in one hour: far above what anybody writes, far below what a program sends. */
export const hourlyLimit = 20

export type ContentProblem =
  | 'no-kind'
  | 'no-stance'
  | 'no-title'
  | 'title-too-long'
  | 'no-body'
  | 'body-too-long'
  | 'explanation-too-long'
  | 'no-link'
  | 'link-unreadable'
  | 'link-too-long'
  | 'no-place'
  | 'place-too-long'

type Field = 'title' | 'explanation' | 'link' | 'place'
type Use = 'needed' | 'optional'

/** Which fields each kind has beside its body. */
const uses: Record<ContributionKind, { [F in Field]?: Use }> = {
  remark: {},
  question: {},
  argument: {},
  source: { title: 'needed', link: 'needed' },
  amendment: {},
  'new-proposition': { title: 'needed', explanation: 'optional' },
  'local-success': { title: 'needed', place: 'needed', link: 'optional' },
}

/** Whether a kind has that field, and must. */
export function useOf(kind: ContributionKind, field: Field): Use | null {
  return uses[kind][field] ?? null
}

export type Typed = Record<keyof Omit<Content, 'wording'>, string>

/** What keeps such words from being published as that kind; empty when nothing does. */
export function checkContent(
  kind: ContributionKind,
  stance: Stance | null,
  typed: Typed,
): ContentProblem[] {
  return [
    ...(kind === 'argument' && stance === null ? ['no-stance' as const] : []),
    ...checkField(kind, 'title', typed.title),
    ...checkField(kind, 'link', typed.link),
    ...checkField(kind, 'place', typed.place),
    ...checkBody(typed.body),
    ...checkField(kind, 'explanation', typed.explanation),
  ]
}

/** Words as they are kept: only what the kind has, nothing around it. */
export function keptContent(kind: ContributionKind, typed: Typed): Content {
  const kept = (field: Field) =>
    useOf(kind, field) && !isBlank(typed[field]) ? compose(typed[field].trim()) : null
  return {
    title: kept('title')?.replaceAll(/\s+/gu, ' ') ?? null,
    body: compose(typed.body.trim()),
    explanation: kept('explanation'),
    link: kept('link'),
    place: kept('place')?.replaceAll(/\s+/gu, ' ') ?? null,
    wording: null,
  }
}

const missing: { [F in Field]?: ContentProblem } = {
  title: 'no-title',
  link: 'no-link',
  place: 'no-place',
}

function checkField(kind: ContributionKind, field: Field, typed: string): ContentProblem[] {
  const use = useOf(kind, field)
  if (!use) return []
  const words = typed.trim()
  if (isBlank(words)) return use === 'needed' ? [missing[field]].flatMap((it) => it ?? []) : []
  if (words.length > limits[field]) return [`${field}-too-long`]
  return field === 'link' && !isWebAddress(words) ? ['link-unreadable'] : []
}

function checkBody(body: string): ContentProblem[] {
  const words = body.trim()
  if (isBlank(words)) return ['no-body']
  return words.length > limits.body ? ['body-too-long'] : []
}
