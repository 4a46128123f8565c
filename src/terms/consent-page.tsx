import { Articles } from '../articles/index.ts'
import { sayDate, type Locale } from '../platform/messages.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { ConsentField, summariseConsent } from './consent-field.tsx'
import type { ConsentProblem, Terms } from './terms.ts'
import { Summaries, TermsChanges, type VersionSummary } from './terms-changes.tsx'
import { words } from './words.ts'

type Props = {
  frame: Frame
  terms: Terms
  /** The version that was accepted before, whole, and when; null where none was. */
  before: { terms: Terms; acceptedAt: Date } | null
  /** Of each version since then, the newest first. */
  summaries: readonly VersionSummary[]
  /** Where what was sent goes on to, and all that was sent, in its order. */
  address: string
  sent: readonly (readonly [name: string, value: string])[]
  /** A file was sent, too: no page can bring that back. */
  withFile: boolean
  problem: ConsentProblem | null
}

/** Between an act and its doing: what the terms now say, with all that was sent kept to be sent on. */
export function ConsentPage(props: Props) {
  const { frame, terms, before, summaries, address, sent, withFile, problem } = props
  const { locale } = frame
  const say = words(locale)
  const title = say('ask-title')
  return (
    <Layout frame={frame} title={problem ? say('refused-title', { title }) : title}>
      <ErrorSummary locale={locale} problems={summariseConsent(locale, problem ? [problem] : [])} />
      <h1>{title}</h1>
      <p>{sayWhy(locale, before)}</p>
      <p class="notice">
        {say('ask-kept')} {withFile && say('ask-file')}
      </p>
      {before === null ? (
        <div class="document">
          <Articles
            locale={locale}
            articles={terms.articles}
            name="article"
            heading={({ number, title: name }) => say('article', { article: number, title: name })}
          />
        </div>
      ) : (
        <>
          <Summaries locale={locale} summaries={summaries} />
          <TermsChanges locale={locale} before={before.terms.articles} after={terms.articles} />
        </>
      )}
      <form method="post" action={address} class="stacked consent" id="consent">
        {sent.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <ConsentField locale={locale} version={terms.version} problem={problem ?? undefined} />
        <button type="submit">{say('ask-accept')}</button>
      </form>
      <p class="fine">{say('ask-refuse')}</p>
      <p>
        <a href={`/${locale}/account`}>{say('ask-back')}</a>
      </p>
    </Layout>
  )
}

function sayWhy(locale: Locale, before: Props['before']): string {
  const say = words(locale)
  if (before === null) return say('ask-first')
  const date = sayDate(locale, before.acceptedAt)
  return say('ask-changed', { accepted: before.terms.version, date })
}
