import { languageTags, type Locale } from '../platform/messages.ts'
import { words } from './words.ts'

/** A delay in hours or in days, whichever is read at a glance. */
export function sayDelay(locale: Locale, hours: number): string {
  const say = words(locale)
  if (hours < 1) return say('under-an-hour')
  if (hours < 24) return say('in-hours', { count: Math.round(hours) })
  return say('in-days', { count: Math.round(hours / 2.4) / 10 })
}

/** A month of Paris, written YYYY-MM, as it is said. */
export function sayMonth(locale: Locale, month: string): string {
  const format = new Intl.DateTimeFormat(languageTags[locale], {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return format.format(new Date(`${month}-15T12:00:00Z`))
}

/** As the message files name it: their keys know no hyphen. */
export const keyOf = (name: string): string => name.replaceAll('-', '_')
