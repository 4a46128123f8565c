import type { Locale } from '../platform/messages.ts'
import { limits, mostMembers, type FormProblem, type GroupProblem } from './group.ts'
import { words } from './words.ts'

export type ShownProblem = GroupProblem | { number: null; problem: 'numbers-unreadable' }

/** By the id of the control that each problem is about; where a page has none of them, its title. */
const fields: Record<FormProblem | 'numbers-unreadable', string> = {
  'no-title': 'title',
  'title-too-long': 'title',
  'shared-too-long': 'shared',
  'nothing-chosen': 'members',
  'too-few': 'members',
  'too-many': 'members',
  'made-already': 'title',
  'no-such-group': 'into',
  dissolved: 'members',
  'changed-since': 'title',
  'too-few-left': 'members',
  'undone-already': 'history',
  'nothing-to-undo': 'history',
  'worded-since': 'history',
  'numbers-unreadable': 'numbers',
}

const most: Partial<Record<ShownProblem['problem'], number>> = {
  'title-too-long': limits.title,
  'shared-too-long': limits.shared,
  'too-many': mostMembers,
}

/** What the error summary shows; `numbersIn`: the control that contributions are named in. */
export function sayProblems(
  locale: Locale,
  problems: readonly ShownProblem[],
  numbersIn: 'members' | 'numbers',
): { field: string; sentence: string }[] {
  const say = words(locale)
  return problems.map((shown) => {
    if (shown.number !== null) {
      return { field: numbersIn, sentence: say(shown.problem, { number: shown.number }) }
    }
    const { problem } = shown
    const field = fields[problem] === 'members' ? numbersIn : fields[problem]
    const key = problem === 'dissolved' ? 'group-dissolved' : problem
    return { field, sentence: say(key, { limit: most[problem] ?? 0 }) }
  })
}

/** What is wrong with a control; undefined where nothing is. */
export function sentenceAt(
  said: readonly { field: string; sentence: string }[],
  id: string,
): string | undefined {
  const theirs = said.filter(({ field }) => field === id).map(({ sentence }) => sentence)
  return theirs.length > 0 ? theirs.join(' ') : undefined
}
