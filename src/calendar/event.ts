import type { Day, Precision } from '../platform/paris-days.ts'
import { isWebAddress } from '../platform/web-address.ts'
import { isBlank } from '../text/index.ts'

export const eventKinds = [
  'commissioned',
  'handed-over',
  'presented',
  'published',
  'meeting',
  'contributions-until',
  'edition-planned',
  'other',
] as const
export type EventKind = (typeof eventKinds)[number]

/** UTF-16 units. */
export const eventLimits = { label: 200, byWhom: 200, link: 2000 } as const

/** A date of a report's life or calendar. */
export type EventFacts = {
  kind: EventKind
  /** The first of the month or year where it is known no better. */
  day: Day
  precision: Precision
  /** The number of the edition that is planned; null for every other kind. */
  edition: number | null
  /** In the report's language. */
  label: string | null
  byWhom: string | null
  link: string | null
}

/** `revision` counts its changes. */
export type ReportEvent = EventFacts & { id: number; revision: number }

/** As an editor typed it. */
export type TypedEvent = {
  kind: EventKind | null
  day: string
  month: string
  year: string
  edition: string
  label: string
  byWhom: string
  link: string
}

export const nothingTyped: TypedEvent = {
  kind: null,
  day: '',
  month: '',
  year: '',
  edition: '',
  label: '',
  byWhom: '',
  link: '',
}

type DateProblem = 'no-year' | 'year-unreadable' | 'no-month' | 'no-such-date'

export type EventProblem =
  | DateProblem
  | 'no-kind'
  | 'edition-unreadable'
  | 'edition-published'
  | 'no-label'
  | 'label-too-long'
  | 'by-whom-too-long'
  | 'link-unreadable'
  | 'link-too-long'

export type ReadEvent = { ok: true; event: EventFacts } | { ok: false; problems: EventProblem[] }

/** What was typed, as a date of the calendar, or all that is wrong with it. `latest`: the newest edition. */
export function readEvent(typed: TypedEvent, { latest }: { latest: number }): ReadEvent {
  const { kind } = typed
  const date = readDate(typed)
  const planned = kind === 'edition-planned'
  const problems = [
    ...(kind === null ? ['no-kind' as const] : []),
    ...(typeof date === 'string' ? [date] : []),
    ...(planned ? checkEdition(typed.edition.trim(), latest) : []),
    ...checkWords(typed),
    ...checkLink(typed.link.trim()),
  ]
  if (kind === null || typeof date === 'string' || problems.length > 0) {
    return { ok: false, problems }
  }
  const event = {
    kind,
    ...date,
    edition: planned ? Number(typed.edition) : null,
    label: onOneLine(typed.label),
    byWhom: onOneLine(typed.byWhom),
    link: onOneLine(typed.link),
  }
  return { ok: true, event }
}

/** A date as one would type it; the other way round of `readEvent`. */
export function typedOf(event: EventFacts): TypedEvent {
  const [year = '', month = '', day = ''] = event.day.split('-')
  return {
    kind: event.kind,
    day: event.precision === 'day' ? String(Number(day)) : '',
    month: event.precision === 'year' ? '' : String(Number(month)),
    year,
    edition: event.edition === null ? '' : String(event.edition),
    label: event.label ?? '',
    byWhom: event.byWhom ?? '',
    link: event.link ?? '',
  }
}

/** Whether they say the same. */
export function sameEvent(one: EventFacts, other: EventFacts): boolean {
  return JSON.stringify(typedOf(one)) === JSON.stringify(typedOf(other))
}

type Dated = Pick<EventFacts, 'day' | 'precision'>

/** Without a day it is a month, without a month a year. */
function readDate(typed: Pick<TypedEvent, 'day' | 'month' | 'year'>): Dated | DateProblem {
  const [day, month, year] = [typed.day.trim(), typed.month.trim(), typed.year.trim()]
  if (year === '') return 'no-year'
  if (!/^(?:19|[2-9]\d)\d\d$/.test(year)) return 'year-unreadable'
  if (month === '') return day === '' ? { day: `${year}-01-01`, precision: 'year' } : 'no-month'
  const first = `${year}-${month.padStart(2, '0')}-${(day || '1').padStart(2, '0')}`
  if (!isDay(first)) return 'no-such-date'
  return { day: first, precision: day === '' ? 'month' : 'day' }
}

/** `Date` takes 31 February for 3 March. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${text}T`)
}

function checkEdition(typed: string, latest: number): EventProblem[] {
  if (!/^[1-9]\d{0,3}$/.test(typed)) return ['edition-unreadable']
  return Number(typed) <= latest ? ['edition-published'] : []
}

function checkWords({ kind, label, byWhom }: TypedEvent): EventProblem[] {
  const needed = kind === 'meeting' || kind === 'other'
  return [
    ...(needed && isBlank(label) ? ['no-label' as const] : []),
    ...(label.trim().length > eventLimits.label ? ['label-too-long' as const] : []),
    ...(byWhom.trim().length > eventLimits.byWhom ? ['by-whom-too-long' as const] : []),
  ]
}

function checkLink(link: string): EventProblem[] {
  if (isBlank(link)) return []
  if (link.length > eventLimits.link) return ['link-too-long']
  return isWebAddress(link) ? [] : ['link-unreadable']
}

function onOneLine(typed: string): string | null {
  return isBlank(typed) ? null : typed.trim().replaceAll(/\s+/gu, ' ')
}
