import type { ContributionSubject } from '../contributions/index.ts'
import type { Charter } from '../moderation/index.ts'
import { sayDate } from '../platform/messages.ts'
import { lastDay } from '../roles/index.ts'
import { FormField } from '../ui/form-field.tsx'
import type { Frame } from '../ui/layout.tsx'
import { addressesOn } from './addresses.ts'
import { latestEnd, reasonLimit, type Ban, type BanProblem, type Typed } from './ban.ts'
import { FormFrame } from './form-frame.tsx'
import { HistoryOf, sayWarning, type History } from './history.tsx'
import { RuleField } from './rule-field.tsx'
import { problemIn, sayProblems } from './say-problem.ts'
import { WordsField } from './words-field.tsx'
import { words } from './words.ts'

export type BanFormProps = ContributionSubject & {
  frame: Frame
  charter: Charter
  history: History
  now: Date
  /** What the reader may choose. */
  scopes: readonly ('report' | 'site')[]
  typed: Typed
  /** In force there now, which a new one replaces. */
  before: Ban | undefined
  problems: readonly BanProblem[]
  /** Why nothing can be set on whoever it is at all. */
  shut: BanProblem | null
}

/** Keeping whoever wrote a contribution from taking part: where, until when, by which rule and why. */
export function BanFormPage(props: BanFormProps) {
  const { frame, report, contribution, history, now, problems, before, shut } = props
  const { locale } = frame
  const say = words(locale)
  return (
    <FormFrame
      {...{ frame, report, contribution }}
      title={say('ban-title')}
      problems={sayProblems({ locale, problems, now })}
    >
      {!shut && <p>{say('ban-lead', { name: contribution.author.name })}</p>}
      {before && (
        <p class="notice waiting">
          {say('ban-before', { until: sayDate(locale, lastDay(before.until)) })}
        </p>
      )}
      <HistoryOf locale={locale} now={now} {...history} />
      {shut ? (
        <p class="notice refused" id="form">
          {sayShut(props, shut)}
        </p>
      ) : (
        <BanFields {...props} />
      )}
    </FormFrame>
  )
}

function sayShut({ frame: { locale }, now }: BanFormProps, shut: BanProblem) {
  return sayProblems({ locale, problems: [shut], now }).map(({ sentence }) => sentence)
}

function BanFields(props: BanFormProps) {
  const { frame, contribution, charter, now, typed, problems, before } = props
  const { locale } = frame
  const say = words(locale)
  const problemOf = problemIn({ locale, problems, now })
  const there = addressesOn(locale, contribution.number)
  return (
    <form method="post" action={there.ban} class="stacked" id="form">
      <input type="hidden" name="seen" value={String(before?.id ?? 0)} />
      <ScopeField {...props} />
      <FormField
        id="until"
        label={say('until')}
        hint={say('until-hint', { latest: sayDate(locale, lastDay(latestEnd(now))) })}
        problem={problemOf('until')}
      >
        {(described) => (
          <input
            {...described}
            type="text"
            name="until"
            value={typed.until}
            inputmode="numeric"
            autocomplete="off"
          />
        )}
      </FormField>
      <RuleField {...{ locale, charter }} chosen={typed.rule} problem={problemOf('rule')} />
      <WordsField
        id="reason"
        label={say('reason')}
        hint={say('reason-hint', { limit: reasonLimit })}
        value={typed.reason}
        problem={problemOf('reason')}
      />
      <BasisFields {...props} />
      <div class="actions">
        <button type="submit" name="step" value="look">
          {say('look')}
        </button>
        <a href={there.public}>{say('do-nothing')}</a>
      </div>
    </form>
  )
}

function ScopeField({ frame: { locale }, report, scopes, typed, problems, now }: BanFormProps) {
  const say = words(locale)
  const [only] = scopes
  if (scopes.length === 1) return <input type="hidden" name="scope" value={only} />
  const problem = problemIn({ locale, problems, now })('scope')
  return (
    <fieldset id="scope" class={problem ? 'refused' : undefined}>
      <legend>{say('scope')}</legend>
      {problem && <p class="problem">{problem}</p>}
      {scopes.map((scope) => (
        <label class="choice">
          <input type="radio" name="scope" value={scope} checked={typed.scope === scope} required />
          <span>
            {scope === 'site' ? say('scope-site') : say('scope-report', { title: report.title })}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** The warning that came before, or why there needed to be none. */
function BasisFields({ frame: { locale }, history, typed, problems, now }: BanFormProps) {
  const say = words(locale)
  const problemOf = problemIn({ locale, problems, now })
  const problem = problemOf('basis')
  return (
    <fieldset id="basis" class={problem ? 'refused' : undefined}>
      <legend>{say('basis')}</legend>
      {problem && <p class="problem">{problem}</p>}
      <p class="hint">{say('basis-hint')}</p>
      {history.warnings.map((warning) => (
        <label class="choice">
          <input
            type="radio"
            name="basis"
            value={String(warning.id)}
            checked={typed.basis === warning.id}
            required
          />
          <span>{sayWarning(locale, warning)}</span>
        </label>
      ))}
      <label class="choice">
        <input
          type="radio"
          name="basis"
          value="grave"
          checked={typed.basis === 'grave' || history.warnings.length === 0}
          required
        />
        <span>{say('basis-grave')}</span>
      </label>
      <WordsField
        id="grave"
        label={say('grave')}
        hint={say('grave-hint', { limit: reasonLimit })}
        value={typed.grave}
        problem={problemOf('grave')}
        rows={3}
      />
    </fieldset>
  )
}
