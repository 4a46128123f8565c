import { sayDateTime, type Locale } from '../platform/messages.ts'
import { lawLimit } from './decision.ts'
import { flagLimits, flagsADayOfOnePerson, type FlagProblem } from './flag.ts'
import { words } from './words.ts'

export function sayFlagProblem(
  locale: Locale,
  problem: FlagProblem,
  notBefore: Date | null,
): string {
  const { leastExplanation: least, explanation: most } = flagLimits
  const until = notBefore === null ? '' : sayDateTime(locale, notBefore)
  const figures = { least, most, law: lawLimit, person: flagsADayOfOnePerson, until }
  return words(locale)(problem, figures)
}

/** The id of the control that a problem is about; of what is flagged, where it is about no field. */
export function fieldOfFlag(problem: FlagProblem): string {
  return fields[problem] ?? 'flagged'
}

const fields: Partial<Record<FlagProblem, string>> = {
  'flag-no-ground': 'ground',
  'flag-law-too-long': 'law',
  'flag-explanation-too-short': 'explanation',
  'flag-explanation-too-long': 'explanation',
  'flag-words-not-found': 'words',
  'flag-no-name': 'name',
  'flag-email-unreadable': 'email',
  'flag-no-good-faith': 'good-faith',
}
