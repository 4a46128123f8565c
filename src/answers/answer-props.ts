import type { Report } from '../reports/index.ts'
import type { Frame } from '../ui/layout.tsx'
import type { AnswerProblem } from './answer.ts'
import type { AnswerForm } from './answer-form.ts'
import type { FoundAbout } from './find-about.ts'
import type { Group } from './gather-group.ts'

/** A form is shown to whoever sent it, with what was typed, also when the session has ended meanwhile. */
export type ShownProblem = AnswerProblem | { number: null; problem: 'signed-out' }

export type AnswerProps = {
  frame: Frame
  report: Report
  group: Group
  /** What is answered as a whole, as it is called now; null where nothing is. */
  about: FoundAbout | null
  /** `wording`, `whole`: null until something was typed. */
  form: Omit<AnswerForm, 'wording' | 'whole'> & { wording: string | null; whole: string | null }
  problems: ShownProblem[]
}
