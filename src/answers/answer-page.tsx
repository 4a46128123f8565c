import type { Report } from '../reports/index.ts'
import {
  ContentView,
  isAmendment,
  nameOf,
  SignInAgain,
  trimWords,
  type Contribution,
} from '../contributions/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { Redline } from '../ui/redline.tsx'
import { decisions, type AnswerProblem, type Decision } from './answer.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  contribution: Contribution
  problems: ShownProblem[]
  decision: Decision | null
  reason: string
}

/** A form is shown to whoever sent it, with what was typed, also when the session has ended meanwhile. */
export type ShownProblem = AnswerProblem | 'signed-out'

const fields: Record<ShownProblem, 'decision' | 'reason' | 'signed-out'> = {
  'no-decision': 'decision',
  'no-reason': 'reason',
  'reason-too-long': 'reason',
  'answered-already': 'decision',
  'not-published': 'decision',
  'revised-meanwhile': 'decision',
  'passage-gone': 'decision',
  'passage-changed-since': 'decision',
  'nothing-changed': 'decision',
  'signed-out': 'signed-out',
}

/** Answering one contribution: what it proposes, then the decision and its reason. */
export function AnswerPage(props: Props) {
  const { frame, report, contribution, problems } = props
  const say = words(frame.locale)
  const queue = `/${frame.locale}/workshop/reports/${report.slug}`
  const summary = problems.map((problem) => ({
    field: fields[problem] === 'decision' ? `decision-${decisions[0]}` : fields[problem],
    sentence: say(problem),
  }))
  const title = say('answer-title', { what: nameOf(frame.locale, contribution) })
  return (
    <Layout frame={frame} title={problems.length > 0 ? say('refused-title', { title }) : title}>
      <Breadcrumb locale={frame.locale} steps={[{ href: queue, label: say('queue') }]} />
      <ErrorSummary locale={frame.locale} problems={summary} />
      <h1>{title}</h1>
      <p>
        <a href={`/${frame.locale}/contributions/${contribution.number}`}>
          {say('see-contribution')}
        </a>
      </p>
      {problems.includes('signed-out') && <SignInAgain locale={frame.locale} />}
      <Said {...props} />
      <AnswerForm {...props} />
    </Layout>
  )
}

/** What is to be answered; nothing of it once it is withheld. */
function Said({ frame, report, contribution }: Props) {
  if (contribution.state === 'withheld') return null
  return (
    <>
      {isAmendment(contribution) && (
        <Redline
          locale={frame.locale}
          lang={report.lang}
          before={trimWords(contribution.passage.exact)}
          after={contribution.content.wording}
        />
      )}
      <ContentView locale={frame.locale} contribution={contribution} />
    </>
  )
}

function AnswerForm({ frame, contribution, problems, decision, reason }: Props) {
  const say = words(frame.locale)
  const { number } = contribution
  const problemOf = (field: string) => {
    const problem = problems.find((problem) => fields[problem] === field)
    return problem && say(problem)
  }
  return (
    <form
      method="post"
      action={`/${frame.locale}/workshop/contributions/${number}/answer`}
      class="stacked"
    >
      <input type="hidden" name="revision" value={String(contribution.revision)} />
      <fieldset>
        <legend>{say('decision')}</legend>
        {problemOf('decision') && <p class="problem">{problemOf('decision')}</p>}
        {decisions.map((option) => (
          <label class="choice">
            <input
              type="radio"
              id={`decision-${option}`}
              name="decision"
              value={option}
              checked={option === decision}
              required
            />
            <span>{say(`decide-${option}`, { kind: contribution.kind })}</span>
          </label>
        ))}
      </fieldset>
      <FormField
        id="reason"
        label={say('reason')}
        hint={say('reason-hint')}
        problem={problemOf('reason')}
      >
        {(described) => (
          <textarea {...described} name="reason" rows={6} required>
            {reason}
          </textarea>
        )}
      </FormField>
      <button type="submit">{say('give-answer')}</button>
    </form>
  )
}
