import { nameOf } from '../contributions/index.ts'
import type { Locale } from '../platform/messages.ts'
import { largestGroup, reasonLimit } from './answer.ts'
import type { ShownProblem } from './answer-props.ts'
import type { Group } from './gather-group.ts'
import { words } from './words.ts'

/** A problem in a sentence that names its contribution and says what can be done. */
export function sayProblem(
  locale: Locale,
  shown: ShownProblem,
  { known, said }: Pick<Group, 'known' | 'said'>,
): string {
  const say = words(locale)
  if (shown.number === null) return sayOfForm(locale, shown.problem)
  const name = (number: number) => {
    const found = known.find((one) => one.number === number)
    return found ? nameOf(locale, found) : say('some-contribution', { number })
  }
  const what = name(shown.number)
  if (shown.problem === 'rival-in-group') {
    return say('rival-in-group', { what, rival: say('numbered', { number: shown.rival }) })
  }
  return say(shown.problem, { what, count: said.length })
}

function sayOfForm(
  locale: Locale,
  problem: Extract<ShownProblem, { number: null }>['problem'],
): string {
  const say = words(locale)
  if (problem === 'too-many') return say(problem, { limit: largestGroup })
  if (problem === 'reason-too-long') return say(problem, { limit: reasonLimit })
  return say(problem)
}
