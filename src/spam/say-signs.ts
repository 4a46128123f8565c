import type { Locale } from '../platform/messages.ts'
import { familiesOf } from './families.ts'
import { words } from './words.ts'

/** What made the defence suspect a post, in words, for moderators: codes as they stand in the database, those of before included. */
export function saySigns(locale: Locale, signs: readonly string[]): string[] {
  return signs.map((sign) => words(locale)('sign', { sign: sign.replaceAll('-', '_') }))
}

/** The same for whoever wrote it: of what kind the signs are, and nothing by which they could be got round. */
export function sayFamilies(locale: Locale, signs: readonly string[]): string {
  const said = familiesOf(signs).map((family) => words(locale)('family', { family }))
  return new Intl.ListFormat(locale === 'qps' ? 'en' : locale).format(said)
}
