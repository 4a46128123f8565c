import {
  ContentView,
  isAmendment,
  keyOf,
  nameOf,
  type Contribution,
} from '../contributions/index.ts'
import { inLanguage } from '../platform/messages.ts'
import { type Report, stepTo } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { cellsInLine } from '../ui/redline.tsx'
import { SignInAgain } from '../ui/sign-in-again.tsx'
import { reasonLimit, type WithholdingProblem } from './withholding.ts'
import { words } from './words.ts'

export type ShownProblem = WithholdingProblem | 'signed-out'

type Props = {
  frame: Frame
  report: Report
  contribution: Contribution
  reason: string
  problem: ShownProblem | null
}

/** Withholding a contribution: what it says, then the reason that everybody will read. */
export function WithholdingPage({ frame, report, contribution, reason, problem }: Props) {
  const { locale } = frame
  const say = words(locale)
  const { kind, number } = contribution
  const title = say('withhold-title', { kind: keyOf(kind), number })
  const here = `/${locale}/contributions/${contribution.number}`
  const field = problem === 'signed-out' ? 'signed-out' : 'reason'
  return (
    <Layout frame={frame} title={problem ? say('refused-title', { title }) : title}>
      <Breadcrumb
        locale={locale}
        steps={[stepTo(locale, report), { href: here, label: nameOf(locale, contribution) }]}
      />
      <ErrorSummary
        locale={locale}
        problems={problem ? [{ field, sentence: say(problem, { limit: reasonLimit }) }] : []}
      />
      <h1>{title}</h1>
      {problem === 'signed-out' && <SignInAgain locale={locale} />}
      {contribution.state !== 'withheld' && (
        <div class="spoken-of">
          {isAmendment(contribution) && (
            <p class="wording" {...inLanguage(report.lang)}>
              {cellsInLine(contribution.content.wording)}
            </p>
          )}
          <ContentView locale={locale} contribution={contribution} level={2} />
        </div>
      )}
      <p>{say('withhold-lead')}</p>
      <form
        method="post"
        action={`/${locale}/workshop/contributions/${contribution.number}/withholding`}
        class="stacked"
      >
        <FormField
          id="reason"
          label={say('withhold-reason')}
          hint={say('withhold-reason-hint', { limit: reasonLimit })}
          problem={problem && field === 'reason' ? say(problem, { limit: reasonLimit }) : undefined}
        >
          {(described) => (
            <textarea {...described} name="reason" rows={5} required>
              {reason}
            </textarea>
          )}
        </FormField>
        <div class="actions">
          <button type="submit">{say('withhold')}</button>
          <a href={here}>{say('leave-public')}</a>
        </div>
      </form>
    </Layout>
  )
}
