import type { Locale } from '../platform/messages.ts'
import { fewestPositions, limits, mostArguments, type ContentProblem } from './controversy.ts'
import type { SettlementProblem } from './settlement.ts'
import { words } from './words.ts'

export type Said = { field: string; sentence: string }

const ofAll = {
  'no-question': 'question',
  'question-too-long': 'question',
  'lead-too-long': 'lead',
  'too-few-positions': 'statement-1',
  'changed-since': 'question',
  'made-already': 'question',
} as const

const inNumbers = new Set([
  'numbers-unreadable',
  'too-many-arguments',
  'argued-by-nobody',
  'not-there',
  'not-published',
  'argues-another',
])

const most: { [problem: string]: number } = {
  'question-too-long': limits.question,
  'lead-too-long': limits.lead,
  'statement-too-long': limits.statement,
  'too-many-arguments': mostArguments,
  'too-few-positions': fewestPositions,
  'how-too-long': limits.how,
  'link-too-long': limits.link,
}

/** What the error summary shows of a controversy's form: each problem with its control. */
export function sayContentProblems(locale: Locale, problems: readonly ContentProblem[]): Said[] {
  const say = words(locale)
  return problems.map((shown) => {
    const limit = most[shown.problem] ?? 0
    if (shown.position === null) {
      return { field: ofAll[shown.problem], sentence: say(shown.problem, { limit }) }
    }
    const { position, problem } = shown
    const field = `${inNumbers.has(problem) ? 'numbers' : 'statement'}-${position}`
    const number = 'number' in shown ? shown.number : 0
    return { field, sentence: say(problem, { position, number, limit }) }
  })
}

const ofSettlement: Record<SettlementProblem | 'changed-since', string> = {
  'no-such-date': 'day',
  'date-to-come': 'day',
  'no-where': 'where-edition',
  'no-such-edition': 'edition',
  'not-answered': 'answered',
  'link-unreadable': 'link',
  'link-too-long': 'link',
  'no-how': 'how',
  'how-too-long': 'how',
  'changed-since': 'day',
}

/** The same of the form that settles it. */
export function saySettlementProblems(
  locale: Locale,
  problems: readonly (SettlementProblem | 'changed-since')[],
): Said[] {
  return problems.map((problem) => ({
    field: ofSettlement[problem],
    sentence: words(locale)(problem, { limit: most[problem] ?? 0 }),
  }))
}

/** What is wrong with a control; undefined where nothing is. */
export function sentenceAt(said: readonly Said[], id: string): string | undefined {
  const theirs = said.filter(({ field }) => field === id).map(({ sentence }) => sentence)
  return theirs.length > 0 ? theirs.join(' ') : undefined
}
