import { sayDateTime, type Locale } from '../platform/messages.ts'
import { FormField } from '../ui/form-field.tsx'
import { addressesOn } from './addresses.ts'
import { reasonLimit } from './decision.ts'
import type { DecisionProps } from './decision-props.ts'
import type { Flag, Verdict, VerdictOutcome } from './flag.ts'
import { FlagGround } from './flag-follow-page.tsx'
import { isHidden } from './hidden.ts'
import { Signs } from './signs.tsx'
import { words } from './words.ts'

/** Flags of readers on a contribution: what they say, and how they are answered without hiding anything more. */
export function FlagsSection(props: DecisionProps) {
  const { frame, flags, contribution, readable } = props
  const { locale } = frame
  const say = words(locale)
  if (flags.length === 0 || !readable) return null
  return (
    <section class="flags" aria-labelledby="flags">
      <h2 id="flags">{say('flags-title', { count: flags.length })}</h2>
      <p class="fine">{say('flags-lead')}</p>
      <ol class="plain">
        {flags.map((flag) => (
          <FlagView {...{ locale, flag }} revision={contribution.revision} />
        ))}
      </ol>
    </section>
  )
}

function FlagView({ locale, flag, revision }: { locale: Locale; flag: Flag; revision: number }) {
  const say = words(locale)
  const { name, receivedAt, ground, words: exact, explanation, signs } = flag
  return (
    <li class="notice">
      <p class="byline">
        {say('flag-line', {
          who: name === null ? 'nobody' : 'named',
          name: name ?? '',
          date: sayDateTime(locale, receivedAt),
        })}
        {flag.revision !== revision && ` ${say('flag-of-earlier')}`}{' '}
        <Signs {...{ locale, signs }} />
      </p>
      <p>
        <FlagGround {...{ locale, ground }} />
      </p>
      {exact !== '' && (
        <p>
          {say('flag-exact')} <mark dir="auto">{exact}</mark>
        </p>
      )}
      <p dir="auto">{explanation}</p>
    </li>
  )
}

/** Answering flags without hiding anything more. */
export function VerdictForm(props: DecisionProps) {
  const { frame, flags, contribution, verdict } = props
  if (flags.length === 0) return null
  const { locale } = frame
  const say = words(locale)
  const count = flags.length
  const { typed, problem } = verdict
  const wrong = problem && say(problem, { limit: reasonLimit })
  const ofReason = problem === 'verdict-no-reason' || problem === 'verdict-reason-too-long'
  const hidden = isHidden(contribution)
  const outcomes: VerdictOutcome[] = hidden ? ['dismissed', 'upheld'] : ['dismissed']
  return (
    <section aria-labelledby="verdict">
      <h2 id="verdict">{say('verdict-title', { hidden: hidden ? 'yes' : 'no' })}</h2>
      <form method="post" action={addressesOn(locale, contribution).flags} class="stacked">
        <input type="hidden" name="flags" value={flags.map(({ id }) => id).join(',')} />
        <fieldset id="outcome" class={problem === 'verdict-no-outcome' ? 'refused' : undefined}>
          <legend>{say('verdict-outcome', { count })}</legend>
          {problem === 'verdict-no-outcome' && <p class="problem">{wrong}</p>}
          {outcomes.map((outcome) => (
            <label class="choice">
              <input
                type="radio"
                name="outcome"
                value={outcome}
                checked={typed.outcome === outcome || outcomes.length === 1}
                required
              />
              <span>{say(`verdict-${outcome}`, { count })}</span>
            </label>
          ))}
        </fieldset>
        <FormField
          id="verdict-reason"
          label={say('verdict-reason')}
          hint={say('verdict-reason-hint', { limit: reasonLimit })}
          problem={ofReason ? (wrong ?? undefined) : undefined}
        >
          {(described) => (
            <textarea {...described} name="reason" rows={4}>
              {typed.reason}
            </textarea>
          )}
        </FormField>
        <button type="submit">{say('verdict-send')}</button>
      </form>
    </section>
  )
}

/** What was answered before, and can be taken back. */
export function EarlierVerdicts(props: DecisionProps) {
  const { frame, contribution, verdicts, appeals } = props
  const { locale } = frame
  const say = words(locale)
  const contested = new Set(appeals.map(({ verdictId }) => verdictId))
  if (verdicts.length === 0) return null
  return (
    <section aria-labelledby="verdicts">
      <h2 id="verdicts" class="minor">
        {say('verdicts-title')}
      </h2>
      <ul class="plain">
        {verdicts.map((verdict) => (
          <li>
            <VerdictLine {...{ locale, verdict }} />
            {isRevocable(verdict) && !contested.has(verdict.id) && (
              <form method="post" action={addressesOn(locale, contribution).undoFlags}>
                <input type="hidden" name="verdict" value={String(verdict.id)} />
                <button class="quiet" type="submit">
                  {say('verdict-undo')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What follows from an appeal stays; what hides words is taken back with the decision that does. */
function isRevocable({ outcome, appealId }: Verdict): boolean {
  return outcome === 'dismissed' && appealId === null
}

function VerdictLine({ locale, verdict }: { locale: Locale; verdict: Verdict }) {
  const { outcome, flags, decidedAt, reason } = verdict
  return (
    <p>
      {words(locale)('verdict-line', {
        outcome,
        count: flags.length,
        date: sayDateTime(locale, decidedAt),
      })}{' '}
      <span dir="auto">{reason}</span>
    </p>
  )
}
