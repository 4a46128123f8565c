import type { Locale } from '../platform/messages.ts'
import { words } from './words.ts'

/** What made the defence suspect a post, in words: codes as they stand in the database, those of before included. */
export function saySigns(locale: Locale, signs: readonly string[]): string[] {
  return signs.map((sign) => words(locale)('sign', { sign: sign.replaceAll('-', '_') }))
}
