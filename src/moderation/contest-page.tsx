import { sayDateTime } from '../platform/messages.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { SignInAgain } from '../ui/sign-in-again.tsx'
import { appealLimits, type ContestProblem } from './appeal.ts'
import { words } from './words.ts'

export type ShownContestProblem = ContestProblem | 'contest-signed-out'

type Props = {
  frame: Frame
  steps: { href: string; label: string }[]
  /** What is contested: a decision on one's words, or that nothing was hidden of what one flagged. */
  about: { kind: 'author' | 'flagger'; number: number; decidedAt: Date; until: Date }
  typed: string
  problem: ShownContestProblem | null
  action: string
  back: string
}

/** Contesting a decision: why, and what happens then. */
export function ContestPage({ frame, steps, about, typed, problem, action, back }: Props) {
  const { locale } = frame
  const say = words(locale)
  const title = say('contest-title')
  const { kind, number, decidedAt, until } = about
  const sentence = problem && say(problem, { limit: appealLimits.reason })
  const ofField = problem === 'contest-no-reason' || problem === 'contest-reason-too-long'
  const field = problem === 'contest-signed-out' ? 'signed-out' : 'reason'
  return (
    <Layout frame={frame} title={problem ? say('refused-title', { title }) : title}>
      <Breadcrumb locale={locale} steps={steps} />
      <ErrorSummary locale={locale} problems={sentence ? [{ field, sentence }] : []} />
      <h1>{title}</h1>
      {problem === 'contest-signed-out' && <SignInAgain locale={locale} />}
      <p>
        {say('contest-lead', {
          kind,
          number,
          date: sayDateTime(locale, decidedAt),
          until: sayDateTime(locale, until),
        })}
      </p>
      <p>{say('contest-how')}</p>
      <form method="post" action={action} class="stacked">
        <FormField
          id="reason"
          label={say('contest-reason')}
          hint={say('contest-reason-hint', { limit: appealLimits.reason })}
          problem={ofField ? (sentence ?? undefined) : undefined}
        >
          {(described) => (
            <textarea {...described} name="reason" rows={7} required>
              {typed}
            </textarea>
          )}
        </FormField>
        <div class="actions">
          <button type="submit">{say('contest-send')}</button>
          <a href={back}>{say('contest-nothing')}</a>
        </div>
      </form>
    </Layout>
  )
}
