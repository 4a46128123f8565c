import type { Child } from 'hono/jsx'
import { isBlank } from '../text/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { KeptWords } from '../ui/kept-words.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { sayPerson } from '../ui/say-person.ts'
import { addressesOf, addressesOn } from './addresses.ts'
import {
  isInForce,
  reasonLimit,
  type Ban,
  type ContestOutcome,
  type OutcomeProblem,
} from './ban.ts'
import { ContestView } from './contest-view.tsx'
import type { findReasons } from './find-reasons.ts'
import { sayBan, sayState } from './history.tsx'
import type { LiftProblem } from './lift-ban.ts'
import { problemIn, sayProblems } from './say-problem.ts'
import { statementOf } from './statement.ts'
import { StatementList } from './statement-list.tsx'
import { WordsField } from './words-field.tsx'
import { words } from './words.ts'

export const doneOnBan = ['set', 'lifted', 'decided'] as const

export type BanPageProps = {
  frame: Frame
  reasons: Awaited<ReturnType<typeof findReasons>>
  now: Date
  /** What replaced it and is in force. */
  successor: Ban | undefined
  list: { href: string; label: string }
  may: { lift: boolean; decide: boolean; set: boolean }
  typed: { reason: string; outcome: ContestOutcome | null }
  /** Which of the two forms was refused, and why. */
  refused:
    | { form: 'lift'; problem: LiftProblem }
    | { form: 'outcome'; problem: OutcomeProblem }
    | null
  done: (typeof doneOnBan)[number] | null
}

/** A ban as moderators see it: whose, why, what was said against it, and how to end it. */
export function BanPage(props: BanPageProps) {
  const { frame, reasons, now, list, may, refused, done } = props
  const { locale } = frame
  const { ban } = reasons
  const say = words(locale)
  const heading = say('ban-of-person', { name: ban.name })
  const problems = refused ? sayProblems({ locale, now, problems: [refused.problem] }) : []
  const open = isInForce(ban, now)
  return (
    <Layout frame={frame} title={refused ? say('refused-title', { title: heading }) : heading}>
      <Breadcrumb locale={locale} steps={[list]} />
      <ErrorSummary locale={locale} problems={problems} />
      <h1>{heading}</h1>
      <DoneNotice sentence={done && say(`done-${done}`)} />
      <p class="notice waiting" id="form">
        {sayState(locale, ban, now)} {say('set-by', { name: sayPerson(locale, ban.setBy) })}
      </p>
      <p class="as-typed" dir="auto">
        {ban.end?.reason}
      </p>
      <Successor {...props} />
      <StatementList lines={statementOf(locale, reasons)} />
      <Links {...props} prolonging={open && may.set} />
      <ContestView locale={locale} ban={ban} named />
      {may.decide && <OutcomeForm {...props} />}
      {open && may.lift && <LiftForm {...props} />}
      {isShut(props) && <KeptWords locale={locale} typed={[props.typed.reason]} />}
    </Layout>
  )
}

/** What was sent has no form any more, because somebody else was first. */
function isShut({ refused, reasons, now, may, typed }: BanPageProps): boolean {
  if (!refused || isBlank(typed.reason)) return false
  return refused.form === 'outcome' ? !may.decide : !(may.lift && isInForce(reasons.ban, now))
}

/** What keeps the person out now. */
function Successor({ frame: { locale }, successor }: BanPageProps) {
  if (!successor) return null
  return (
    <p class="notice waiting">
      {words(locale)('successor')}{' '}
      <a href={addressesOf(locale, successor.id).here}>{sayBan(locale, successor)}</a>
    </p>
  )
}

/** What a decision would be about: the ban itself, the one that replaced it, or what is over. */
function stateOf({ reasons: { ban }, successor, now }: BanPageProps) {
  if (isInForce(ban, now)) return 'open'
  return successor ? 'replaced' : 'over'
}

function Links({ frame: { locale }, reasons, prolonging }: BanPageProps & { prolonging: boolean }) {
  const say = words(locale)
  const { contributionNumber: number } = reasons.ban
  const there = addressesOn(locale, number)
  return (
    <p class="actions">
      <a href={there.public}>{say('see-contribution', { number })}</a>
      {prolonging && <a href={there.ban}>{say('prolong')}</a>}
    </p>
  )
}

/** The sentence on a control of one of the two forms. */
function problemOn({ frame, now, refused }: BanPageProps, form: 'lift' | 'outcome') {
  const problems = refused?.form === form ? [refused.problem] : []
  return problemIn({ locale: frame.locale, now, problems })
}

function reasonOf({ typed, refused }: BanPageProps, form: 'lift' | 'outcome'): string {
  return refused?.form === form ? typed.reason : ''
}

function OutcomeForm(props: BanPageProps) {
  const { locale } = props.frame
  const say = words(locale)
  const problemOf = problemOn(props, 'outcome')
  const problem = problemOf('outcome')
  return (
    <Section title={say('decide-contest')} id="decide-contest">
      <form
        method="post"
        action={addressesOf(locale, props.reasons.ban.id).outcome}
        class="stacked"
      >
        <fieldset id="outcome" class={problem ? 'refused' : undefined}>
          <legend>{say('outcome')}</legend>
          {problem && <p class="problem">{problem}</p>}
          {(['upheld', 'ended'] as const).map((outcome) => (
            <label class="choice">
              <input
                type="radio"
                name="outcome"
                value={outcome}
                checked={props.typed.outcome === outcome}
                required
              />
              <span>{say('outcome-choice', { outcome, state: stateOf(props) })}</span>
            </label>
          ))}
        </fieldset>
        <WordsField
          id="reason"
          label={say('reason')}
          hint={say('told-hint', { limit: reasonLimit })}
          value={reasonOf(props, 'outcome')}
          problem={problemOf('reason')}
        />
        <button type="submit">{say('decide')}</button>
      </form>
    </Section>
  )
}

function LiftForm(props: BanPageProps) {
  const { locale } = props.frame
  const say = words(locale)
  // One control of that name on a page is what a problem leads to.
  const id = props.may.decide ? 'lift-reason' : 'reason'
  return (
    <Section title={say('lift')} id="lift">
      <p>{say('lift-lead')}</p>
      <form method="post" action={addressesOf(locale, props.reasons.ban.id).lift} class="stacked">
        <WordsField
          id={id}
          name="reason"
          label={say('reason')}
          hint={say('told-hint', { limit: reasonLimit })}
          value={reasonOf(props, 'lift')}
          problem={problemOn(props, 'lift')('reason')}
        />
        <button type="submit" class="quiet">
          {say('lift-it')}
        </button>
      </form>
    </Section>
  )
}

function Section({ id, title, children }: { id: string; title: string; children: Child }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
