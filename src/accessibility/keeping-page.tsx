import type { Locale } from '../platform/messages.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ChangedSince } from '../ui/changed-since.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import type { Audit } from './audit.ts'
import type { AutomatedResults } from './automated.ts'
import type { ResultsProblem } from './keep-results.ts'
import { sayDay } from './say.ts'
import type { Setting, SettingProblem } from './setting.ts'
import { words } from './words.ts'

export type ShownSettingProblem = SettingProblem | ResultsProblem
export const keepingDone = [
  'saved',
  'removed',
  'removed-already',
  'published-since',
  'results-kept',
] as const

type Props = {
  frame: Frame
  /** The id of what the form was opened with; 0 where nothing was said. */
  read: number
  typed: Setting
  /** Results as they were pasted and refused. */
  pasted: string
  /** What programs found, as it is enclosed now. */
  results: AutomatedResults | null
  problems: readonly ShownSettingProblem[]
  audits: readonly Omit<Audit, 'pages'>[]
  /** The one that the declaration rests on. */
  standing: number | null
  /** Who changed what the form was opened with, where somebody has. */
  keptBy: { name: string; at: Date } | null
  done: (typeof keepingDone)[number] | null
}

/** Whom people can write to, and the audits that were entered. */
export function KeepingPage(props: Props) {
  const { frame, problems, done } = props
  const { locale } = frame
  const say = words(locale)
  const title = say('keeping')
  return (
    <Layout frame={frame} title={problems.length > 0 ? say('refused-title', { title }) : title}>
      <Breadcrumb
        locale={locale}
        steps={[{ href: `/${locale}/accessibility`, label: say('declaration') }]}
      />
      <ErrorSummary
        locale={locale}
        problems={problems.map((problem) => ({
          field: fields[problem],
          sentence: sayProblem(locale, problem),
        }))}
      />
      <DoneNotice sentence={done && say(done)} />
      <h1>{title}</h1>
      {problems.includes('changed-since') && (
        <ChangedSince locale={locale} href={`/${locale}/admin/accessibility`} by={props.keptBy} />
      )}
      <p>{say('keeping-lead')}</p>
      <Audits {...props} />
      <SettingForm {...props} />
      <ResultsForm {...props} />
    </Layout>
  )
}

function Audits({ frame: { locale }, audits, standing }: Props) {
  const say = words(locale)
  return (
    <>
      <h2>{say('audits')}</h2>
      {audits.length === 0 && <p class="empty">{say('no-audits')}</p>}
      {audits.length > 0 && (
        <ul class="own-things">
          {audits.map(({ id, auditedOn, auditor, publishedAt }) => (
            <li>
              <span class="thing">
                <a href={`/${locale}/admin/accessibility/audits/${id}`}>
                  {say('audit-of', { date: sayDay(locale, auditedOn), auditor })}
                </a>
                <span class="fine">{say(stateOf(publishedAt, id === standing))}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a class="button" href={`/${locale}/admin/accessibility/audit`}>
          {say('begin')}
        </a>
      </p>
    </>
  )
}

function stateOf(publishedAt: Date | null, stands: boolean) {
  if (!publishedAt) return 'is-open'
  return stands ? 'is-standing' : 'is-published'
}

const fields: Record<ShownSettingProblem, string> = {
  'no-email': 'email',
  'no-address': 'address',
  'no-plan-address': 'planAddress',
  'changed-since': 'changed-since',
  'results-unreadable': 'results',
  'results-date': 'results',
}

function sayProblem(locale: Locale, problem: ShownSettingProblem): string {
  const say = words(locale)
  switch (problem) {
    case 'results-unreadable':
    case 'results-date':
      return say(problem)
    default:
      return say(`setting-${problem}`)
  }
}

const inputs = [
  { name: 'email', label: 'setting-email', type: 'email', problem: 'no-email' },
  { name: 'address', label: 'setting-address', type: 'url', problem: 'no-address' },
  { name: 'planAddress', label: 'setting-plan', type: 'url', problem: 'no-plan-address' },
] as const

function SettingForm({ frame: { locale }, read, typed, problems }: Props) {
  const say = words(locale)
  return (
    <section aria-labelledby="setting-title">
      <h2 id="setting-title">{say('setting')}</h2>
      <form
        method="post"
        action={`/${locale}/admin/accessibility/setting`}
        class="stacked"
        id="setting"
      >
        <input type="hidden" name="read" value={String(read)} />
        {inputs.map(({ name, label, type, problem }) => (
          <FormField
            id={name}
            label={say(label)}
            problem={problems.includes(problem) ? sayProblem(locale, problem) : undefined}
          >
            {(described) => (
              <input {...described} type={type} name={name} value={typed[name]} dir="ltr" />
            )}
          </FormField>
        ))}
        <button type="submit">{say('save')}</button>
      </form>
    </section>
  )
}

function ResultsForm({ frame: { locale }, pasted, results, problems }: Props) {
  const say = words(locale)
  const wrong = problems.find((one) => one === 'results-unreadable' || one === 'results-date')
  return (
    <section aria-labelledby="results-title">
      <h2 id="results-title">{say('annex')}</h2>
      <p>
        {results
          ? say('results-are', {
              date: sayDay(locale, results.madeOn),
              count: results.pages.length,
            })
          : say('annex-none')}
      </p>
      <form
        method="post"
        action={`/${locale}/admin/accessibility/automated-results`}
        class="stacked"
      >
        <FormField
          id="results"
          label={say('results-file')}
          hint={say('results-hint')}
          problem={wrong && say(wrong)}
        >
          {(described) => (
            <textarea {...described} name="results" rows={4} dir="ltr" required>
              {pasted}
            </textarea>
          )}
        </FormField>
        <button type="submit">{say('results-put')}</button>
      </form>
    </section>
  )
}
