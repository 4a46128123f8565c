import type { Report } from '../reports/index.ts'
import { Paragraphs, type Amendment } from '../contributions/index.ts'
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
  contribution: Amendment
  problems: AnswerProblem[]
  decision: Decision | null
  reason: string
}

const fields: Record<AnswerProblem, 'decision' | 'reason'> = {
  'no-decision': 'decision',
  'no-reason': 'reason',
  'reason-too-long': 'reason',
  'answered-already': 'decision',
  'passage-gone': 'decision',
  'passage-changed-since': 'decision',
  'nothing-changed': 'decision',
}

/** Answering one contribution: what it proposes, then the decision and its reason. */
export function AnswerPage(props: Props) {
  const { frame, report, contribution, problems } = props
  const say = words(frame.locale)
  const { number } = contribution
  const queue = `/${frame.locale}/workshop/reports/${report.slug}`
  const summary = problems.map((problem) => ({
    field: fields[problem] === 'decision' ? `decision-${decisions[0]}` : 'reason',
    sentence: say(problem),
  }))
  return (
    <Layout frame={frame} title={say('answer-title', { number })}>
      <Breadcrumb locale={frame.locale} steps={[{ href: queue, label: say('queue') }]} />
      <ErrorSummary locale={frame.locale} problems={summary} />
      <h1>{say('answer-title', { number })}</h1>
      <Redline
        locale={frame.locale}
        lang={report.lang}
        before={contribution.passage.exact.trim()}
        after={contribution.wording}
      />
      <Paragraphs text={contribution.body} lang={contribution.lang} />
      <AnswerForm {...props} />
    </Layout>
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
            <span>{say(`decide-${option}`)}</span>
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
