import type { ContributionSubject } from '../contributions/index.ts'
import type { Charter } from '../moderation/index.ts'
import { DoneNotice } from '../ui/done-notice.tsx'
import type { Frame } from '../ui/layout.tsx'
import { addressesOn } from './addresses.ts'
import { reasonLimit } from './ban.ts'
import { FormFrame } from './form-frame.tsx'
import { HistoryOf, type History } from './history.tsx'
import { RuleField } from './rule-field.tsx'
import { problemIn, sayProblems } from './say-problem.ts'
import type { TypedWarning, Warning, WarningProblem } from './warning.ts'
import { WordsField } from './words-field.tsx'
import { words } from './words.ts'

export const doneWithWarning = ['warned'] as const

type Props = ContributionSubject & {
  frame: Frame
  charter: Charter
  history: History
  now: Date
  typed: TypedWarning
  /** That they were given here before. */
  newest: Warning | undefined
  problems: readonly WarningProblem[]
  done: (typeof doneWithWarning)[number] | null
}

/** Telling whoever wrote a contribution which rule they broke. */
export function WarningPage(props: Props) {
  const { frame, report, contribution, charter, history, now, typed, problems, done } = props
  const { newest } = props
  const { locale } = frame
  const say = words(locale)
  const said = { locale, problems, now }
  const problemOf = problemIn(said)
  const there = addressesOn(locale, contribution.number)
  return (
    <FormFrame
      {...{ frame, report, contribution }}
      title={say('warning-title')}
      problems={sayProblems(said)}
    >
      <DoneNotice sentence={done && say(`done-${done}`)} />
      <p>{say('warning-lead', { name: contribution.author.name })}</p>
      <HistoryOf locale={locale} now={now} {...history} />
      <form method="post" action={there.warning} class="stacked" id="form">
        <input type="hidden" name="seen" value={String(newest?.id ?? 0)} />
        <RuleField {...{ locale, charter }} chosen={typed.rule} problem={problemOf('rule')} />
        <WordsField
          id="reason"
          label={say('reason')}
          hint={say('warning-reason-hint', { limit: reasonLimit })}
          value={typed.reason}
          problem={problemOf('reason')}
        />
        <div class="actions">
          <button type="submit">{say('warn')}</button>
          <a href={there.public}>{say('do-nothing')}</a>
        </div>
      </form>
    </FormFrame>
  )
}
