import type { Locale } from '../platform/messages.ts'
import { sayLanguage } from '../platform/languages.ts'
import { countKinds } from './count-kinds.ts'
import type { PreviewProps } from './preview-props.ts'
import { sayLost } from './say-lost.ts'
import { keyOf, type Upload } from './upload.ts'
import { words } from './words.ts'

/** Which file, what is in it, and what is left out. */
export function DocumentPart(props: PreviewProps) {
  const { frame, upload, blocks } = props
  const say = words(frame.locale)
  return (
    <section aria-labelledby="document">
      <h2 id="document">{say('document')}</h2>
      <Facts {...props} />
      <h3>{say('understood')}</h3>
      <ul class="tags">
        {Object.entries(countKinds(blocks)).map(([kind, count]) => (
          <li>{say('kind-count', { kind: keyOf(kind), count })}</li>
        ))}
      </ul>
      <h3>{say('left-out')}</h3>
      <LeftOut locale={frame.locale} dropped={upload.document.dropped} />
    </section>
  )
}

function Facts({ frame, report, upload }: PreviewProps) {
  const say = words(frame.locale)
  const { title, lang } = upload.document
  const hash = upload.sha256.toString('hex')
  return (
    <dl class="facts">
      <Fact term={say('file-name')}>
        <bdi>{upload.fileName}</bdi>
      </Fact>
      <Fact term={say('said-reason')}>
        <bdi class="typed">{upload.corrections.reason}</bdi>
      </Fact>
      <Fact term={say('title-found')}>
        {title === null ? say('no-title-found') : <bdi lang={lang ?? undefined}>{title}</bdi>}
        {title !== report.title && (
          <p class="fine">{say('title-stays', { title: report.title })}</p>
        )}
      </Fact>
      <Fact term={say('language')}>
        {lang === null ? say('language-unsaid') : sayLanguage(frame.locale, lang)}
        {lang !== report.lang && (
          <p class="fine">
            {say('language-stays', { language: sayLanguage(frame.locale, report.lang) })}
          </p>
        )}
      </Fact>
      <Fact term={say('fingerprint')}>
        <code>{`${hash.slice(0, 16)}…`}</code>
      </Fact>
    </dl>
  )
}

function Fact({ term, children }: { term: string; children?: unknown }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function LeftOut({ locale, dropped }: { locale: Locale; dropped: Upload['document']['dropped'] }) {
  const say = words(locale)
  if (dropped.length === 0) return <p class="empty">{say('nothing-left-out')}</p>
  return (
    <ul>
      {dropped.map((lost) => (
        <li>
          {sayLost(locale, lost) ?? (
            <>
              {lost.count} <code>{lost.what}</code>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
