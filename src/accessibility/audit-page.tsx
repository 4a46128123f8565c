import type { Locale } from '../platform/messages.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { SignInAgain } from '../ui/sign-in-again.tsx'
import type { Audit, AuditProblem, TypedAudit } from './audit.ts'
import { rateOf, type Counted } from './conformity.ts'
import type { CsvProblem } from './enter-audit.ts'
import { FactsForm, summariseAudit } from './facts-form.tsx'
import type { Published } from './publish-audit.ts'
import { sayDay } from './say.ts'
import { words } from './words.ts'

export const auditDone = ['begun', 'saved', 'imported'] as const

export type AuditProblems = {
  facts: readonly AuditProblem[]
  csv: CsvProblem | null
  publication: Exclude<Published, { ok: true }>['problem'] | null
  signedOut: boolean
}

export const noProblems: AuditProblems = {
  facts: [],
  csv: null,
  publication: null,
  signedOut: false,
}

type Props = {
  frame: Frame
  /** Null for one that is not begun yet. */
  audit: Audit | null
  typed: TypedAudit
  /** As it was pasted and refused. */
  csv: string
  /** What is still to be entered, by page, and how it counts so far. */
  missing: ReadonlyMap<number, number>
  counted: Counted
  problems: AuditProblems
  done: (typeof auditDone)[number] | null
}

/** One audit, while it is entered: its facts, its pages, its table, and its publication. */
export function AuditPage(props: Props) {
  const { frame, audit, typed, problems, done } = props
  const { locale } = frame
  const say = words(locale)
  const title = audit
    ? say('audit-of', { date: sayDay(locale, audit.auditedOn), auditor: audit.auditor })
    : say('new-audit')
  const told = summarise(locale, problems)
  const address = addressOf(locale, audit)
  return (
    <Layout frame={frame} title={told.length > 0 ? say('refused-title', { title }) : title}>
      <Breadcrumb
        locale={locale}
        steps={[{ href: `/${locale}/admin/accessibility`, label: say('keeping') }]}
      />
      <ErrorSummary locale={locale} problems={told} />
      <DoneNotice sentence={done && say(done)} />
      <h1>{title}</h1>
      {problems.signedOut && <SignInAgain locale={locale} />}
      {audit && <Entering {...props} audit={audit} address={address} />}
      <h2>{say('facts')}</h2>
      <FactsForm
        locale={locale}
        address={audit ? address : `/${locale}/admin/accessibility/audits`}
        typed={typed}
        problems={problems.facts}
        button={say(audit ? 'save' : 'begin-button')}
      />
      {audit && <Ending {...props} address={address} />}
    </Layout>
  )
}

function addressOf(locale: Locale, audit: Audit | null): string {
  return `/${locale}/admin/accessibility/audits/${audit?.id ?? ''}`
}

function summarise(locale: Locale, { facts, csv, publication, signedOut }: AuditProblems) {
  const say = words(locale)
  return [
    ...(signedOut ? [{ field: 'signed-out', sentence: say('signed-out') }] : []),
    ...summariseAudit(locale, facts),
    ...(csv ? [{ field: 'csv', sentence: sayCsvProblem(locale, csv) }] : []),
    ...(publication ? [{ field: 'publish', sentence: say(publication) }] : []),
  ]
}

function sayCsvProblem(locale: Locale, { code, line }: CsvProblem): string {
  const say = words(locale)
  switch (code) {
    case 'empty':
      return say('csv-empty')
    case 'unreadable':
    case 'no-such-page':
      return say(`csv-${code}`, { line })
    default:
      return say('csv-finding', { line, problem: say(`csv-${code}`) })
  }
}

type ShownProps = Props & { audit: Audit; address: string }

function Entering({ frame: { locale }, audit, missing, csv, problems, address }: ShownProps) {
  const say = words(locale)
  return (
    <>
      <h2>{say('progress')}</h2>
      <ul class="own-things">
        {audit.pages.map(({ number, title }) => (
          <li>
            <span class="thing">
              <a href={`${address}/pages/${number}`}>{say('enter-page', { page: title })}</a>
              <span class="fine">{say('left', { count: missing.get(number) ?? 0 })}</span>
            </span>
          </li>
        ))}
      </ul>
      <details open={problems.csv !== null}>
        <summary>{say('by-table')}</summary>
        <p>
          <a href={`${address}/findings.csv`}>{say('take-table')}</a>
        </p>
        <form method="post" action={`${address}/findings`} class="stacked">
          <FormField
            id="csv"
            label={say('table')}
            hint={say('by-table-hint')}
            problem={problems.csv ? sayCsvProblem(locale, problems.csv) : undefined}
          >
            {(described) => (
              <textarea {...described} name="csv" rows={6} dir="ltr" required>
                {csv}
              </textarea>
            )}
          </FormField>
          <button type="submit">{say('read-table')}</button>
        </form>
      </details>
    </>
  )
}

function Ending({ frame: { locale }, counted, problems, address }: Props & { address: string }) {
  const say = words(locale)
  const refused = problems.publication
  return (
    <>
      <h2>{say('publish-title')}</h2>
      {counted.applicable > 0 && <p>{say('would-be', { rate: rateOf(counted), ...counted })}</p>}
      <p class="fine">{say('publish-note')}</p>
      <form
        method="post"
        action={`${address}/publication`}
        id="publish"
        class={refused ? 'refused' : undefined}
      >
        {refused && <p class="problem">{say(refused)}</p>}
        <button type="submit">{say('publish')}</button>
      </form>
      <details>
        <summary>{say('remove-title')}</summary>
        <p>{say('remove-note')}</p>
        <form method="post" action={`${address}/removal`}>
          <button type="submit" class="quiet">
            {say('remove')}
          </button>
        </form>
      </details>
    </>
  )
}
