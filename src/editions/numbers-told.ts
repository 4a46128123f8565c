import type { Answer } from '../answers/index.ts'
import { contributionsBehind } from '../reports/index.ts'
import type { ChangedBlock } from './list-changed-blocks.ts'
import { shownWaiting } from './still-waiting.tsx'

type Told = {
  changed: readonly ChangedBlock[]
  answers: readonly Answer[]
  /** Numbers of those that waited: the first of them are named. */
  unanswered: readonly number[]
}

/** Numbers of the contributions that a page about changes names. */
export function numbersTold({ changed, answers, unanswered }: Told): number[] {
  const answered = [...changed.flatMap((block) => block.answers), ...answers].flatMap(
    ({ contributionNumbers }) => contributionNumbers,
  )
  const caused = changed.flatMap(contributionsBehind)
  return [...new Set([...answered, ...caused, ...unanswered.slice(0, shownWaiting)])]
}
