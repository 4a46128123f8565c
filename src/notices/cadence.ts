import { dayInParis, type Day } from '../platform/paris-days.ts'

export const cadences = ['daily', 'weekly', 'none'] as const
export type Cadence = (typeof cadences)[number]

/** From Monday (1) to Sunday (7). */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
export type Weekday = (typeof weekdays)[number]

/** In Paris, in summer and in winter: from when on a day's digests are made. */
const digestHour = 7

const hourInParis = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  hour: '2-digit',
  hourCycle: 'h23',
})

const dayMs = 24 * 3600 * 1000

function before(day: Day, count: number): Day {
  return new Date(Date.parse(day) - count * dayMs).toISOString().slice(0, 10)
}

/** The newest day whose digests can be made at that moment. */
export function digestDay(now: Date): Day {
  const today = dayInParis(now)
  return Number(hourInParis.format(now)) >= digestHour ? today : before(today, 1)
}

/** Of each day of the week the newest one whose digests can be made, from Monday; a machine that was off makes them later. */
export function lastWeekdays(now: Date): Day[] {
  const newest = digestDay(now)
  const weekday = new Date(Date.parse(newest)).getUTCDay() || 7
  return weekdays.map((wanted) => before(newest, (weekday - wanted + 7) % 7))
}

/** The day before the newest one: whoever is due on that one is told on it. */
export function dayBefore(now: Date): Day {
  return before(digestDay(now), 1)
}
