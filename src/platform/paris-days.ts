/** A date without a time, as YYYY-MM-DD; everything here that has an hour has it in Paris. */
export type Day = string

/** A date may be known, or planned, to the month or the year only; then the day is the first of it. */
export type Precision = 'day' | 'month' | 'year'

const parts = new Intl.DateTimeFormat('en', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** Which day it is in Paris at that moment. */
export function dayInParis(moment: Date): Day {
  const found = Object.fromEntries(
    parts.formatToParts(moment).map(({ type, value }) => [type, value]),
  )
  return `${found['year']?.padStart(4, '0')}-${found['month']}-${found['day']}`
}

const hour = 3600 * 1000

/** The moment at which the next day begins in Paris: an hour or two before it does in UTC. */
export function nextMidnightInParis(moment: Date): Date {
  const utcMidnight = Date.parse(dayInParis(moment)) + 24 * hour
  const inSummer = new Date(utcMidnight - 2 * hour)
  return dayInParis(inSummer) > dayInParis(moment) ? inSummer : new Date(utcMidnight - hour)
}
