import { LanguageField } from '../contributions/index.ts'
import { stepTo, type Report } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ChangedSince } from '../ui/changed-since.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { addressesOf } from './addresses.ts'
import { limits, type OpinionProblem, type TypedOpinion } from './opinion.ts'
import { words } from './words.ts'

const fields: Record<OpinionProblem, string> = {
  'no-title': 'title',
  'title-too-long': 'title',
  'no-body': 'body',
  'body-too-long': 'body',
  'no-lang': 'lang',
  'no-such-edition': 'edition',
  'no-reason': 'reason',
  'reason-too-long': 'reason',
  'nothing-changed': 'body',
  'corrected-meanwhile': 'body',
  'sent-already': 'body',
}

type Props = {
  frame: Frame
  report: Report
  /** Null where it is a new one. */
  opinion: { id: number } | null
  /** Numbers of the editions that there are, the newest first. */
  editions: readonly number[]
  typed: TypedOpinion
  problems: readonly OpinionProblem[]
  /** The id of what this form has published already, in other words. */
  first?: number | undefined
}

/** Writing an opinion, or a new version of one: it is published as it is typed. */
export function OpinionFormPage(props: Props) {
  const { frame, report, opinion, typed, problems } = props
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  const title = say(opinion ? 'correct' : 'write')
  return (
    <Layout frame={frame} title={problems.length > 0 ? say('refused-title', { title }) : title}>
      <Breadcrumb
        locale={locale}
        steps={[stepTo(locale, report), { href: there.page, label: say('guarantee') }]}
      />
      <ErrorSummary
        locale={locale}
        problems={problems.map((problem) => ({
          field: fields[problem],
          sentence: say(`problem-${problem}`, limits),
        }))}
      />
      <h1>{title}</h1>
      <Standing {...props} />
      <p>{say(opinion ? 'correct-lead' : 'write-lead')}</p>
      <form
        method="post"
        action={opinion ? there.versions(opinion.id) : there.opinions}
        class="stacked"
      >
        <input type="hidden" name="key" value={typed.key} />
        <input type="hidden" name="read" value={String(typed.read)} />
        {!opinion && <EditionField {...props} />}
        <TextFields {...props} />
        <LanguageField locale={locale} lang={typed.lang} />
        {opinion && (
          <FormField
            id="reason"
            label={say('reason')}
            hint={say('reason-hint', { limit: limits.reason })}
            problem={problemIn(props, 'reason')}
          >
            {(described) => (
              <textarea {...described} name="reason" rows={3}>
                {typed.reason}
              </textarea>
            )}
          </FormField>
        )}
        <div class="actions">
          <button type="submit">{say('publish')}</button>
          <a href={opinion ? there.opinion(opinion.id) : there.record}>{say('publish-nothing')}</a>
        </div>
      </form>
    </Layout>
  )
}

/** What this form has met: another version of it, or what it has published already. */
function Standing({ frame: { locale }, report, opinion, problems, first }: Props) {
  const there = addressesOf(locale, report)
  if (opinion && problems.includes('corrected-meanwhile')) {
    return <ChangedSince locale={locale} href={there.opinion(opinion.id)} by={null} />
  }
  if (first === undefined) return null
  return (
    <p class="notice">
      <a href={there.correcting(first)}>{words(locale)('correct-first')}</a>
    </p>
  )
}

function problemIn({ frame, problems }: Props, field: string): string | undefined {
  const problem = problems.find((one) => fields[one] === field)
  return problem && words(frame.locale)(`problem-${problem}`, limits)
}

function TextFields(props: Props) {
  const { frame, typed } = props
  const say = words(frame.locale)
  return (
    <>
      <FormField id="title" label={say('title')} problem={problemIn(props, 'title')}>
        {(described) => (
          <input {...described} type="text" name="title" value={typed.title} dir="auto" />
        )}
      </FormField>
      <FormField
        id="body"
        label={say('body')}
        hint={say('body-hint', { limit: limits.body })}
        problem={problemIn(props, 'body')}
      >
        {(described) => (
          <textarea {...described} name="body" rows={16} dir="auto">
            {typed.body}
          </textarea>
        )}
      </FormField>
    </>
  )
}

function EditionField(props: Props) {
  const { frame, editions, typed } = props
  const say = words(frame.locale)
  return (
    <FormField id="edition" label={say('on-what')} problem={problemIn(props, 'edition')}>
      {(described) => (
        <select {...described} name="edition">
          <option value="">{say('on-report')}</option>
          {editions.map((number) => (
            <option value={String(number)} selected={String(number) === typed.edition}>
              {say('on-edition', { number })}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}
