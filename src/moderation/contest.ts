import { dayInParis, nextMidnightInParis } from '../platform/paris-days.ts'

/** Months within which a decision can be contested (Regulation (EU) 2022/2065, art. 20(1): at least six). */
export const contestMonths = 6

/** Until when what somebody was told on that day can be contested: the end of the day, in Paris. */
export function contestUntil(toldAt: Date): Date {
  const [year = 0, month = 1, day = 1] = dayInParis(toldAt).split('-').map(Number)
  // The last of a month that has no such day.
  const last = new Date(Date.UTC(year, month + contestMonths, 0)).getUTCDate()
  const noon = new Date(Date.UTC(year, month - 1 + contestMonths, Math.min(day, last), 12))
  return new Date(nextMidnightInParis(noon).getTime() - 1000)
}
