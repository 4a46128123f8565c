import type { Office } from '../people/index.ts'
import { dayInParis, nextMidnightInParis, type Day } from '../platform/paris-days.ts'
import { isBlank } from '../text/index.ts'

/** `representative`: speaks for it; `organisation-lead`: keeps its members and mandates. */
export const mandateRoles = ['representative', 'organisation-lead'] as const
export type MandateRole = (typeof mandateRoles)[number]

/** A role that a member has for an organisation, from a moment, perhaps until another. */
export type Mandate = {
  /** Of the grant. */
  id: number
  personId: number
  name: string
  role: MandateRole
  from: Date
  until: Date | null
}

/** Whom an organisation counts as its own; `since` is null while a lead has not said yes. */
export type Member = {
  id: number
  organisationId: number
  personId: number
  name: string
  pseudonym: string
  askedAt: Date
  since: Date | null
  /** What the organisation says that they are in it. */
  office: Office | null
}

export type MandateState = 'ahead' | 'now' | 'over'

export function stateOf({ from, until }: Pick<Mandate, 'from' | 'until'>, now: Date): MandateState {
  if (from > now) return 'ahead'
  return until === null || until > now ? 'now' : 'over'
}

/** What a form says of a mandate: days, as YYYY-MM-DD or as they are written (31/12/2026). */
export type TypedMandate = { role: string; from: string; until: string }

export type MandateProblem =
  | 'no-role'
  | 'from-unreadable'
  | 'from-past'
  | 'until-unreadable'
  | 'until-past'
  | 'until-before-from'
  | 'overlapping'

export type NewMandate = { role: MandateRole; from: Date; until: Date | null }

export type CheckedMandate =
  | { ok: true; mandate: NewMandate }
  | { ok: false; problems: MandateProblem[] }

/** Days are whole, in Paris: from the beginning of the first to the end of the last. Today begins now. */
export function checkMandate(typed: TypedMandate, now: Date): CheckedMandate {
  const role = mandateRoles.find((one) => one === typed.role)
  const from = readFrom(typed.from, now)
  const until = readUntil(typed.until, now)
  const problems: MandateProblem[] = [
    ...(role ? [] : ['no-role' as const]),
    ...(from.ok ? [] : [from.problem]),
    ...(until.ok ? [] : [until.problem]),
  ]
  if (problems.length > 0 || !role || !from.ok || !until.ok) return { ok: false, problems }
  if (until.at !== null && until.at <= from.at) {
    return { ok: false, problems: ['until-before-from'] }
  }
  return { ok: true, mandate: { role, from: from.at, until: until.at } }
}

type From = { ok: true; at: Date } | { ok: false; problem: 'from-unreadable' | 'from-past' }

/** When a day begins that is today or later; nothing typed is now. */
export function readFrom(typed: string, now: Date): From {
  if (isBlank(typed)) return { ok: true, at: now }
  const day = readDay(typed)
  if (day === null) return { ok: false, problem: 'from-unreadable' }
  const today = dayInParis(now)
  if (day < today) return { ok: false, problem: 'from-past' }
  return { ok: true, at: day === today ? now : startOf(day) }
}

type Until =
  | { ok: true; at: Date | null }
  | { ok: false; problem: 'until-unreadable' | 'until-past' }

export function readUntil(typed: string, now: Date): Until {
  if (isBlank(typed)) return { ok: true, at: null }
  const day = readDay(typed)
  if (day === null) return { ok: false, problem: 'until-unreadable' }
  if (day < dayInParis(now)) return { ok: false, problem: 'until-past' }
  return { ok: true, at: nextMidnightInParis(noonOf(day)) }
}

/** A day that there is; null for anything else. */
export function readDay(typed: string): Day | null {
  const text = typed.trim()
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text) ?? []
  const iso = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
  if (!/^20\d\d-\d\d-\d\d$/.test(iso)) return null
  const noon = noonOf(iso)
  return Number.isNaN(noon.getTime()) || dayInParis(noon) !== iso ? null : iso
}

function noonOf(day: Day): Date {
  return new Date(`${day}T12:00:00Z`)
}

function startOf(day: Day): Date {
  return nextMidnightInParis(new Date(noonOf(day).getTime() - 24 * 3600 * 1000))
}

/** The last day of what ends at that moment: the midnight that ends it belongs to the next. */
export function lastMoment(until: Date): Date {
  return new Date(until.getTime() - 1000)
}

type Span = { from: Date; until: Date | null }

/** Whether there is a moment that both have. */
export function overlap(one: Span, other: Span): boolean {
  return !endsBefore(one, other) && !endsBefore(other, one)
}

function endsBefore({ until }: Span, { from }: Span): boolean {
  return until !== null && until <= from
}
