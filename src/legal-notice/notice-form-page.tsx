import type { Locale } from '../platform/messages.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ChangedSince } from '../ui/changed-since.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import {
  longest,
  noticeParts,
  type Notice,
  type NoticeField,
  type NoticeProblem,
} from './notice.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  read: number
  typed: Notice
  problems: readonly NoticeProblem[]
  /** Who changed it since the form was opened. */
  keptBy: { name: string; at: Date } | null
}

/** What is said of the site, part by part; what is left empty is said to be missing where the law wants it. */
export function NoticeFormPage({ frame, read, typed, problems, keptBy }: Props) {
  const { locale } = frame
  const say = words(locale)
  const title = say('form-title')
  return (
    <Layout frame={frame} title={problems.length > 0 ? say('refused-title', { title }) : title}>
      <Breadcrumb
        locale={locale}
        steps={[{ href: `/${locale}/legal-notice`, label: say('notice') }]}
      />
      <ErrorSummary
        locale={locale}
        problems={problems.map((problem) => ({
          field: fieldOf(problem),
          sentence: sayProblem(locale, problem),
        }))}
      />
      <h1>{title}</h1>
      {problems.some(({ code }) => code === 'changed-since') && (
        <ChangedSince locale={locale} href={`/${locale}/admin/legal-notice`} by={keptBy} />
      )}
      <p>{say('form-lead')}</p>
      <form method="post" action={`/${locale}/admin/legal-notice`} class="stacked" id="notice">
        <input type="hidden" name="read" value={String(read)} />
        {noticeParts.map(({ part, fields }) => (
          <fieldset>
            <legend>{say(`part-${part}`)}</legend>
            {fields.map((field) => (
              <NoticeInput {...{ locale, field, typed, problems }} />
            ))}
          </fieldset>
        ))}
        <div class="actions">
          <button type="submit">{say('keep')}</button>
          <a href={`/${locale}/legal-notice`}>{say('change-nothing')}</a>
        </div>
      </form>
    </Layout>
  )
}

type InputProps = {
  locale: Locale
  field: NoticeField
  typed: Notice
  problems: readonly NoticeProblem[]
}

function NoticeInput({ locale, field, typed, problems }: InputProps) {
  const say = words(locale)
  const problem = problems.find((one) => one.field === field)
  return (
    <FormField
      id={field}
      label={say(`field-${field}`)}
      hint={hintOf(locale, field)}
      problem={problem && sayProblem(locale, problem)}
    >
      {(described) =>
        field.endsWith('Address') ? (
          <textarea {...described} name={field} rows={3} dir="auto">
            {typed[field]}
          </textarea>
        ) : (
          <input {...described} type={typeOf(field)} name={field} value={typed[field]} dir="auto" />
        )
      }
    </FormField>
  )
}

const hinted = ['publisherForm', 'registration', 'capital', 'director', 'editor', 'host'] as const

function hintOf(locale: Locale, field: NoticeField): string | undefined {
  const known = hinted.find((one) => one === field)
  return known && words(locale)(`hint-${known}`)
}

function typeOf(field: NoticeField): 'tel' | 'email' | 'text' {
  if (field === 'publisherEmail') return 'email'
  return field.endsWith('Phone') ? 'tel' : 'text'
}

function fieldOf({ field }: NoticeProblem): string {
  return field ?? 'changed-since'
}

function sayProblem(locale: Locale, { field, code }: NoticeProblem): string {
  const say = words(locale)
  if (field === null) return say(code)
  const named = { field: say(`field-${field}`) }
  if (code !== 'too-long') return say(code, named)
  return say(code, { ...named, limit: field.endsWith('Address') ? longest.address : longest.line })
}
