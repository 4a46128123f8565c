import { type Report, stepTo } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { SignInAgain } from '../ui/sign-in-again.tsx'
import { addressesOf } from './addresses.ts'
import { daysLimits, type SettingProblem, type TypedSetting } from './setting.ts'
import { words } from './words.ts'

export type ShownSettingProblem = SettingProblem | 'signed-out'

type Props = {
  frame: Frame
  report: Report
  typed: TypedSetting
  problems: ShownSettingProblem[]
}

const fields = { 'no-mode': 'mode', 'days-unreadable': 'days', 'signed-out': 'signed-out' } as const

/** Before or after publication, and within how many days somebody decides. */
export function SettingPage({ frame, report, typed, problems }: Props) {
  const { locale } = frame
  const say = words(locale)
  const title = say('setting-title')
  const there = addressesOf(locale, report)
  const tell = (problem: ShownSettingProblem) => say(`setting-${problem}`, daysLimits)
  const modeProblem = problems.includes('no-mode')
  return (
    <Layout frame={frame} title={problems.length > 0 ? say('refused-title', { title }) : title}>
      <Breadcrumb
        locale={locale}
        steps={[stepTo(locale, report), { href: there.queue, label: say('queue') }]}
      />
      <ErrorSummary
        locale={locale}
        problems={problems.map((one) => ({ field: fields[one], sentence: tell(one) }))}
      />
      <h1>{title}</h1>
      {problems.includes('signed-out') && <SignInAgain locale={locale} />}
      <form method="post" action={there.setting} class="stacked">
        <fieldset id="mode" class={modeProblem ? 'refused' : undefined}>
          <legend>{say('mode')}</legend>
          {modeProblem && <p class="problem">{tell('no-mode')}</p>}
          {(['after', 'before'] as const).map((mode) => (
            <label class="choice">
              <input type="radio" name="mode" value={mode} checked={mode === typed.mode} required />
              <span>{say(`mode-${mode}`)}</span>
            </label>
          ))}
        </fieldset>
        <FormField
          id="days"
          label={say('promised-days')}
          hint={say('promised-days-hint')}
          problem={problems.includes('days-unreadable') ? tell('days-unreadable') : undefined}
        >
          {(described) => (
            <input
              {...described}
              type="text"
              inputmode="numeric"
              name="days"
              class="short"
              value={typed.days}
              required
            />
          )}
        </FormField>
        <p>{say('setting-public')}</p>
        <div class="actions">
          <button type="submit">{say('set')}</button>
          <a href={there.queue}>{say('set-nothing')}</a>
        </div>
      </form>
    </Layout>
  )
}
