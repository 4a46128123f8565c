import type { Report } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import type { PublicationProblem } from './publish-edition.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  next: { number: number; changes: number; answers: number }
  /** Numbers of the contributions that wait for an answer. */
  unanswered: number[]
  problem: PublicationProblem | null
}

/** The check-list before an edition is frozen. */
export function PublicationPage({ frame, report, next, unanswered, problem }: Props) {
  const say = words(frame.locale)
  const queue = `/${frame.locale}/workshop/reports/${report.slug}`
  const problems = problem ? [{ field: 'publish', sentence: say(problem) }] : []
  return (
    <Layout frame={frame} title={say('publish-title', { number: next.number })}>
      <Breadcrumb locale={frame.locale} steps={[{ href: queue, label: say('workshop') }]} />
      <ErrorSummary locale={frame.locale} problems={problems} />
      <h1>{say('publish-title', { number: next.number })}</h1>
      <ul class="checklist">
        <li>{say('changes-made', { count: next.changes })}</li>
        <li>{say('answers-given', { count: next.answers })}</li>
        <li>
          {say('unanswered', { count: unanswered.length })}
          {unanswered.length > 0 && (
            <p>
              <a href={queue}>{say('see-unanswered')}</a>
            </p>
          )}
        </li>
      </ul>
      <form method="post" action={`${queue}/editions`} class="stacked">
        <p>{say('cannot-be-undone')}</p>
        {unanswered.length > 0 && (
          <label class="choice">
            <input type="checkbox" name="unanswered" value="confirmed" />
            <span>{say('confirm-unanswered')}</span>
          </label>
        )}
        <button type="submit" id="publish">
          {say('publish', { number: next.number })}
        </button>
      </form>
    </Layout>
  )
}
