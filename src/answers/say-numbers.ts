import { languageTags, type Locale } from '../platform/messages.ts'
import { words } from './words.ts'

/** «n° 15, n° 16 et n° 17». */
export function sayNumbers(locale: Locale, numbers: readonly number[]): string {
  const say = words(locale)
  const named = numbers.map((number) => say('numbered', { number }))
  return new Intl.ListFormat(languageTags[locale], { type: 'conjunction' }).format(named)
}
