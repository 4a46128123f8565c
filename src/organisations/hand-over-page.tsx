import { sayDate, type Locale } from '../platform/messages.ts'
import { DoneNotice } from '../ui/done-notice.tsx'
import type { Frame } from '../ui/layout.tsx'
import { sayPerson } from '../ui/say-person.ts'
import { addressesOf } from './addresses.ts'
import { FormFrame } from './form-frame.tsx'
import {
  markOf,
  type HandOver,
  type HandOverProblem,
  type Plan,
  type TypedHandOver,
} from './hand-over.ts'
import type { Member } from './mandate.ts'
import { DayField } from './member-page.tsx'
import type { Organisation } from './organisation.ts'
import { saySpan } from './say-mandate.ts'
import { words } from './words.ts'

export const doneWithHandOver = ['handed-over', 'undone'] as const

export type ShownProblem = HandOverProblem | 'nothing-planned'

const fields: Record<ShownProblem, string> = {
  'no-successor': 'successors',
  'no-day': 'from',
  'from-unreadable': 'from',
  'from-past': 'from',
  'from-today': 'from',
  'until-unreadable': 'until',
  'until-past': 'until',
  'until-before-from': 'until',
  'planned-already': 'planned',
  'plan-changed': 'plan',
  'nothing-planned': 'form',
}

type Props = {
  frame: Frame
  organisation: Organisation
  members: Member[]
  planned: HandOver | undefined
  typed: TypedHandOver
  /** What confirming would do. */
  plan: Plan | null
  problems: readonly ShownProblem[]
  done: (typeof doneWithHandOver)[number] | null
}

/** Handing an organisation over to another team: who, from when; what it does, before it is done; undoing it. */
export function HandOverPage(props: Props) {
  const { frame, organisation, planned, plan, problems, done } = props
  const { locale } = frame
  const say = words(locale)
  return (
    <FormFrame
      frame={frame}
      title={say('hand-over')}
      of={organisation}
      problems={problems.map((problem) => ({ field: fields[problem], sentence: say(problem) }))}
      notice={<DoneNotice sentence={done && say(`done-${done}`)} />}
    >
      <p>{say('hand-over-lead')}</p>
      {planned ? (
        <PlannedOne {...props} planned={planned} />
      ) : (
        <>
          {plan && <Summary {...props} plan={plan} />}
          <PlanForm {...props} />
        </>
      )}
    </FormFrame>
  )
}

function PlannedOne({ frame: { locale }, organisation, planned }: Props & { planned: HandOver }) {
  const say = words(locale)
  return (
    <section class="preview" id="planned" aria-labelledby="planned-title">
      <h2 id="planned-title">{say('planned')}</h2>
      <p>
        {say('planned-what', {
          name: sayPerson(locale, planned.successor),
          date: sayDate(locale, planned.at),
        })}
      </p>
      <p class="fine">
        {say('planned-by', {
          name: sayPerson(locale, planned.plannedBy),
          date: sayDate(locale, planned.plannedAt),
        })}
      </p>
      <form method="post" action={addressesOf(locale, organisation).undoing}>
        <button class="quiet" type="submit">
          {say('undo-hand-over')}
        </button>
      </form>
    </section>
  )
}

function Summary({ frame: { locale }, organisation, typed, plan }: Props & { plan: Plan }) {
  const say = words(locale)
  const { successor, at, until, ending, given } = plan
  const day = sayDate(locale, at)
  return (
    <section class="preview" id="plan" aria-labelledby="plan-title" tabindex={-1}>
      <h2 id="plan-title">{say('plan')}</h2>
      <h3>{say('plan-ending', { date: day, count: ending.length })}</h3>
      <ul>
        {ending.map((mandate) => (
          <li>
            <bdi>{sayPerson(locale, mandate.name)}</bdi> · {say(`role-${mandate.role}`)} ·{' '}
            {saySpan(locale, mandate)}
          </li>
        ))}
      </ul>
      <h3>{say('plan-given', { date: day })}</h3>
      <ul>
        {given.map((role) => (
          <li>
            <bdi>{successor.name}</bdi> · {say(`role-${role}`)} ·{' '}
            {saySpan(locale, { from: at, until })}
          </li>
        ))}
      </ul>
      <p>{say('plan-kept')}</p>
      <p>{say('plan-undoable', { date: day })}</p>
      <form method="post" action={addressesOf(locale, organisation).confirmation}>
        <input type="hidden" name="successor" value={typed.successor} />
        <input type="hidden" name="from" value={typed.from} />
        <input type="hidden" name="until" value={typed.until} />
        <input type="hidden" name="mark" value={markOf(plan)} />
        <div class="actions">
          <button type="submit">{say('confirm-hand-over')}</button>
          <a href={addressesOf(locale, organisation).page}>{say('leave-unchanged')}</a>
        </div>
      </form>
    </section>
  )
}

function PlanForm({ frame: { locale }, organisation, members, typed, plan, problems }: Props) {
  const say = words(locale)
  const problemOf = problemsBy(locale, problems)
  const missing = problemOf('successors')
  const there = addressesOf(locale, organisation)
  return (
    <form method="get" action={there.handOver} class="stacked" id="form">
      <fieldset id="successors" class={missing ? 'refused' : undefined}>
        <legend>{say('successor')}</legend>
        <p class="hint">{say('successor-hint')}</p>
        {missing && <p class="problem">{missing}</p>}
        {members.map(({ id, name }) => (
          <label class="choice">
            <input
              type="radio"
              name="successor"
              value={String(id)}
              checked={String(id) === typed.successor}
              required
            />
            <span dir="auto">{name}</span>
          </label>
        ))}
      </fieldset>
      <DayField
        {...{ locale, problemOf }}
        field="from"
        value={typed.from}
        label={say('hand-over-from')}
        hint={say('hand-over-from-hint')}
      />
      <DayField
        {...{ locale, problemOf }}
        field="until"
        value={typed.until}
        label={say('hand-over-until')}
        hint={say('hand-over-until-hint')}
      />
      <button class={plan ? 'quiet' : undefined} type="submit">
        {say('see-plan')}
      </button>
    </form>
  )
}

function problemsBy(locale: Locale, problems: readonly ShownProblem[]) {
  return (field: string): string | undefined => {
    const problem = problems.find((one) => fields[one] === field)
    return problem && words(locale)(problem)
  }
}
