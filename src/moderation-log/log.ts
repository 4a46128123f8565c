/** What the log says was done: a decision's are those of moderation, what follows is of bans. */
export const outcomes = [
  'held',
  'published',
  'cut',
  'withheld',
  'undone',
  'banned',
  'ban-replaced',
  'ban-lifted',
] as const
export type Outcome = (typeof outcomes)[number]

/** One line of the log: nothing of it says who wrote what was decided on, nor who is banned. */
export type LogEntry = {
  id: number
  /** Of a ban the day alone, at its beginning in Paris: beside the moment of a decision it would say whose words it was for. */
  at: Date
  outcome: Outcome
  /** Null for a ban. */
  number: number | null
  /** Whether its words are public now. */
  readable: boolean
  /** Why it was held back, where that is what the line says. */
  held: 'before-publication' | 'spam-defence' | null
  /** The rule of a version of the charter. */
  version: number | null
  rule: number | null
  law: string | null
  /** In which role somebody decided; null where the journal does not say. */
  role: string | null
  /** When it was held back, where the decision ended that. */
  receivedAt: Date | null
  /** For how many a ban was set, with the first and the last. */
  days: number | null
  /** Where a ban holds; null for anything else. */
  banned: 'report' | 'site' | null
  /** What happened to it before its time, or afterwards; null where it holds, or held as it was meant. */
  became: 'undone' | 'replaced' | 'lifted' | 'annulled' | null
}

/** `month`: of Paris, as YYYY-MM. */
export type Asked = { outcome: Outcome | null; month: string | null }

const hour = 3600 * 1000

/** In hours, from when it was held back to when somebody decided; null where nothing waited. */
export function delayOf({ at, receivedAt }: Pick<LogEntry, 'at' | 'receivedAt'>): number | null {
  return receivedAt ? Math.max(0, (at.getTime() - receivedAt.getTime()) / hour) : null
}

/** Hours are told to the hundredth. */
export function roundHours(hours: number): number {
  return Math.round(hours * 100) / 100
}

/** In hours. */
export type Delays = { count: number; median: number; ninth: number; longest: number }

/**
 * The median is the shortest delay that at least half of all do not exceed, the 90th percentile that nine in ten do
 * not exceed: each is a delay that somebody had. Null where there is none.
 */
export function sumUpDelays(hours: readonly number[]): Delays | null {
  const sorted = hours.toSorted((one, other) => one - other)
  const longest = sorted.at(-1)
  if (longest === undefined) return null
  return { count: sorted.length, median: rank(sorted, 50), ninth: rank(sorted, 90), longest }
}

function rank(sorted: readonly number[], percent: number): number {
  return sorted[Math.max(0, Math.ceil((percent * sorted.length) / 100) - 1)] ?? 0
}

/** What people ask moderators for. */
export const requestKinds = ['flag', 'appeal', 'ban-contest', 'site-ban-contest'] as const
export type RequestKind = (typeof requestKinds)[number]

/** Received and decided lately; `granted`: as it was asked for; `closed`: nothing was left to decide on. Hours from then to the decision that holds. */
export type RequestSum = {
  what: RequestKind
  received: number
  granted: number
  refused: number
  closed: number
  delays: Omit<Delays, 'count'> | null
  waiting: number
  oldest: Date | null
}

/** A decision that ended a waiting: when it was taken, and after how many hours. */
export type Ended = { at: Date; hours: number }

/** A week, by the moment at which it ends, with the delays of what was decided within it. */
export type Week = { from: Date; delays: Delays | null }

const week = 7 * 24 * hour
/** In days. */
export const daysShown = 90
const weeksShown = 13

/** The last weeks, each of seven days up to this moment, the oldest first. */
export function byWeek(ended: readonly Ended[], now: Date): Week[] {
  return Array.from({ length: weeksShown }, (_, at) => {
    const from = new Date(now.getTime() - (weeksShown - at) * week)
    const until = new Date(from.getTime() + week)
    const within = ended.filter(({ at: when }) => when > from && when <= until)
    return { from, delays: sumUpDelays(within.map(({ hours }) => hours)) }
  })
}
