import type { Locale } from '../platform/messages.ts'
import { type Report, stepTo } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { SignInAgain } from '../ui/sign-in-again.tsx'
import { TakesTime } from '../ui/takes-time.tsx'
import type { UploadProblem } from './keep-upload.ts'
import { words } from './words.ts'

export type Typed = { reason: string; words: string }

/** The form is shown to whoever sent it, also when the session has ended meanwhile. */
export type ShownProblem = UploadProblem | 'signed-out'

type Props = { frame: Frame; report: Report; typed: Typed; problems: ShownProblem[] }

/** Choosing the file; nothing changes yet. */
export function ImportPage({ frame, report, typed, problems }: Props) {
  const { locale } = frame
  const say = words(locale)
  const title = say('import-title')
  const summary = problems.map((problem) => ({
    field: fieldOf(problem),
    sentence: say(problem),
  }))
  return (
    <Layout frame={frame} title={problems.length > 0 ? say('refused-title', { title }) : title}>
      <Breadcrumb locale={locale} steps={stepsTo(locale, report)} />
      <ErrorSummary locale={locale} problems={summary} />
      <h1>{title}</h1>
      {problems.includes('signed-out') && (
        <SignInAgain locale={locale} advice={say('signed-out-advice')} />
      )}
      <p>{say('import-lead')}</p>
      <p>{say('import-lead-again')}</p>
      <ImportForm locale={locale} report={report} typed={typed} problems={problems} />
    </Layout>
  )
}

/** The way back up from what is imported. */
export function stepsTo(locale: Locale, report: Report) {
  return [
    stepTo(locale, report),
    { href: `/${locale}/workshop/reports/${report.slug}`, label: words(locale)('workshop') },
  ]
}

function fieldOf(problem: ShownProblem): 'reason' | 'words' | 'file' | 'signed-out' {
  if (problem === 'no-reason' || problem === 'reason-too-long') return 'reason'
  if (problem === 'words-too-long') return 'words'
  return problem === 'signed-out' ? 'signed-out' : 'file'
}

type FormProps = { locale: Locale; report: Report; typed: Typed; problems: ShownProblem[] }

/** The file is the last field: of one that is too long, those before it are known all the same. */
function ImportForm({ locale, report, typed, problems }: FormProps) {
  const say = words(locale)
  const problemOf = (field: string) => {
    const problem = problems.find((problem) => fieldOf(problem) === field)
    return problem && say(problem)
  }
  const again = problems.length > 0 && !problemOf('file')
  return (
    <form
      method="post"
      action={`/${locale}/workshop/reports/${report.slug}/import`}
      enctype="multipart/form-data"
      class="stacked"
    >
      <FormField
        id="reason"
        label={say('reason')}
        hint={say('reason-hint')}
        problem={problemOf('reason')}
      >
        {(described) => (
          <textarea {...described} name="reason" rows={3} required>
            {typed.reason}
          </textarea>
        )}
      </FormField>
      <FormField
        id="words"
        label={say('words')}
        hint={say('words-hint')}
        problem={problemOf('words')}
      >
        {(described) => <input {...described} name="words" type="text" value={typed.words} />}
      </FormField>
      <FormField
        id="file"
        label={say('file')}
        hint={`${say('file-hint')} ${say('import-pictures')}`}
        problem={again ? say('file-again') : problemOf('file')}
      >
        {(described) => <input {...described} name="file" type="file" accept={accepted} required />}
      </FormField>
      <TakesTime locale={locale} />
      <button type="submit">{say('read-file')}</button>
    </form>
  )
}

const accepted = '.md,.markdown,.html,.htm,.docx,.zip'
