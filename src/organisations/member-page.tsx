import { OfficeFields, sayAboutProblem, type OfficeProblem } from '../people/index.ts'
import { sayDate, type Locale } from '../platform/messages.ts'
import { DoneNotice } from '../ui/done-notice.tsx'
import { FormField } from '../ui/form-field.tsx'
import type { Frame } from '../ui/layout.tsx'
import { addressesOf } from './addresses.ts'
import { FormFrame } from './form-frame.tsx'
import {
  mandateRoles,
  stateOf,
  type Mandate,
  type MandateProblem,
  type Member,
  type TypedMandate,
} from './mandate.ts'
import type { Organisation } from './organisation.ts'
import { saySpan } from './say-mandate.ts'
import { words } from './words.ts'

export const doneWithMember = ['office-saved', 'mandated', 'ended'] as const

type Props = {
  frame: Frame
  organisation: Organisation
  member: Member
  /** Of this member. */
  mandates: Mandate[]
  now: Date
  typed: TypedMandate & { office: string; officeTitle: string }
  problems: readonly (MandateProblem | OfficeProblem)[]
  done: (typeof doneWithMember)[number] | null
  refused: string | null
}

/** A member: what they are in the organisation, what they may do for it and until when. */
export function MemberPage(props: Props) {
  const { frame, organisation, member, done, refused, problems } = props
  const { locale } = frame
  const say = words(locale)
  return (
    <FormFrame
      frame={frame}
      title={member.name}
      of={organisation}
      problems={problems.map((problem) => ({
        field: fieldOf(problem),
        sentence: sayProblem(locale, problem),
      }))}
      notice={
        <>
          <DoneNotice sentence={done && say(`done-${done}`)} />
          {refused && (
            <p class="notice refused" role="alert">
              {refused}
            </p>
          )}
        </>
      }
    >
      {member.since && <p>{say('member-since', { date: sayDate(locale, member.since) })}</p>}
      <Mandates {...props} />
      <NewMandate {...props} />
      <OfficeForm {...props} />
      <section aria-labelledby="removal">
        <h2 id="removal">{say('removal')}</h2>
        <p>{say('removal-hint')}</p>
        <form method="post" action={addressesOf(locale, organisation).removal(member.id)}>
          <button class="quiet" type="submit">
            {say('remove', { name: member.name })}
          </button>
        </form>
      </section>
    </FormFrame>
  )
}

function Mandates({ frame: { locale }, organisation, member, mandates, now }: Props) {
  const say = words(locale)
  const there = addressesOf(locale, organisation)
  return (
    <section aria-labelledby="mandates">
      <h2 id="mandates">{say('mandates', { count: mandates.length })}</h2>
      <ul class="members">
        {mandates.map((mandate) => {
          const state = stateOf(mandate, now)
          const role = say(`role-${mandate.role}`)
          const act = say(state === 'now' ? 'end-now' : 'take-back')
          return (
            <li>
              <p>
                {role} · {saySpan(locale, mandate)}
                {state !== 'now' && ` · ${say(`mandate-${state}`)}`}
              </p>
              {state !== 'over' && (
                <form method="post" action={there.mandateEnd(member.id, mandate.id)}>
                  <button
                    class="quiet small"
                    type="submit"
                    aria-label={say('end-it', { act, role })}
                  >
                    {act}
                  </button>
                </form>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function NewMandate({ frame: { locale }, organisation, member, typed, problems }: Props) {
  const say = words(locale)
  const problemOf = problemsBy(locale, problems)
  return (
    <section aria-labelledby="new-mandate">
      <h2 id="new-mandate">{say('new-mandate')}</h2>
      <form
        method="post"
        action={addressesOf(locale, organisation).mandates(member.id)}
        class="stacked"
      >
        <fieldset>
          <legend>{say('mandate-role')}</legend>
          {mandateRoles.map((role) => (
            <label class="choice">
              <input
                type="radio"
                id={`role-${role}`}
                name="role"
                value={role}
                checked={role === typed.role}
                required
              />
              <span>
                {say(`role-${role}`)} <span class="hint">{say(`role-${role}-hint`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <DayField {...{ locale, problemOf }} field="from" value={typed.from} />
        <DayField {...{ locale, problemOf }} field="until" value={typed.until} />
        <button type="submit">{say('give-mandate')}</button>
      </form>
    </section>
  )
}

type DayProps = {
  locale: Locale
  field: 'from' | 'until'
  value: string
  problemOf: (field: string) => string | undefined
  /** What the day is of, where it is not a member's mandate. */
  hint?: string
  label?: string
}

export function DayField({ locale, field, value, problemOf, hint, label }: DayProps) {
  const say = words(locale)
  return (
    <FormField
      id={field}
      label={label ?? say(`mandate-${field}`)}
      hint={hint ?? say(`mandate-${field}-hint`)}
      problem={problemOf(field)}
    >
      {(described) => (
        <input
          {...described}
          type="text"
          name={field}
          value={value}
          inputmode="numeric"
          autocomplete="off"
        />
      )}
    </FormField>
  )
}

function OfficeForm({ frame: { locale }, organisation, member, typed, problems }: Props) {
  const say = words(locale)
  return (
    <section aria-labelledby="office-here">
      <h2 id="office-here">{say('office-here')}</h2>
      <form
        method="post"
        action={addressesOf(locale, organisation).office(member.id)}
        class="stacked"
      >
        <OfficeFields
          locale={locale}
          hint={say('office-here-hint')}
          typed={typed}
          problem={problemsBy(locale, problems)('officeTitle')}
        />
        <button class="quiet" type="submit">
          {say('save-office')}
        </button>
      </form>
    </section>
  )
}

type Problem = MandateProblem | OfficeProblem

const fields: Record<MandateProblem, string> = {
  'no-role': 'role-representative',
  'from-unreadable': 'from',
  'from-past': 'from',
  'until-unreadable': 'until',
  'until-past': 'until',
  'until-before-from': 'until',
  overlapping: 'from',
}

function isOfMandate(problem: Problem): problem is MandateProblem {
  return Object.hasOwn(fields, problem)
}

function fieldOf(problem: Problem): string {
  return isOfMandate(problem) ? fields[problem] : 'officeTitle'
}

function problemsBy(locale: Locale, problems: readonly Problem[]) {
  return (field: string): string | undefined => {
    const problem = problems.find((one) => fieldOf(one) === field)
    return problem && sayProblem(locale, problem)
  }
}

function sayProblem(locale: Locale, problem: Problem): string {
  return isOfMandate(problem) ? words(locale)(problem) : sayAboutProblem(locale, problem)
}
