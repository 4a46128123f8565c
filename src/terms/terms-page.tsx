import { Articles, VersionList } from '../articles/index.ts'
import { sayDate, type Locale } from '../platform/messages.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { ConsentField, summariseConsent } from './consent-field.tsx'
import type { Consent } from './store.ts'
import type { ConsentProblem, Terms } from './terms.ts'
import { Summaries } from './terms-changes.tsx'
import { words } from './words.ts'

export const termsDone = ['kept', 'accepted-now'] as const

type Props = {
  frame: Frame
  terms: Terms
  /** Every version, the newest first. */
  versions: readonly { version: number; keptAt: Date; asks: boolean }[]
  mayKeep: boolean
  /** What the reader accepted last, and whether this version is asked of them; null for a visitor. */
  consent: { last: Consent | undefined; owed: boolean } | null
  problem: ConsentProblem | null
  done: (typeof termsDone)[number] | null
}

/** The terms of use, in one version of them. */
export function TermsPage(props: Props) {
  const { frame, terms, versions, mayKeep, problem, done } = props
  const { locale } = frame
  const say = words(locale)
  const { version } = terms
  const old = version !== versions[0]?.version
  const title = old ? say('old-title', { version }) : say('terms')
  return (
    <Layout frame={frame} title={problem ? say('refused-title', { title }) : title}>
      {old && (
        <Breadcrumb locale={locale} steps={[{ href: `/${locale}/terms`, label: say('terms') }]} />
      )}
      <ErrorSummary locale={locale} problems={summariseConsent(locale, problem ? [problem] : [])} />
      <DoneNotice sentence={done && say(done)} />
      <Document {...props} title={title} />
      {!old && <OwnConsent {...props} />}
      {!old && mayKeep && <ChangeLink locale={locale} />}
      <Versions {...props} />
    </Layout>
  )
}

function ChangeLink({ locale }: { locale: Locale }) {
  return (
    <p>
      <a class="button quiet" href={`/${locale}/admin/terms`}>
        {words(locale)('change')}
      </a>
    </p>
  )
}

/** The text itself, with what it changes. */
function Document({ frame: { locale }, terms, versions, title }: Props & { title: string }) {
  const say = words(locale)
  const { version, keptAt } = terms
  return (
    <article class="document">
      <h1>{title}</h1>
      <p class="fine">{say('since', { version, date: sayDate(locale, keptAt) })}</p>
      {version !== versions[0]?.version && (
        <p class="notice">
          {say('is-old')} <a href={`/${locale}/terms`}>{say('newest')}</a>
        </p>
      )}
      <Summaries locale={locale} summaries={[terms]} />
      <Articles
        locale={locale}
        articles={terms.articles}
        name="article"
        heading={({ number, title: name }) => say('article', { article: number, title: name })}
      />
    </article>
  )
}

function Versions({ frame: { locale }, terms, versions }: Props) {
  const say = words(locale)
  if (versions.length < 2) return null
  return (
    <>
      <VersionList
        title={say('versions')}
        versions={versions.map(({ version, keptAt, asks }) => ({
          version,
          href: `/${locale}/terms/versions/${version}`,
          label: say('since', { version, date: sayDate(locale, keptAt) }),
          more: asks ? null : <span class="fine"> {say('mends')}</span>,
        }))}
        current={terms.version}
      />
      <p>
        <a href={`/${locale}/terms/comparison`}>{say('compare-link')}</a>
      </p>
    </>
  )
}

function OwnConsent({ frame: { locale }, terms, consent, problem }: Props) {
  const say = words(locale)
  if (consent === null) return null
  const { last, owed } = consent
  if (last && !owed && !problem) {
    const date = sayDate(locale, last.acceptedAt)
    return <p class="notice">{say('accepted-on', { version: last.version, date })}</p>
  }
  return (
    <form method="post" action={`/${locale}/terms/consents`} class="stacked consent">
      <ConsentField
        locale={locale}
        version={terms.version}
        problem={problem === null ? undefined : problem}
      />
      <button type="submit">{say('accept')}</button>
    </form>
  )
}
