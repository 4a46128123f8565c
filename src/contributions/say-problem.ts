import { sayAttachmentProblems, type AttachedForm } from '../attachments/index.ts'
import { sayDateTime, type Locale } from '../platform/messages.ts'
import { isTrueNameProblem, sayTrueNameProblem } from '../people/index.ts'
import { hourlyLimit } from './content.ts'
import { draftLimit } from './keep-draft.ts'
import type { FormProblem } from './receive-form.ts'
import type { ReviseProblem } from './revise-contribution.ts'
import { words } from './words.ts'

type Problem = FormProblem | ReviseProblem

type Facts = {
  locale: Locale
  unit?: 'row' | 'sentence'
  published?: number | null
  notBefore?: Date | null
  attached?: AttachedForm
}

/** By the id of the control that each problem is about. */
const fields: Record<Problem, string> = {
  'no-kind': 'kind',
  'no-stance': 'stance-for',
  'no-title': 'title',
  'title-too-long': 'title',
  'no-body': 'body',
  'body-too-long': 'body',
  'explanation-too-long': 'explanation',
  'no-link': 'link',
  'link-unreadable': 'link',
  'link-too-long': 'link',
  'no-place': 'place',
  'place-too-long': 'place',
  'no-sentence-chosen': 'sentences',
  'sentences-not-consecutive': 'sentences',
  'no-wording': 'wording',
  'wording-unchanged': 'wording',
  'wording-too-long': 'wording',
  'heading-on-lines': 'wording',
  'cells-differ': 'wording',
  'words-not-found': 'words',
  'words-several': 'words',
  attachments: 'file',
  'no-mandate': 'speaker-own',
  'no-true-name': 'trueName',
  'true-name-too-long': 'trueName',
  'true-name-unreadable': 'trueName',
  'target-gone': 'form',
  'topic-closed': 'form',
  'sent-already': 'form',
  'too-many': 'form',
  'too-many-drafts': 'form',
  'edition-unknown': 'form',
  'signed-out': 'signed-out',
  'not-published': 'form',
  settled: 'form',
  'revised-meanwhile': 'form',
  'nothing-revised': 'form',
}

/** What the error summary shows: each problem with its control, and those of the files one by one. */
export function sayProblems(problems: readonly Problem[], facts: Facts) {
  return problems.flatMap((problem) =>
    problem === 'attachments'
      ? sayAttachmentProblems(facts.locale, facts.attached?.problems ?? [])
      : [{ field: fields[problem], sentence: sayProblem(problem, facts) }],
  )
}

/** Whether it is about in whose name something is said, or its files: a page on which nothing can be said yet does not ask. */
export function isAskedLater(problem: Problem): boolean {
  return ['speaker-own', 'trueName', 'file'].includes(fields[problem])
}

/** What is wrong with a control; undefined when nothing is. */
export function problemOf(problems: readonly Problem[], facts: Facts) {
  return (field: string): string | undefined => {
    const problem = problems.find((problem) => fields[problem] === field)
    return problem && problem !== 'attachments' ? sayProblem(problem, facts) : undefined
  }
}

function sayProblem(
  problem: Exclude<Problem, 'attachments'>,
  { locale, unit = 'sentence', ...facts }: Facts,
): string {
  if (isTrueNameProblem(problem)) return sayTrueNameProblem(locale, problem)
  const say = words(locale)
  switch (problem) {
    case 'no-sentence-chosen':
    case 'sentences-not-consecutive':
      return say(problem, { unit })
    case 'sent-already':
      return say(problem, { number: facts.published ?? 0 })
    case 'too-many':
      return say(problem, {
        limit: hourlyLimit,
        time: sayDateTime(locale, facts.notBefore ?? new Date(0)),
      })
    case 'too-many-drafts':
      return say(problem, { limit: draftLimit })
    default:
      return say(problem)
  }
}
