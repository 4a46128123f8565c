import { keyOf, nameOf } from '../contributions/index.ts'
import { sayDateTime } from '../platform/messages.ts'
import { stepTo } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout } from '../ui/layout.tsx'
import { SignInAgain } from '../ui/sign-in-again.tsx'
import { addressesOf, addressesOn, addressOfAppeal } from './addresses.ts'
import { kindOf } from './appeal.ts'
import { choicesFor } from './decision.ts'
import { DecisionFields } from './decision-fields.tsx'
import type { DecisionProps } from './decision-props.ts'
import { EarlierVerdicts, FlagsSection, VerdictForm } from './flags-section.tsx'
import { fieldOf, sayProblem, summariseVerdict } from './say-problem.ts'
import { Signs } from './signs.tsx'
import { dueAt } from './setting.ts'
import { Trace } from './trace.tsx'
import { WhatItSays } from './what-it-says.tsx'
import { words } from './words.ts'

/** Deciding on one contribution: what it says and of what, what was decided, and what can be decided now. */
export function DecisionPage(props: DecisionProps) {
  const { frame, report, contribution, decisions, problem, readable } = props
  const { locale } = frame
  const say = words(locale)
  const { kind, number } = contribution
  const title = say('decision-title', { kind: keyOf(kind), number })
  const there = addressesOn(locale, contribution)
  const open = choicesFor(contribution).length > 0
  const wrong = problem ?? props.verdict.problem
  return (
    <Layout
      frame={frame}
      title={wrong ? say('refused-title', { title }) : title}
      script="contributing"
    >
      <Breadcrumb
        locale={locale}
        steps={[
          stepTo(locale, report),
          { href: addressesOf(locale, report).queue, label: say('queue') },
          { href: there.public, label: nameOf(locale, contribution) },
        ]}
      />
      <ErrorSummary
        locale={locale}
        problems={[
          ...(problem ? [{ field: fieldOf(problem), sentence: sayProblem(locale, problem) }] : []),
          ...summariseVerdict(props),
        ]}
      />
      <DoneNotice sentence={props.done && say(`done-${props.done}`)} />
      <h1>{title}</h1>
      {wrong === 'signed-out' && <SignInAgain locale={locale} />}
      <Waits {...props} />
      <Contested {...props} />
      {readable && (
        <section class="said" aria-labelledby="what-it-says">
          <h2 id="what-it-says" class="minor">
            {say('what-it-says')}
          </h2>
          <WhatItSays {...{ locale, report, contribution }} level={3} />
        </section>
      )}
      {readable && <p class="fine">{say('author-history', props.history)}</p>}
      <FlagsSection {...props} />
      <Trace locale={locale} lang={report.lang} decisions={decisions} />
      {open ? <DecisionFields {...props} /> : <p class="empty">{say('nothing-to-decide')}</p>}
      <VerdictForm {...props} />
      <Undo {...props} />
      <EarlierVerdicts {...props} />
    </Layout>
  )
}

/** Decisions on it that wait for somebody else to decide again. */
function Contested({ frame: { locale }, appeals }: DecisionProps) {
  const say = words(locale)
  return appeals.map((appeal) => (
    <div class="notice waiting">
      <p>
        {say('waits-contested', {
          kind: kindOf(appeal),
          date: sayDateTime(locale, appeal.receivedAt),
        })}{' '}
        <a href={addressOfAppeal(locale, appeal.id)}>{say('appeal-open')}</a>
      </p>
    </div>
  ))
}

function Waits({ frame: { locale }, hold, setting, contribution }: DecisionProps) {
  if (!hold || contribution.withdrawnAt) return null
  const say = words(locale)
  return (
    <div class="notice waiting">
      <p>
        {say('waits-since', {
          since: sayDateTime(locale, hold.heldAt),
          until: sayDateTime(locale, dueAt(hold.heldAt, setting)),
        })}{' '}
        {say(`ground-${hold.ground}`)} <Signs locale={locale} signs={hold.signs} />
      </p>
    </div>
  )
}

/** Taking the last decision back. */
function Undo({ frame: { locale }, contribution, decisions, appeals }: DecisionProps) {
  const [last] = decisions
  if (!last || last.outcome === 'undone' || contribution.state === 'pending') return null
  if (appeals.some(({ decisionId }) => decisionId === last.id)) return null
  const say = words(locale)
  return (
    <section aria-labelledby="undo">
      <h2 id="undo" class="minor">
        {say('undo-title')}
      </h2>
      <p class="fine">{say('undo-lead')}</p>
      <form method="post" action={addressesOn(locale, contribution).undo}>
        <input type="hidden" name="decision" value={String(last.id)} />
        <button class="quiet" type="submit">
          {say('undo')}
        </button>
      </form>
    </section>
  )
}
