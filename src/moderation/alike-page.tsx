import { nameOf, type Contribution } from '../contributions/index.ts'
import { sayDateTime } from '../platform/messages.ts'
import { type Report, stepTo } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { KeptWords } from '../ui/kept-words.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { SignInAgain } from '../ui/sign-in-again.tsx'
import { TakesTime } from '../ui/takes-time.tsx'
import { addressesOf, addressesOn } from './addresses.ts'
import { mostAtOnce, type AlikeDone, type Batch } from './alike.ts'
import type { Charter } from './charter.ts'
import { reasonLimit, type DecisionProblem, type TypedDecision } from './decision.ts'
import { GroundFields } from './ground-fields.tsx'
import { fieldOf, sayProblem } from './say-problem.ts'
import { Signs } from './signs.tsx'
import { WhatItSays } from './what-it-says.tsx'
import { words } from './words.ts'

export type AlikeProblem = DecisionProblem | 'signed-out' | 'none-alike'

type Props = {
  frame: Frame
  report: Report
  pattern: string
  /** When those were listed that it is about. */
  until: Date
  /** Of those that wait. */
  count: number
  signs: readonly string[]
  examples: Contribution[]
  batches: Batch[]
  charter: Charter
  typed: TypedDecision
  problem: AlikeProblem | null
  done: AlikeDone | null
}

/** Contributions that are held back for the same: what they say, by some of them, and one decision on all. */
export function AlikePage(props: Props) {
  const { frame, report, count, problem, done, signs, typed } = props
  const { locale } = frame
  const say = words(locale)
  const title = say('alike-title', { count })
  const sentence = problem && sayAlikeProblem(props, problem)
  return (
    <Layout
      frame={frame}
      title={problem ? say('refused-title', { title }) : title}
      script="contributing"
    >
      <Breadcrumb
        locale={locale}
        steps={[
          stepTo(locale, report),
          { href: addressesOf(locale, report).queue, label: say('queue') },
        ]}
      />
      <ErrorSummary
        locale={locale}
        problems={problem && sentence ? [{ field: fieldOfAlike(problem), sentence }] : []}
      />
      <DoneNotice sentence={done && say('alike-done', { ...done })} />
      <h1>{title}</h1>
      {problem === 'signed-out' && <SignInAgain locale={locale} />}
      {count > 0 && (
        <>
          <p>
            {say('alike-lead', { count, most: mostAtOnce })} <Signs locale={locale} signs={signs} />
          </p>
          <Examples {...props} />
        </>
      )}
      {count > 0 || problem === 'signed-out' ? (
        <DecisionForm {...props} />
      ) : (
        <>
          <p class="empty" id="what-it-says">
            {say('alike-none')}{' '}
            <a href={addressesOf(locale, report).queue}>{say('alike-to-queue')}</a>
          </p>
          <KeptWords locale={locale} typed={[typed.reason].filter((text) => text.trim() !== '')} />
        </>
      )}
      <Batches {...props} />
    </Layout>
  )
}

function sayAlikeProblem({ frame: { locale } }: Props, problem: AlikeProblem): string {
  return problem === 'none-alike' ? words(locale)('alike-changed') : sayProblem(locale, problem)
}

function fieldOfAlike(problem: AlikeProblem): string {
  return problem === 'none-alike' ? 'what-it-says' : fieldOf(problem)
}

function Examples({ frame: { locale }, report, examples, count }: Props) {
  const say = words(locale)
  return (
    <section aria-labelledby="what-it-says">
      <h2 id="what-it-says" class="minor">
        {say('alike-examples', { count: examples.length, rest: count - examples.length })}
      </h2>
      <ol class="contributions">
        {examples.map((contribution) => (
          <li class={`kinded ${contribution.kind}`}>
            <a href={addressesOn(locale, contribution).here}>{nameOf(locale, contribution)}</a>
            <WhatItSays {...{ locale, report, contribution }} level={3} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function DecisionForm(props: Props) {
  const { frame, report, charter, pattern, until, count, typed, problem } = props
  const { locale } = frame
  const say = words(locale)
  const all = Math.min(count, mostAtOnce)
  const problemOf = (id: string) =>
    problem && fieldOfAlike(problem) === id ? sayAlikeProblem(props, problem) : undefined
  return (
    <form method="post" action={addressesOf(locale, report).alike} class="stacked">
      <input type="hidden" name="pattern" value={pattern} />
      <input type="hidden" name="at" value={String(until.getTime())} />
      <fieldset id="decision" class={problem === 'no-choice' ? 'refused' : undefined}>
        <legend>{say('alike-decision', { count: all })}</legend>
        {problem === 'no-choice' && <p class="problem">{problemOf('decision')}</p>}
        {(['published', 'withheld'] as const).map((choice) => (
          <label class="choice">
            <input
              type="radio"
              name="choice"
              value={choice}
              checked={typed.choice === choice}
              required
            />
            <span>{say('alike-choice', { choice })}</span>
          </label>
        ))}
      </fieldset>
      <GroundFields {...{ frame, charter, typed, problemOf }} />
      <FormField
        id="reason"
        label={say('reason')}
        hint={say('reason-hint', { limit: reasonLimit })}
        problem={problemOf('reason')}
      >
        {(described) => (
          <textarea {...described} name="reason" rows={5}>
            {typed.reason}
          </textarea>
        )}
      </FormField>
      <p class="hint">{say('alike-each')}</p>
      <TakesTime locale={locale} note={say('alike-takes-time')} />
      <div class="actions">
        <button type="submit">{say('alike-decide', { count: all })}</button>
        <a href={addressesOf(locale, report).queue}>{say('decide-nothing')}</a>
      </div>
    </form>
  )
}

/** What was decided on several of them at once, and can be taken back as it was taken. */
function Batches({ frame: { locale }, report, pattern, batches }: Props) {
  if (batches.length === 0) return null
  const say = words(locale)
  return (
    <section aria-labelledby="batches">
      <h2 id="batches" class="minor">
        {say('alike-batches')}
      </h2>
      <ul class="plain">
        {batches.map(({ decidedAt, outcome, count }) => (
          <li>
            <p>{say('alike-batch', { outcome, count, date: sayDateTime(locale, decidedAt) })}</p>
            <form method="post" action={`${addressesOf(locale, report).alike}/undo`}>
              <input type="hidden" name="pattern" value={pattern} />
              <input type="hidden" name="at" value={String(decidedAt.getTime())} />
              <button class="quiet" type="submit">
                {say('alike-undo', { count })}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
