import type { Locale } from '../platform/messages.ts'
import { FormField } from '../ui/form-field.tsx'
import { auditLimits, type AuditProblem, type TypedAudit } from './audit.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  /** Where the form is sent. */
  address: string
  typed: TypedAudit
  problems: readonly AuditProblem[]
  /** What its button says. */
  button: string
}

const named = [
  { name: 'auditor', codes: ['no-auditor', 'too-long'] },
  { name: 'reference', codes: ['no-reference'] },
] as const

/** When, who, by which reference, how, and which pages. */
export function FactsForm(props: Props) {
  const { locale, address, typed, problems, button } = props
  const say = words(locale)
  const problemOf = (...codes: AuditProblem['code'][]) => {
    const problem = problems.find(({ code }) => codes.includes(code))
    return problem && sayAuditProblem(locale, problem)
  }
  return (
    <form method="post" action={address} class="stacked" id="facts">
      <FormField
        id="auditedOn"
        label={say('facts-date')}
        problem={problemOf('no-date', 'date-to-come')}
      >
        {(described) => (
          <input {...described} type="date" name="auditedOn" value={typed.auditedOn} required />
        )}
      </FormField>
      {named.map(({ name, codes }) => (
        <FormField
          id={name}
          label={say(`facts-${name}`)}
          hint={say(`facts-${name}-hint`)}
          problem={problemOf(...codes)}
        >
          {(described) => (
            <input {...described} type="text" name={name} value={typed[name]} dir="auto" required />
          )}
        </FormField>
      ))}
      {(['method', 'exempted'] as const).map((name) => (
        <FormField id={name} label={say(`facts-${name}`)}>
          {(described) => (
            <textarea {...described} name={name} rows={3} dir="auto">
              {typed[name]}
            </textarea>
          )}
        </FormField>
      ))}
      <PageRows {...props} problem={problemOf('no-pages')} />
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
      {typed.pages.map(({ number, title, address }) => {
        const wrong = problems.find(({ page }) => page === number)
        return (
          <div class="described">
            <FormField
              id={`page-${number}`}
              label={say('page-title', { page: number })}
              problem={wrong && sayAuditProblem(locale, wrong)}
            >
              {(described) => (
                <input
                  {...described}
                  type="text"
                  name={`title.${number}`}
                  value={title}
                  dir="auto"
                />
              )}
            </FormField>
            <FormField id={`address-${number}`} label={say('page-address', { page: number })}>
              {(described) => (
                <input
                  {...described}
                  type="text"
                  name={`address.${number}`}
                  value={address}
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

export function sayAuditProblem(locale: Locale, { code, page }: AuditProblem): string {
  const say = words(locale)
  if (code === 'page-incomplete') return say(code, { page })
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
  'no-reference': 'reference',
  'no-pages': 'pages',
}

/** For the error summary: each problem with the field that it links to. */
export function summariseAudit(locale: Locale, problems: readonly AuditProblem[]) {
  return problems.map((problem) => ({
    field: problem.code === 'page-incomplete' ? `page-${problem.page}` : fields[problem.code],
    sentence: sayAuditProblem(locale, problem),
  }))
}
