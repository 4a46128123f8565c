import { sayDate } from '../platform/messages.ts'
import { lastDay } from '../roles/index.ts'
import { addressesOn } from './addresses.ts'
import type { BanFormProps } from './ban-form-page.tsx'
import { FormFrame } from './form-frame.tsx'
import { sayWarning } from './history.tsx'
import { sayRule, sayWhere } from './statement.ts'
import { words } from './words.ts'

type Props = Omit<BanFormProps, 'problems' | 'scopes' | 'shut'> & { until: Date }

/** What the ban would do, before it is set. */
export function ConfirmPage(props: Props) {
  const { frame, report, contribution, charter, typed, until, before } = props
  const { locale } = frame
  const say = words(locale)
  const where = sayWhere(locale, typed.scope === 'site' ? null : report.title)
  const rule = { version: charter.version, rule: typed.rule ?? 0 }
  const day = sayDate(locale, lastDay(until))
  return (
    <FormFrame {...{ frame, report, contribution }} title={say('confirm-title')} problems={[]}>
      <p>{say('confirm-what', { name: contribution.author.name, where, until: day })}</p>
      {before && <p>{say('confirm-before', { until: sayDate(locale, lastDay(before.until)) })}</p>}
      <ul>
        <li>{say('confirm-not')}</li>
        <li>{say('confirm-still')}</li>
        <li>{say('confirm-told')}</li>
        <li>{say('confirm-public')}</li>
      </ul>
      <dl class="facts statement">
        <dt>{say('st-rule')}</dt>
        <dd>{sayRule(locale, rule, charter)}</dd>
        <dt>{say('reason')}</dt>
        <dd>{typed.reason}</dd>
        <dt>{say('basis')}</dt>
        <dd>{sayBasis(props)}</dd>
      </dl>
      <form method="post" action={addressesOn(locale, contribution.number).ban}>
        <Kept {...props} />
        <div class="actions">
          <button type="submit" name="step" value="set">
            {say('confirm')}
          </button>
          <button type="submit" name="step" value="edit" class="quiet">
            {say('edit')}
          </button>
          <a href={addressesOn(locale, contribution.number).public}>{say('do-nothing')}</a>
        </div>
      </form>
    </FormFrame>
  )
}

function sayBasis({ frame: { locale }, typed, history }: Props): string {
  const warning = history.warnings.find(({ id }) => id === typed.basis)
  return warning ? sayWarning(locale, warning) : typed.grave
}

function Kept({ typed }: Props) {
  const { scope, rule, until, basis, grave, reason, seen } = typed
  const kept = { scope, rule, until, basis, grave, reason, seen }
  return (
    <>
      {Object.entries(kept).map(([name, value]) => (
        <input type="hidden" name={name} value={String(value ?? '')} />
      ))}
    </>
  )
}
