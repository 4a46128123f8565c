import { nameOf, type Contribution } from '../contributions/index.ts'
import { sayDateTime } from '../platform/messages.ts'
import { type Report, stepTo } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { KeptWords } from '../ui/kept-words.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { TakesTime } from '../ui/takes-time.tsx'
import { addressesOf } from './addresses.ts'
import { mostAtOnce, type AlikeDone, type Batch } from './alike.ts'
import type { Charter } from './charter.ts'
import { reasonLimit, type DecisionProblem, type TypedDecision } from './decision.ts'
import { GroundFields } from './ground-fields.tsx'
import { fieldOf, sayProblem } from './say-problem.ts'
import { Signs } from './signs.tsx'
import { WhatItSays } from './what-it-says.tsx'
import { words } from './words.ts'

export type AlikeProblem = DecisionProblem | 'none-chosen' | 'none-alike'

type Props = {
  frame: Frame
  report: Report
  pattern: string
  /** When those were listed that it is about. */
  until: Date
  /** Of those that wait. */
  count: number
  signs: readonly string[]
  /** The first of them, as many as can be decided on at once. */
  alike: Contribution[]
  /** Those that were ticked; null: all, as it is at first. */
  numbers: readonly number[] | null
  batches: Batch[]
  charter: Charter
  typed: TypedDecision
  problem: AlikeProblem | null
  done: AlikeDone | null
}

/** Contributions that are held back for the same: what each says, and one decision on those that are chosen. */
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
      {count > 0 ? (
        <>
          <p>
            {say('alike-lead', { count, most: mostAtOnce })} <Signs locale={locale} signs={signs} />
          </p>
          <DecisionForm {...props} />
        </>
      ) : (
        <>
          <p class="empty" id="what-they-say">
            {say('alike-none')}{' '}
            <a href={addressesOf(locale, report).queue}>{say('alike-to-queue')}</a>
          </p>
          <KeptWords locale={locale} typed={[typed.reason].filter((one) => one.trim() !== '')} />
        </>
      )}
      <Batches {...props} />
    </Layout>
  )
}

function sayAlikeProblem({ frame: { locale } }: Props, problem: AlikeProblem): string {
  const say = words(locale)
  if (problem === 'none-alike') return say('alike-changed')
  return problem === 'none-chosen' ? say('alike-none-chosen') : sayProblem(locale, problem)
}

function fieldOfAlike(problem: AlikeProblem): string {
  return problem === 'none-alike' || problem === 'none-chosen' ? 'what-they-say' : fieldOf(problem)
}

/** What each says, ticked: whoever reads that one is not like the others leaves it out. */
function Alike({ frame: { locale }, report, alike, numbers, count, problem }: Props) {
  const say = words(locale)
  return (
    <fieldset id="what-they-say" class={problem === 'none-chosen' ? 'refused' : undefined}>
      <legend>{say('alike-listed', { count: alike.length, rest: count - alike.length })}</legend>
      {problem === 'none-chosen' && <p class="problem">{say('alike-none-chosen')}</p>}
      <ol class="contributions">
        {alike.map((contribution) => (
          <li class={`kinded ${contribution.kind}`}>
            <label class="choice">
              <input
                type="checkbox"
                name="number"
                value={String(contribution.number)}
                checked={numbers === null || numbers.includes(contribution.number)}
              />
              <span>{nameOf(locale, contribution)}</span>
            </label>
            <WhatItSays {...{ locale, report, contribution }} level={3} />
          </li>
        ))}
      </ol>
    </fieldset>
  )
}

function DecisionForm(props: Props) {
  const { frame, report, charter, pattern, until, typed, problem } = props
  const { locale } = frame
  const say = words(locale)
  const problemOf = (id: string) =>
    problem && fieldOfAlike(problem) === id ? sayAlikeProblem(props, problem) : undefined
  return (
    <form method="post" action={addressesOf(locale, report).alike} class="stacked">
      <input type="hidden" name="pattern" value={pattern} />
      <input type="hidden" name="at" value={String(until.getTime())} />
      <Alike {...props} />
      <fieldset id="decision" class={problem === 'no-choice' ? 'refused' : undefined}>
        <legend>{say('alike-decision')}</legend>
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
        <button type="submit">{say('alike-decide')}</button>
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
