import type { Locale } from '../platform/messages.ts'
import type { Report } from './report.ts'
import { words } from './words.ts'

/** By whom a report is, and who asked for it; '' where neither is known. */
export function sayAuthors({ authors, commissioner }: Report, locale: Locale): string {
  const say = words(locale)
  return [
    ...(authors ? [say('by-authors', { name: authors })] : []),
    ...(commissioner ? [say('at-request-of', { name: commissioner })] : []),
  ].join(' · ')
}
