import type { Child } from 'hono/jsx'
import type { Contribution } from '../contributions/index.ts'
import { nameOf } from '../contributions/index.ts'
import { sayDateTime, type Locale } from '../platform/messages.ts'
import { type Report, stepTo } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { SignInAgain } from '../ui/sign-in-again.tsx'
import { addressesOf, addressesOn, addressOfAppeal } from './addresses.ts'
import {
  appealLimits,
  kindOf,
  type AnswerProblem,
  type Appeal,
  type TypedAnswer,
} from './appeal.ts'
import { appealOutcomes } from './appeal.ts'
import type { Charter } from './charter.ts'
import { lawLimit, type Decision } from './decision.ts'
import type { Flag, Verdict } from './flag.ts'
import { FlagGround } from './flag-follow-page.tsx'
import { GroundFields } from './ground-fields.tsx'
import { Trace } from './trace.tsx'
import { WhatItSays } from './what-it-says.tsx'
import { words } from './words.ts'

export type ShownAnswerProblem = AnswerProblem | 'signed-out'

export type AppealProps = {
  frame: Frame
  report: Report
  contribution: Contribution
  appeal: Appeal
  /** What is contested: the decision; or the flag, and the verdict that dismissed it. */
  decision: Decision | undefined
  flag: Flag | undefined
  verdict: Verdict | undefined
  charter: Charter
  until: Date
  typed: TypedAnswer
  problem: ShownAnswerProblem | null
  /** Why whoever reads it does not decide; null where they do. */
  bar: AnswerProblem | null
  /** How many others who moderate could. */
  others: number
  /** They moderate the report: a part can be cut on the page of decisions. */
  moderates: boolean
  readable: boolean
}

/** What somebody contests, beside what was decided; and deciding on it, for whoever may. */
export function AppealPage(props: AppealProps) {
  const { frame, report, contribution, appeal, problem, readable } = props
  const { locale } = frame
  const say = words(locale)
  const title = say('appeal-title', { id: appeal.id })
  const { number } = contribution
  return (
    <Layout frame={frame} title={problem ? say('refused-title', { title }) : title}>
      <Breadcrumb
        locale={locale}
        steps={[
          stepTo(locale, report),
          { href: addressesOf(locale, report).appeals, label: say('appeals') },
          { href: addressesOn(locale, contribution).public, label: nameOf(locale, contribution) },
        ]}
      />
      <ErrorSummary
        locale={locale}
        problems={
          problem ? [{ field: fieldOf(problem), sentence: sayAnswerProblem(locale, problem) }] : []
        }
      />
      <h1>{title}</h1>
      {problem === 'signed-out' && <SignInAgain locale={locale} />}
      <p>
        {say('appeal-about', {
          kind: kindOf(appeal),
          number,
          date: sayDateTime(locale, appeal.receivedAt),
          until: sayDateTime(locale, props.until),
        })}
      </p>
      {readable && <Contested {...props} />}
      <Deciding {...props} />
    </Layout>
  )
}

/** The reasons of both sides, and the words that they are about. */
function Contested(props: AppealProps) {
  const { frame, report, contribution, appeal, decision, flag, verdict } = props
  const { locale } = frame
  const say = words(locale)
  return (
    <>
      <h2 id="why">{say('appeal-why')}</h2>
      <blockquote dir="auto">
        {appeal.reason === '' ? <p>{say('appeal-forgotten')}</p> : lines(appeal.reason)}
      </blockquote>
      <h2>{say('appeal-contested')}</h2>
      {decision && <Trace locale={locale} lang={report.lang} decisions={[decision]} />}
      {flag && verdict && (
        <div class="notice moderated">
          <p>
            <FlagGround locale={locale} ground={flag.ground} />
          </p>
          <p dir="auto">{flag.explanation}</p>
          <p>
            {say('appeal-dismissed-because', { date: sayDateTime(locale, verdict.decidedAt) })}{' '}
            <span dir="auto">{verdict.reason}</span>
          </p>
        </div>
      )}
      <section class="said" aria-labelledby="what-it-says">
        <h2 id="what-it-says" class="minor">
          {say('what-it-says')}
        </h2>
        <WhatItSays {...{ locale, report, contribution }} level={3} />
      </section>
    </>
  )
}

function lines(text: string): Child {
  return text.split(/\n\s*\n/).map((paragraph) => <p>{paragraph}</p>)
}

function Deciding(props: AppealProps) {
  const { frame, bar, others } = props
  const say = words(frame.locale)
  if (bar) {
    return (
      <div class="notice" id="decision">
        <p>{say(bar, { limit: appealLimits.answer })}</p>
        {bar !== 'appeal-over' && <p>{say('appeal-goes-to', { others })}</p>}
      </div>
    )
  }
  return <AnswerForm {...props} />
}

function AnswerForm(props: AppealProps) {
  const { frame, report, contribution, appeal, typed, problem, moderates } = props
  const { locale } = frame
  const say = words(locale)
  const kind = kindOf(appeal)
  const wrong = (field: string) =>
    problem && fieldOf(problem) === field ? sayAnswerProblem(locale, problem) : undefined
  const undecided = wrong('decision')
  return (
    <form method="post" action={addressOfAppeal(locale, appeal.id)} class="stacked">
      <fieldset id="decision" class={undecided ? 'refused' : undefined}>
        <legend>{say('appeal-decide')}</legend>
        {undecided && <p class="problem">{undecided}</p>}
        {appealOutcomes.map((choice) => (
          <label class="choice">
            <input
              type="radio"
              name="outcome"
              value={choice}
              checked={typed.outcome === choice}
              required
            />
            <span>{say('appeal-choice', { choice, kind })}</span>
          </label>
        ))}
        {kind === 'flagger' && moderates && (
          <p class="hint">
            <a href={addressesOn(locale, contribution).here}>{say('appeal-cut-instead')}</a>
          </p>
        )}
      </fieldset>
      {kind === 'flagger' && (
        <GroundFields {...{ frame, typed }} charter={props.charter} problemOf={wrong} />
      )}
      <FormField
        id="answer"
        label={say('appeal-answer-label')}
        hint={say('appeal-answer-hint', { kind, limit: appealLimits.answer })}
        problem={wrong('answer')}
      >
        {(described) => (
          <textarea {...described} name="answer" rows={5} required>
            {typed.answer}
          </textarea>
        )}
      </FormField>
      <p class="fine">{say('appeal-final')}</p>
      <div class="actions">
        <button type="submit">{say('appeal-send')}</button>
        <a href={addressesOf(locale, report).appeals}>{say('decide-nothing')}</a>
      </div>
    </form>
  )
}

function sayAnswerProblem(locale: Locale, problem: ShownAnswerProblem): string {
  const limit = problem === 'law-too-long' ? lawLimit : appealLimits.answer
  return words(locale)(problem, { limit })
}

function fieldOf(problem: ShownAnswerProblem): string {
  return fields[problem] ?? 'decision'
}

const fields: Partial<Record<ShownAnswerProblem, string>> = {
  'signed-out': 'signed-out',
  'no-ground': 'ground',
  'no-law': 'law',
  'law-too-long': 'law',
  'appeal-no-answer': 'answer',
  'appeal-answer-too-long': 'answer',
}
