import type { Amendment } from '../contributions/index.ts'
import type { PlacedBlock } from '../reports/index.ts'
import type { Taken } from '../text/index.ts'
import type { AnswerProblem } from './answer.ts'

/** The block as a change leaves it, and which of its sentences gave way to which words. */
export type Made = Omit<Extract<Taken, { ok: true }>, 'ok' | 'merged'>

/** One change to the working text. Its causes: the amendments that propose it, or of which it was made. */
export type PlannedReplacement = { amendments: [Amendment, ...Amendment[]] } & (
  | {
      kind: 'sentences'
      base: PlacedBlock
      wording: string
      /** The words are the editors', not the amendment's. */
      finished: boolean
    }
  /** What a merge or an editor made of the passage as it stands: no amendment says it, so it is kept whole. */
  | { kind: 'passage'; made: Made }
)

export type Planned =
  | { ok: true; replacements: PlannedReplacement[] }
  | { ok: false; problems: AnswerProblem[] }
