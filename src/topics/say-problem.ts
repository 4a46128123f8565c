import type { Locale } from '../platform/messages.ts'
import type { KeepPhaseProblem } from './keep-phase.ts'
import type { KeepTopicProblem } from './keep-topic.ts'
import { phaseLimits } from './phase.ts'
import { topicLimits } from './topic.ts'
import { words } from './words.ts'

/** By the id of the control that each problem is about; those of an extract or testimony have its place behind it. */
const fieldsOfTopic: Record<KeepTopicProblem['problem'], string> = {
  'no-title': 'title',
  'title-too-long': 'title',
  'assertion-too-long': 'assertion',
  'question-too-long': 'questions',
  'too-many-questions': 'questions',
  'nothing-to-debate': 'assertion',
  'too-many-extracts': 'passage-0',
  'too-many-testimonies': 'name-0',
  'passage-unknown': 'passage',
  'quote-not-found': 'quote',
  'quote-too-long': 'quote',
  'no-name': 'name',
  'name-too-long': 'name',
  'about-too-long': 'about',
  'place-too-long': 'place',
  'no-words': 'words',
  'words-too-long': 'words',
  'begun-already': 'title',
  'changed-since': 'changed-since',
  gone: 'title',
}

const limitsOfTopic: Partial<Record<KeepTopicProblem['problem'], number>> = {
  'title-too-long': topicLimits.title,
  'assertion-too-long': topicLimits.assertion,
  'question-too-long': topicLimits.question,
  'too-many-questions': topicLimits.questions,
  'too-many-extracts': topicLimits.extracts,
  'too-many-testimonies': topicLimits.testimonies,
  'quote-too-long': topicLimits.quote,
  'name-too-long': topicLimits.name,
  'about-too-long': topicLimits.about,
  'place-too-long': topicLimits.place,
  'words-too-long': topicLimits.words,
}

/** What the error summary shows: each problem with its control. */
export function sayTopicProblems(locale: Locale, problems: readonly KeepTopicProblem[]) {
  return problems.map(({ problem, at }) => ({
    field: at === null ? fieldsOfTopic[problem] : `${fieldsOfTopic[problem]}-${at}`,
    sentence: words(locale)(problem, {
      limit: limitsOfTopic[problem] ?? 0,
      place: at === null ? 0 : at + 1,
    }),
  }))
}

const fieldsOfPhase: Record<KeepPhaseProblem, string> = {
  'no-opening': 'opensOn',
  'opening-unreadable': 'opensOn',
  'no-closing': 'closesOn',
  'closing-unreadable': 'closesOn',
  'closes-before-it-opens': 'closesOn',
  'label-too-long': 'label',
  'prompt-too-long': 'prompt',
  'phases-overlap': 'opensOn',
  'opened-already': 'opensOn',
  'opens-in-the-past': 'opensOn',
  'closes-in-the-past': 'closesOn',
  'added-already': 'opensOn',
  'changed-since': 'changed-since',
  gone: 'opensOn',
}

const limitsOfPhase: Partial<Record<KeepPhaseProblem, number>> = {
  'label-too-long': phaseLimits.label,
  'prompt-too-long': phaseLimits.prompt,
}

export function sayPhaseProblems(locale: Locale, problems: readonly KeepPhaseProblem[]) {
  return problems.map((problem) => ({
    field: fieldsOfPhase[problem],
    sentence: words(locale)(problem, { limit: limitsOfPhase[problem] ?? 0 }),
  }))
}

/** What is wrong with a control; undefined when nothing is. */
export function problemOf(problems: readonly { field: string; sentence: string }[]) {
  return (field: string): string | undefined => {
    const theirs = problems.filter((one) => one.field === field)
    return theirs.length > 0 ? theirs.map(({ sentence }) => sentence).join(' ') : undefined
  }
}
