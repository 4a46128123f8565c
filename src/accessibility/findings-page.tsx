import type { Locale } from '../platform/messages.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ChangedSince } from '../ui/changed-since.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { auditLimits, results, type Audit, type AuditedPage } from './audit.ts'
import type { RowProblem, SentFinding } from './merge-findings.ts'
import { sayCriterion, sayDay } from './say.ts'
import { sayTheme, type ListedTheme, type Theme } from './theme.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  audit: Audit
  page: AuditedPage
  theme: Theme
  themes: readonly ListedTheme[]
  rows: readonly SentFinding[]
  problems: readonly RowProblem[]
  /** It was published while this was entered. */
  published: boolean
  done: 'saved' | null
}

/** What was found on one page, a theme at a time: each is saved by itself. */
export function FindingsPage(props: Props) {
  const { frame, audit, page, theme, rows, problems, published, done } = props
  const { locale } = frame
  const say = words(locale)
  const title = say('findings-title', { page: page.title, theme: sayTheme(locale, theme) })
  const refused = problems.length > 0 || published
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
      <ErrorSummary locale={locale} problems={summarise(props)} />
      <DoneNotice sentence={done && say(done)} />
      <h1>{title}</h1>
      <p class="fine">
        {say('findings-of', { page: page.number, date: sayDay(locale, audit.auditedOn) })}
      </p>
      {problems.some(({ code }) => code === 'changed-since') && (
        <ChangedSince
          locale={locale}
          href={`${address}/pages/${page.number}?theme=${theme}`}
          by={null}
        />
      )}
      <Themes {...props} address={`${address}/pages/${page.number}`} />
      <form
        method="post"
        action={`${address}/pages/${page.number}?theme=${theme}`}
        class="grid"
        id="findings"
      >
        {rows.map((row, at) => (
          <RowFields {...{ locale, row, at, problems }} />
        ))}
        <div class="actions">
          <button type="submit" name="go" value="next">
            {say('save-next')}
          </button>
          <button type="submit" name="go" value="rest" class="quiet">
            {say('save-rest')}
          </button>
          <button type="submit" name="go" value="stay" class="quiet">
            {say('save-stay')}
          </button>
        </div>
      </form>
    </Layout>
  )
}

function summarise({ frame: { locale }, rows, problems, published }: Props) {
  const say = words(locale)
  return [
    ...(published ? [{ field: 'findings', sentence: say('published-since') }] : []),
    ...problems.map((problem) => ({
      field: fieldOf(rows, problem),
      sentence: sayRowProblem(locale, problem),
    })),
  ]
}

function fieldOf(rows: readonly SentFinding[], problem: RowProblem): string {
  const at = rows.findIndex((row) => row.criterion.trim() === problem.criterion)
  return `result-${Math.max(0, at)}`
}

function sayRowProblem(locale: Locale, { criterion, code }: RowProblem): string {
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
            <span class="fine">{say('theme-done', { made: one.made, all: one.all })}</span>
          </li>
        ))}
      </ol>
    </nav>
  )
}

type RowProps = {
  locale: Locale
  row: SentFinding
  at: number
  problems: readonly RowProblem[]
}

function RowFields({ locale, row, at, problems }: RowProps) {
  const say = words(locale)
  const problem = problems.find(({ criterion }) => criterion === row.criterion.trim())
  const opened = row.derogation !== '' || row.remedyOn !== ''
  return (
    <fieldset class={problem ? 'refused' : undefined}>
      <legend>{sayCriterion(locale, row.criterion)}</legend>
      <input type="hidden" name={`criterion.${at}`} value={row.criterion} />
      <input type="hidden" name={`read.${at}`} value={row.read} />
      <div class="described">
        <ResultField {...{ locale, row, at, problems }} />
        <FormField id={`note-${at}`} label={say('note')}>
          {(described) => (
            <textarea {...described} name={`note.${at}`} rows={1} dir="auto">
              {row.note}
            </textarea>
          )}
        </FormField>
      </div>
      <details open={opened}>
        <summary>{say('if-not')}</summary>
        <FormField id={`derogation-${at}`} label={say('derogation')}>
          {(described) => (
            <textarea {...described} name={`derogation.${at}`} rows={2} dir="auto">
              {row.derogation}
            </textarea>
          )}
        </FormField>
        <FormField id={`remedy-${at}`} label={say('remedy-on')}>
          {(described) => (
            <input {...described} type="date" name={`remedy.${at}`} value={row.remedyOn} />
          )}
        </FormField>
      </details>
    </fieldset>
  )
}

function ResultField({ locale, row, at, problems }: RowProps) {
  const say = words(locale)
  const problem = problems.find(({ criterion }) => criterion === row.criterion.trim())
  return (
    <FormField
      id={`result-${at}`}
      label={say('result')}
      problem={problem && sayRowProblem(locale, problem)}
    >
      {(described) => (
        <select {...described} name={`result.${at}`}>
          <option value="">{say('result-none')}</option>
          {results.map((result) => (
            <option value={result} selected={result === row.result}>
              {say(`result-${result}`)}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}
