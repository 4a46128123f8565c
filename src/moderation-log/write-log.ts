import { csvCell } from '../platform/csv-cell.ts'
import { dayInParis } from '../platform/paris-days.ts'
import type { Delays, LogEntry, RequestSum } from './log.ts'
import { delayOf, roundHours } from './log.ts'
import type { YearCount } from './store.ts'

const columns = [
  'at',
  'outcome',
  'contribution',
  'held_because',
  'charter_version',
  'rule',
  'law',
  'decided_as',
  'received_at',
  'delay_hours',
  'ban_days',
  'ban_scope',
  'became',
] as const

type Row = Record<(typeof columns)[number], string | number | null>

/** An entry as open data has it: codes, moments in UTC, hours; of a ban the day in Paris. */
export function rowOf(entry: LogEntry): Row {
  const hours = delayOf(entry)
  return {
    at: entry.banned ? dayInParis(entry.at) : entry.at.toISOString(),
    outcome: entry.outcome,
    contribution: entry.number,
    held_because: entry.held,
    charter_version: entry.version,
    rule: entry.rule,
    law: entry.law,
    decided_as: entry.role,
    received_at: entry.receivedAt?.toISOString() ?? null,
    delay_hours: hours === null ? null : roundHours(hours),
    ban_days: entry.days,
    ban_scope: entry.banned,
    became: entry.became,
  }
}

/** RFC 4180, with a heading; no cell is taken for a formula by what opens it. */
export function writeCsv(entries: readonly LogEntry[]): string {
  const lines = entries.map((entry) => {
    const row = rowOf(entry)
    return columns.map((column) => cellOf(row[column])).join(',')
  })
  return [columns.join(','), ...lines].map((line) => `${line}\r\n`).join('')
}

function cellOf(value: string | number | null): string {
  return value === null ? '' : csvCell(String(value))
}

type Whole = {
  report: string
  promisedDays: number
  waiting: { count: number; oldest: Date | null }
  delays: Delays | null
  requests: readonly RequestSum[]
  years: readonly YearCount[]
  entries: readonly LogEntry[]
}

/** Everything that the page says, for programs. */
export function writeJson(whole: Whole) {
  const { report, promisedDays, waiting, delays, requests, years, entries } = whole
  return {
    report,
    promised_days: promisedDays,
    waiting: { count: waiting.count, oldest: waiting.oldest?.toISOString() ?? null },
    last_90_days: delays && {
      decisions: delays.count,
      ...hoursOf(delays),
    },
    requests: requests.map(requestOf),
    years,
    entries: entries.map(rowOf),
  }
}

function hoursOf(delays: Omit<Delays, 'count'> | null) {
  return {
    median_hours: delays && roundHours(delays.median),
    ninetieth_percentile_hours: delays && roundHours(delays.ninth),
    longest_hours: delays && roundHours(delays.longest),
  }
}

function requestOf(request: RequestSum) {
  const { what, received, granted, refused, closed, delays, waiting, oldest } = request
  return {
    what,
    waiting: { count: waiting, oldest: oldest?.toISOString() ?? null },
    last_90_days: {
      received,
      granted,
      refused,
      closed,
      ...hoursOf(delays),
    },
  }
}
