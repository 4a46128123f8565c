import type { Locale } from '../platform/messages.ts'
import { eventLimits } from './event.ts'
import type { KeepProblem } from './keep-event.ts'
import { words } from './words.ts'

/** A form is shown to whoever sent it, with what was typed, also when the session has ended meanwhile. */
export type ShownProblem = KeepProblem | 'signed-out'

/** By the id of the control that each problem is about. */
const fields: Record<ShownProblem, string> = {
  'no-kind': 'kind',
  'no-year': 'year',
  'year-unreadable': 'year',
  'no-month': 'month',
  'no-such-date': 'day',
  'edition-unreadable': 'edition',
  'edition-published': 'edition',
  'no-label': 'label',
  'label-too-long': 'label',
  'by-whom-too-long': 'byWhom',
  'link-unreadable': 'link',
  'link-too-long': 'link',
  'added-already': 'kind',
  'changed-since': 'present',
  gone: 'kind',
  'signed-out': 'signed-out',
}

const most: Partial<Record<ShownProblem, number>> = {
  'label-too-long': eventLimits.label,
  'by-whom-too-long': eventLimits.byWhom,
  'link-too-long': eventLimits.link,
}

/** What the error summary shows: each problem with its control. */
export function sayProblems(locale: Locale, problems: readonly ShownProblem[]) {
  return problems.map((problem) => ({
    field: fields[problem],
    sentence: words(locale)(problem, { limit: most[problem] ?? 0 }),
  }))
}

/** What is wrong with a control; undefined when nothing is. */
export function problemOf(locale: Locale, problems: readonly ShownProblem[]) {
  return (...ids: string[]): string | undefined => {
    const theirs = sayProblems(locale, problems).filter(({ field }) => ids.includes(field))
    return theirs.length > 0 ? theirs.map(({ sentence }) => sentence).join(' ') : undefined
  }
}
