import type { Locale } from '../platform/messages.ts'
import { FormField } from '../ui/form-field.tsx'
import { auditLimits, reference, type AuditProblem, type TypedAudit } from './audit.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  /** Where the form is sent. */
  address: string
  hidden: { name: 'key' | 'read'; value: string }
  typed: TypedAudit
  problems: readonly AuditProblem[]
  /** What its button says. */
  button: string
}

/** When, who, how, and which pages. */
export function FactsForm(props: Props) {
  const { locale, address, hidden, typed, problems, button } = props
  const say = words(locale)
  const problemOf = (...codes: AuditProblem['code'][]) => {
    const problem = problems.find(({ code }) => codes.includes(code))
    return problem && sayAuditProblem(locale, problem)
  }
  return (
    <form method="post" action={address} class="stacked" id="facts">
      <input type="hidden" name={hidden.name} value={hidden.value} />
      <FormField
        id="auditedOn"
        label={say('facts-date')}
        problem={problemOf('no-date', 'date-to-come')}
      >
        {(described) => (
          <input {...described} type="date" name="auditedOn" value={typed.auditedOn} required />
        )}
      </FormField>
      <FormField
        id="auditor"
        label={say('facts-auditor')}
        hint={say('facts-auditor-hint')}
        problem={problemOf('no-auditor', 'too-long')}
      >
        {(described) => (
          <input
            {...described}
            type="text"
            name="auditor"
            value={typed.auditor}
            dir="auto"
            required
          />
        )}
      </FormField>
      <p class="hint">{say('facts-reference', { reference })}</p>
      {(['method', 'exempted'] as const).map((name) => (
        <FormField id={name} label={say(`facts-${name}`)}>
          {(described) => (
            <textarea {...described} name={name} rows={3} dir="auto">
              {typed[name]}
            </textarea>
          )}
        </FormField>
      ))}
      <PageRows {...props} problem={problemOf('no-pages', 'too-many-pages')} />
      <button type="submit">{button}</button>
    </form>
  )
}

function PageRows({ locale, typed, problems, problem }: Props & { problem: string | undefined }) {
  const say = words(locale)
  return (
    <fieldset id="pages" class={problem ? 'refused' : undefined}>
      <legend>{say('facts-pages')}</legend>
      <p class="hint">{say('facts-pages-hint')}</p>
      {problem && <p class="problem">{problem}</p>}
      {typed.pages.map((row) => {
        const isNew = row.key.startsWith('new-')
        const page = Number(row.key.replace('new-', ''))
        const wrong = problems.find((problem) => problem.page === row.key)
        return (
          <div class="described">
            <FormField
              id={`page-${row.key}`}
              label={say(isNew ? 'new-page-title' : 'page-title', { page })}
              problem={wrong && sayAuditProblem(locale, wrong)}
            >
              {(described) => (
                <input
                  {...described}
                  type="text"
                  name={`title.${row.key}`}
                  value={row.title}
                  dir="auto"
                />
              )}
            </FormField>
            <FormField
              id={`address-${row.key}`}
              label={say(isNew ? 'new-page-address' : 'page-address', { page })}
            >
              {(described) => (
                <input
                  {...described}
                  type="text"
                  name={`address.${row.key}`}
                  value={row.address}
                  dir="ltr"
                />
              )}
            </FormField>
          </div>
        )
      })}
    </fieldset>
  )
}

export function sayAuditProblem(locale: Locale, { code }: AuditProblem): string {
  const say = words(locale)
  if (code === 'too-many-pages') return say(code, { pages: auditLimits.pages })
  if (code === 'too-long') {
    return say('audit-too-long', { line: auditLimits.line, text: auditLimits.text })
  }
  return say(code)
}

const fields: Record<Exclude<AuditProblem['code'], 'page-incomplete'>, string> = {
  'no-date': 'auditedOn',
  'date-to-come': 'auditedOn',
  'no-auditor': 'auditor',
  'too-long': 'auditor',
  'no-pages': 'pages',
  'too-many-pages': 'pages',
  'changed-since': 'changed-since',
  'published-since': 'facts',
}

/** For the error summary: each problem with the field that it links to. */
export function summariseAudit(locale: Locale, problems: readonly AuditProblem[]) {
  return problems.map((problem) => ({
    field: problem.code === 'page-incomplete' ? `page-${problem.page}` : fields[problem.code],
    sentence: sayAuditProblem(locale, problem),
  }))
}
