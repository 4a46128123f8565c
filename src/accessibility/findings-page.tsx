import type { Locale } from '../platform/messages.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { auditLimits, results, type Audit, type AuditedPage } from './audit.ts'
import type { FindingProblem, TypedFinding } from './finding.ts'
import { sayCriterion, sayDay } from './say.ts'
import { sayTheme, type ListedTheme, type Theme } from './theme.ts'
import { words } from './words.ts'

/** A criterion of the form, by its place there; `own`: its name is typed, too. */
export type Row = { own: boolean; typed: TypedFinding }

type Props = {
  frame: Frame
  audit: Audit
  page: AuditedPage
  theme: Theme
  themes: readonly ListedTheme[]
  rows: readonly Row[]
  problems: readonly FindingProblem[]
  done: 'saved' | null
}

/** What was found on one page, a theme at a time: each is saved by itself. */
export function FindingsPage(props: Props) {
  const { frame, audit, page, theme, rows, problems, done } = props
  const { locale } = frame
  const say = words(locale)
  const title = say('findings-title', { page: page.title, theme: sayTheme(locale, theme) })
  const refused = problems.length > 0
  const address = `/${locale}/admin/accessibility/audits/${audit.id}`
  return (
    <Layout frame={frame} title={refused ? say('refused-title', { title }) : title}>
      <Breadcrumb
        locale={locale}
        steps={[
          { href: `/${locale}/admin/accessibility`, label: say('keeping') },
          { href: address, label: say('back-to-audit') },
        ]}
      />
      <ErrorSummary
        locale={locale}
        problems={problems.map((problem) => ({
          field: fieldOf(rows, problem),
          sentence: sayFindingProblem(locale, problem),
        }))}
      />
      <DoneNotice sentence={done && say(done)} />
      <h1>{title}</h1>
      <p class="fine">
        {say('findings-of', { page: page.number, date: sayDay(locale, audit.auditedOn) })}
      </p>
      <Themes {...props} address={`${address}/pages/${page.number}`} />
      <form method="post" action={`${address}/pages/${page.number}?theme=${theme}`} class="grid">
        {rows.map((row, at) => (
          <RowFields {...{ locale, row, at, problems }} />
        ))}
        <div class="actions">
          <button type="submit" name="go" value="next">
            {say('save-next')}
          </button>
          {theme !== 'other' && (
            <button type="submit" name="go" value="rest" class="quiet">
              {say('save-rest')}
            </button>
          )}
          <button type="submit" name="go" value="stay" class="quiet">
            {say('save-stay')}
          </button>
        </div>
      </form>
    </Layout>
  )
}

function fieldOf(rows: readonly Row[], { criterion }: FindingProblem): string {
  return `result-${Math.max(
    0,
    rows.findIndex(({ typed }) => typed.criterion.trim() === criterion),
  )}`
}

export function sayFindingProblem(locale: Locale, { criterion, code }: FindingProblem): string {
  const say = words(locale)
  if (code === 'too-long') return say('finding-too-long', { criterion, text: auditLimits.text })
  return say(`finding-${code}`, { criterion })
}

function Themes({ frame: { locale }, theme, themes, address }: Props & { address: string }) {
  const say = words(locale)
  return (
    <nav aria-label={say('themes')}>
      <ol class="themes">
        {themes.map((one) => (
          <li>
            <a
              href={`${address}?theme=${one.theme}`}
              aria-current={one.theme === theme ? 'page' : undefined}
            >
              {sayTheme(locale, one.theme)}
            </a>{' '}
            {one.all > 0 && (
              <span class="fine">{say('theme-done', { made: one.made, all: one.all })}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

type RowProps = {
  locale: Locale
  row: Row
  at: number
  problems: readonly FindingProblem[]
}

function RowFields({ locale, row, at, problems }: RowProps) {
  const say = words(locale)
  const { own, typed } = row
  const problem = problems.find(({ criterion }) => criterion === typed.criterion.trim())
  const opened = typed.derogation !== '' || typed.remedyOn !== ''
  return (
    <fieldset class={problem ? 'refused' : undefined}>
      <legend>{own ? say('criterion') : sayCriterion(locale, typed.criterion)}</legend>
      {own ? (
        <FormField id={`criterion-${at}`} label={say('criterion')} hint={say('criterion-hint')}>
          {(described) => (
            <input
              {...described}
              type="text"
              name={`criterion.${at}`}
              value={typed.criterion}
              dir="ltr"
            />
          )}
        </FormField>
      ) : (
        <input type="hidden" name={`criterion.${at}`} value={typed.criterion} />
      )}
      <div class="described">
        <ResultField {...{ locale, row, at, problems }} />
        <FormField id={`note-${at}`} label={say('note')}>
          {(described) => (
            <textarea {...described} name={`note.${at}`} rows={1} dir="auto">
              {typed.note}
            </textarea>
          )}
        </FormField>
      </div>
      <details open={opened}>
        <summary>{say('if-not')}</summary>
        <FormField id={`derogation-${at}`} label={say('derogation')}>
          {(described) => (
            <textarea {...described} name={`derogation.${at}`} rows={2} dir="auto">
              {typed.derogation}
            </textarea>
          )}
        </FormField>
        <FormField id={`remedy-${at}`} label={say('remedy-on')}>
          {(described) => (
            <input {...described} type="date" name={`remedy.${at}`} value={typed.remedyOn} />
          )}
        </FormField>
      </details>
    </fieldset>
  )
}

function ResultField({ locale, row: { typed }, at, problems }: RowProps) {
  const say = words(locale)
  const problem = problems.find(({ criterion }) => criterion === typed.criterion.trim())
  return (
    <FormField
      id={`result-${at}`}
      label={say('result')}
      problem={problem && sayFindingProblem(locale, problem)}
    >
      {(described) => (
        <select {...described} name={`result.${at}`}>
          <option value="">{say('result-none')}</option>
          {results.map((result) => (
            <option value={result} selected={result === typed.result}>
              {say(`result-${result}`)}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}
