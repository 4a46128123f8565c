import { languageTags, type Locale } from '../platform/messages.ts'
import { words } from './words.ts'

/** «n° 12, n° 15 et n° 18». */
export function sayNumbers(locale: Locale, numbers: readonly number[]): string {
  const named = numbers.map((number) => words(locale)('numbered', { number }))
  return new Intl.ListFormat(languageTags[locale], { type: 'conjunction' }).format(named)
}
