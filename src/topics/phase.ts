import type { Day } from '../platform/paris-days.ts'
import { isBlank } from '../text/index.ts'

export const phaseLimits = { label: 120, prompt: 2000 } as const

/** When a topic is open: from a first day to a last one, both included, in Paris. */
export type PhaseFacts = {
  /** What the phase is called; null where its dates say enough. */
  label: string | null
  /** What people are asked in it, in the report's language. */
  prompt: string | null
  opensOn: Day
  closesOn: Day
}

/** `closedAt`: when editors ended it before its last day was over, which then became its last; `revision` counts its changes. */
export type Phase = PhaseFacts & { number: number; closedAt: Date | null; revision: number }

export type PhaseState = 'ahead' | 'open' | 'over'

/** Where a phase stands on a day. */
export function stateOf(
  { opensOn, closesOn, closedAt }: Pick<Phase, 'opensOn' | 'closesOn' | 'closedAt'>,
  today: Day,
): PhaseState {
  if (closedAt !== null || closesOn < today) return 'over'
  return opensOn > today ? 'ahead' : 'open'
}

/** The phase in which something can be said; undefined where none is open that day. */
export function openPhase<P extends Phase>(phases: readonly P[], today: Day): P | undefined {
  return phases.find((phase) => stateOf(phase, today) === 'open')
}

/** Where a topic stands: open, about to be, or over; `ahead` where nothing is said of when. */
export function topicStateOf(phases: readonly Phase[], today: Day): PhaseState {
  const states = phases.map((phase) => stateOf(phase, today))
  if (states.includes('open')) return 'open'
  return states.includes('ahead') || states.length === 0 ? 'ahead' : 'over'
}

/** How many days something could be said, in all phases since a topic was published and until today; the first and the last day count. */
export function daysOpen(phases: readonly Phase[], published: Day, today: Day): number {
  return phases
    .map(
      ({ opensOn, closesOn }) =>
        daysFrom(latest(opensOn, published), closesOn < today ? closesOn : today) + 1,
    )
    .filter((days) => days > 0)
    .reduce((all, days) => all + days, 0)
}

function latest(one: Day, other: Day): Day {
  return one > other ? one : other
}

const dayLength = 24 * 3600 * 1000

/** From one day to another; less than 0 where the other is before. */
export function daysFrom(one: Day, other: Day): number {
  return Math.round((Date.parse(other) - Date.parse(one)) / dayLength)
}

/** As an editor typed it: days as a browser's own field for dates sends them. */
export type TypedPhase = { label: string; prompt: string; opensOn: string; closesOn: string }

export const noPhaseTyped: TypedPhase = { label: '', prompt: '', opensOn: '', closesOn: '' }

export type PhaseProblem =
  | 'no-opening'
  | 'opening-unreadable'
  | 'no-closing'
  | 'closing-unreadable'
  | 'closes-before-it-opens'
  | 'label-too-long'
  | 'prompt-too-long'
  | 'phases-overlap'
  | 'opened-already'
  | 'opens-in-the-past'
  | 'closes-in-the-past'

export type ReadPhase = { ok: true; phase: PhaseFacts } | { ok: false; problems: PhaseProblem[] }

/** `others`: the topic's other phases; `before`: as it stands, for one that is changed. */
type Known = { others: readonly Phase[]; before: Phase | null; today: Day }

/**
 * What was typed, as a phase, or all that is wrong with it. What was promised is kept: a phase that is open cannot come to have opened
 * on another day, and whoever shortens one leaves today at least.
 */
export function readPhase(typed: TypedPhase, known: Known): ReadPhase {
  const [opensOn, closesOn] = [readDay(typed.opensOn), readDay(typed.closesOn)]
  const problems = [
    ...dayProblem(typed.opensOn, opensOn, ['no-opening', 'opening-unreadable']),
    ...dayProblem(typed.closesOn, closesOn, ['no-closing', 'closing-unreadable']),
    ...(typed.label.trim().length > phaseLimits.label ? ['label-too-long' as const] : []),
    ...(typed.prompt.trim().length > phaseLimits.prompt ? ['prompt-too-long' as const] : []),
  ]
  if (opensOn === null || closesOn === null) return { ok: false, problems }
  const phase = { label: kept(typed.label), prompt: kept(typed.prompt), opensOn, closesOn }
  problems.push(...checkDates(phase, known))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, phase }
}

function checkDates(phase: PhaseFacts, { others, before, today }: Known): PhaseProblem[] {
  if (phase.closesOn < phase.opensOn) return ['closes-before-it-opens']
  return [
    ...checkPromise(phase, before, today),
    ...(others.some((other) => overlap(other, phase)) ? ['phases-overlap' as const] : []),
  ]
}

function checkPromise(
  { opensOn, closesOn }: PhaseFacts,
  before: Phase | null,
  today: Day,
): PhaseProblem[] {
  const ended = closesOn < today ? ['closes-in-the-past' as const] : []
  const began = opensOn < today ? ['opens-in-the-past' as const] : []
  if (before === null) return [...began, ...ended]
  const opens = before.opensOn !== opensOn
  return [
    ...(opens ? (before.opensOn <= today ? ['opened-already' as const] : began) : []),
    ...(opens || before.closesOn !== closesOn ? ended : []),
  ]
}

type Dates = Pick<PhaseFacts, 'opensOn' | 'closesOn'>

function overlap(one: Dates, other: Dates): boolean {
  return one.opensOn <= other.closesOn && other.opensOn <= one.closesOn
}

export type PhaseDeed = 'moved' | 'prolonged' | 'shortened' | 'closed' | 'reopened'

/** What a change of dates is to people who had been told others; null where they stay. */
export function deedOf(before: Phase, after: PhaseFacts, today: Day): PhaseDeed | null {
  if (before.opensOn === after.opensOn && before.closesOn === after.closesOn) return null
  if (stateOf(before, today) === 'over') return 'reopened'
  if (before.opensOn !== after.opensOn) return 'moved'
  return after.closesOn > before.closesOn ? 'prolonged' : 'shortened'
}

export function typedPhase({ label, prompt, opensOn, closesOn }: PhaseFacts): TypedPhase {
  return { label: label ?? '', prompt: prompt ?? '', opensOn, closesOn }
}

export function samePhase(one: PhaseFacts, other: PhaseFacts): boolean {
  return JSON.stringify(typedPhase(one)) === JSON.stringify(typedPhase(other))
}

function dayProblem(
  typed: string,
  day: Day | null,
  [missing, unreadable]: readonly [PhaseProblem, PhaseProblem],
): PhaseProblem[] {
  if (isBlank(typed)) return [missing]
  return day === null ? [unreadable] : []
}

/** YYYY-MM-DD, or DD/MM/YYYY where a browser has no field for dates. `Date` takes 31 February for 3 March. */
function readDay(typed: string): Day | null {
  const [, d = '', m = '', y = ''] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(typed.trim()) ?? []
  const day = y === '' ? typed.trim() : `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  if (!/^(?:19|[2-9]\d)\d\d-\d\d-\d\d$/.test(day)) return null
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${day}T`) ? day : null
}

function kept(typed: string): string | null {
  return isBlank(typed) ? null : typed.trim()
}
