import type { Locale } from '../platform/messages.ts'
import type { ContributionState } from './contribution.ts'
import { words } from './words.ts'

/** The name that a contribution goes under; no name of a withheld one, and of an author who is erased there is none. */
export function sayAuthor(
  locale: Locale,
  { name, state }: { name: string; state: ContributionState },
): string {
  if (state === 'withheld') return words(locale)('name-withheld')
  return name === '' ? words(locale)('erased-author') : name
}
