import type { Locale } from '../platform/messages.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ChangedSince } from '../ui/changed-since.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import type { Audit } from './audit.ts'
import type { CsvProblem } from './import-findings.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  audit: Audit
  /** The mark of all findings that it was opened with. */
  read: string
  /** As it was pasted and refused. */
  csv: string
  problem: CsvProblem | null
}

/** Findings of an audit as a table, pasted from a spreadsheet. */
export function TablePage({ frame, audit, read, csv, problem }: Props) {
  const { locale } = frame
  const say = words(locale)
  const title = say('by-table')
  const keeping = `/${locale}/admin/accessibility`
  const address = `${keeping}/audits/${audit.id}`
  const told = problem && sayCsvProblem(locale, problem)
  const meanwhile = problem?.code === 'changed-since'
  return (
    <Layout frame={frame} title={problem ? say('refused-title', { title }) : title}>
      <Breadcrumb
        locale={locale}
        steps={[
          { href: keeping, label: say('keeping') },
          { href: address, label: say('back-to-audit') },
        ]}
      />
      <ErrorSummary
        locale={locale}
        problems={told ? [{ field: meanwhile ? 'changed-since' : 'csv', sentence: told }] : []}
      />
      <h1>{title}</h1>
      {meanwhile && <ChangedSince locale={locale} href={address} by={null} />}
      <p>{say('by-table-lead')}</p>
      <ol>
        {audit.pages.map(({ number, title: page }) => (
          <li value={number}>{page}</li>
        ))}
      </ol>
      <p>
        <a href={`${address}/findings.csv`}>{say('take-table')}</a>
      </p>
      <form method="post" action={`${address}/findings`} class="stacked">
        <input type="hidden" name="read" value={read} />
        <FormField
          id="csv"
          label={say('table')}
          hint={say('by-table-hint')}
          problem={told && !meanwhile ? told : undefined}
        >
          {(described) => (
            <textarea {...described} name="csv" rows={12} dir="ltr" required>
              {csv}
            </textarea>
          )}
        </FormField>
        <button type="submit">{say('read-table')}</button>
      </form>
    </Layout>
  )
}

function sayCsvProblem(locale: Locale, problem: CsvProblem): string {
  const say = words(locale)
  switch (problem.code) {
    case 'empty':
    case 'changed-since':
    case 'published-since':
      return say(`csv-${problem.code}`)
    case 'no-column':
    case 'bad-page':
    case 'bad-result':
    case 'no-such-page':
    case 'bad-criterion':
      return say(`csv-${problem.code}`, { line: problem.line, said: problem.said })
    default:
      return say('csv-finding', {
        line: problem.line,
        criterion: problem.said,
        problem: say(`csv-${problem.code}`),
      })
  }
}
