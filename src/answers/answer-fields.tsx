import { isAmendment, showRows, unitOf, type Amendment } from '../contributions/index.ts'
import { inLanguage } from '../platform/messages.ts'
import { FormField } from '../ui/form-field.tsx'
import { decisions, reasonLimit } from './answer.ts'
import type { AnswerProps } from './answer-props.ts'
import type { Group, Said } from './gather-group.ts'
import { standing } from './plan-finished.ts'
import { commonKind } from './say-decision.ts'
import { sayProblem } from './say-problem.ts'
import { words } from './words.ts'
import { WouldUndo } from './would-undo.tsx'

/** The decision, in what words where it is taken in part, and the reason. */
export function AnswerFields(props: AnswerProps) {
  const { frame, form, group } = props
  const say = words(frame.locale)
  const problemOf = problemFinder(props)
  const only = amendedAlone(group)
  return (
    <>
      <Decisions {...props} problem={problemOf(['no-decision', 'several-passages'])} />
      {isWhole(props) ? (
        <WholeField {...props} problem={problemOf(partProblems)} />
      ) : (
        only && <PartField {...props} one={only} problem={problemOf(partProblems)} />
      )}
      <FormField
        id="reason"
        label={say('reason')}
        hint={say('reason-hint', { count: group.said.length, limit: reasonLimit })}
        problem={problemOf(['no-reason', 'reason-too-long'])}
      >
        {(described) => (
          <textarea {...described} name="reason" rows={6} required>
            {form.reason}
          </textarea>
        )}
      </FormField>
      <button type="submit">{say('give-answer')}</button>
    </>
  )
}

/** The amendment that is answered, where it is the only one among what is. */
export function amendedAlone({ said }: Group): Said | null {
  const [only, ...others] = said.filter(({ contribution }) => isAmendment(contribution))
  return only && others.length === 0 ? only : null
}

/** The passage is worded as a whole; also by whoever did and is signed out now, so that it can be sent again. */
export function isWhole({ group, form }: Pick<AnswerProps, 'group' | 'form'>): boolean {
  const unknown = group.said.every(({ now }) => now === undefined)
  const asked = group.said.some(({ contribution }) => isAmendment(contribution))
  return group.together !== null || (form.stands !== '' && unknown && asked)
}

const partProblems = [
  'changed-while-writing',
  'wording-of-these',
  'no-wording',
  'wording-as-proposed',
  'wording-unchanged',
  'wording-too-long',
  'heading-on-lines',
  'cells-differ',
]

function problemFinder({ frame, problems, group }: AnswerProps) {
  return (named: readonly string[]) => {
    const found = problems.find(({ number, problem }) => number === null && named.includes(problem))
    return found && sayProblem(frame.locale, found, group)
  }
}

function Decisions({ frame, form, group, problem }: AnswerProps & Shown) {
  const say = words(frame.locale)
  const contributions = group.said.map(({ contribution }) => contribution)
  const kind = commonKind(contributions)
  const way = isWhole({ group, form }) || amendedAlone(group) ? 'wording' : 'hand'
  return (
    <fieldset class={problem ? 'refused' : undefined}>
      <legend>{say('decision')}</legend>
      {problem && <p class="problem">{problem}</p>}
      {decisions.map((option) => (
        <label class="choice">
          <input
            type="radio"
            id={`decision-${option}`}
            name="decision"
            value={option}
            checked={option === form.decision}
            required
          />
          <span>{say(`decide-${option}`, { kind, count: contributions.length, way })}</span>
        </label>
      ))}
    </fieldset>
  )
}

type Shown = { problem: string | undefined }
type PartProps = AnswerProps & Shown & { one: Said }

/** The amendment's words, for the editors to finish. */
function PartField({ frame, report, form, one, problem }: PartProps) {
  const say = words(frame.locale)
  const { contribution, read } = one
  if (!isAmendment(contribution) || !read) return null
  const unit = unitOf(read)
  return (
    <div class="in-part">
      <FormField
        id="wording"
        label={say('part-wording')}
        hint={say('part-wording-hint', { unit })}
        problem={problem}
      >
        {(described) => (
          <textarea {...described} name="wording" rows={6} {...inLanguage(report.lang)}>
            {form.stands === '' && form.wording !== null
              ? form.wording
              : proposed(contribution, unit)}
          </textarea>
        )}
      </FormField>
    </div>
  )
}

/** The passage as it stands, for the editors to make one wording of what amendments say. */
function WholeField(props: AnswerProps & Shown) {
  const { frame, report, form, group, problem, problems } = props
  const say = words(frame.locale)
  const { together, said } = group
  const passage = together?.now ?? said.find(({ contribution }) => isAmendment(contribution))?.read
  const unit = passage ? unitOf(passage) : 'sentence'
  const draft = together && (unit === 'row' ? showRows(together.text) : together.text)
  // Of a passage that changed, the form says that it was read only once that has been said and shown.
  const told = problems.some((shown) => shown.problem === 'changed-while-writing')
  const stands = together && (form.stands === '' || told) ? standing(together.now) : form.stands
  return (
    <div class="in-part">
      <input type="hidden" name="stands" value={stands} />
      <WouldUndo {...props} />
      <FormField
        id="whole"
        label={say('whole-wording')}
        hint={say('whole-wording-hint', { unit })}
        problem={problem}
      >
        {(described) => (
          <textarea {...described} name="whole" rows={8} {...inLanguage(report.lang)}>
            {form.stands === '' ? draft : form.whole}
          </textarea>
        )}
      </FormField>
    </div>
  )
}

function proposed({ content: { wording } }: Amendment, unit: 'row' | 'sentence'): string {
  return unit === 'row' ? showRows(wording) : wording
}
