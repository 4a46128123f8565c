import { limits } from '../contributions/index.ts'
import type { Locale } from '../platform/messages.ts'
import { causeLimits } from './cause.ts'
import type { AttributionProblem } from './attribute-change.ts'
import type { HandProblem } from './change-by-hand.ts'
import { words } from './words.ts'

/** A form is shown to whoever sent it, with what was typed, also when the session has ended meanwhile. */
export type ShownProblem = HandProblem | AttributionProblem

/** By the id of the control that each problem is about. */
const fields: Record<ShownProblem['code'], string> = {
  'no-cause': 'contributions',
  'no-number': 'contributions',
  'numbers-unreadable': 'contributions',
  'too-many-numbers': 'contributions',
  'contribution-unknown': 'contributions',
  'contribution-elsewhere': 'contributions',
  'contribution-withdrawn': 'contributions',
  'contribution-withheld': 'contributions',
  'contribution-declined': 'contributions',
  'no-citation': 'citation',
  'citation-too-long': 'citation',
  'link-unreadable': 'link',
  'link-too-long': 'link',
  'no-reason': 'reason',
  'reason-too-long': 'reason',
  'no-wording': 'wording',
  'wording-unchanged': 'wording',
  'wording-too-long': 'wording',
  'heading-on-lines': 'wording',
  'cells-differ': 'wording',
  'block-changed-since': 'present',
  'block-gone': 'present',
  'place-gone': 'after',
  'no-kind': 'kind',
  'block-merged': 'present',
  'no-cut': 'cut',
  'other-form': 'cut',
  'not-alike': 'present',
  'changed-later': 'present',
  'undo-published': 'present',
  'change-published': 'contributions',
}

/** What the error summary shows: each problem with its control. */
export function sayProblems(locale: Locale, problems: readonly ShownProblem[]) {
  return problems.map((problem) => ({
    field: fields[problem.code],
    sentence: sayProblem(locale, problem),
  }))
}

/** What is wrong with a control, all of it; undefined when nothing is. */
export function problemOf(locale: Locale, problems: readonly ShownProblem[]) {
  return (field: string): string | undefined => {
    const theirs = sayProblems(locale, problems).filter((problem) => problem.field === field)
    return theirs.length > 0 ? theirs.map(({ sentence }) => sentence).join(' ') : undefined
  }
}

/** What a problem's sentence says beside the contribution's number. */
const most: Partial<Record<ShownProblem['code'], number>> = {
  'too-many-numbers': causeLimits.contributions,
  'citation-too-long': causeLimits.citation,
  'link-too-long': causeLimits.link,
  'reason-too-long': causeLimits.reason,
  'wording-too-long': limits.wording,
}

export function sayProblem(locale: Locale, { code, number }: ShownProblem): string {
  return words(locale)(code, { number: String(number ?? ''), limit: most[code] ?? 0 })
}

/** It is about the passages as they stand, and not about what was typed. */
export function isOfText({ code }: ShownProblem): boolean {
  return fields[code] === 'present'
}

/** The place that was chosen is no longer there. */
export function isPlaceLost(problems: readonly ShownProblem[]): boolean {
  return problems.some(({ code }) => code === 'place-gone')
}
