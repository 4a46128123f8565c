import { sayDate, type Locale } from '../platform/messages.ts'
import type { Day } from '../platform/paris-days.ts'
import { isCriterion, rgaaWords } from '../rgaa/index.ts'

/** A day as one writes it. */
export function sayDay(locale: Locale, day: Day): string {
  return sayDate(locale, new Date(`${day}T12:00:00Z`))
}

/** A criterion by its number, with what it is about where that is known. */
export function sayCriterion(locale: Locale, criterion: string): string {
  // Of what was published by another reference only the name is known.
  if (!isCriterion(criterion)) return criterion
  return `${criterion}\u00a0${rgaaWords(locale)(`criterion-${criterion}`)}`
}
