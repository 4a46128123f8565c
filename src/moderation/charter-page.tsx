import { inLocale, sayDate, type Locale } from '../platform/messages.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { inReadersLanguage, type Charter } from './charter.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  charter: Charter
  /** Every version, the newest first. */
  versions: { version: number; keptAt: Date }[]
  mayKeep: boolean
  done: 'kept' | null
}

/** The rules of the site, in one version of them. */
export function CharterPage({ frame, charter, versions, mayKeep, done }: Props) {
  const { locale } = frame
  const say = words(locale)
  const newest = versions[0]?.version
  const { version, keptAt } = charter
  const old = version !== newest
  const title = old ? say('charter-old-title', { version }) : say('charter')
  return (
    <Layout frame={frame} title={title}>
      {old && (
        <Breadcrumb
          locale={locale}
          steps={[{ href: `/${locale}/charter`, label: say('charter') }]}
        />
      )}
      <DoneNotice sentence={done && say('charter-kept')} />
      <h1>{title}</h1>
      <p>{say('charter-since', { version, date: sayDate(locale, keptAt) })}</p>
      {old && (
        <p class="notice">
          {say('charter-is-old')} <a href={`/${locale}/charter`}>{say('charter-newest')}</a>
        </p>
      )}
      <Rules locale={locale} charter={charter} />
      <p class="fine">{say('charter-how')}</p>
      {mayKeep && !old && (
        <p>
          <a class="button quiet" href={`/${locale}/workshop/charter`}>
            {say('charter-change')}
          </a>
        </p>
      )}
      <Versions locale={locale} version={version} versions={versions} />
    </Layout>
  )
}

function Rules({ locale, charter }: { locale: Locale; charter: Charter }) {
  const say = words(locale)
  return charter.rules.map((rule) => {
    const { title, text } = inReadersLanguage(rule, inLocale(locale).lang)
    const id = `rule-${rule.number}`
    return (
      <section aria-labelledby={id}>
        <h2 id={id}>{say('rule-title', { rule: rule.number, title })}</h2>
        {text.split(/\n\s*\n/).map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </section>
    )
  })
}

type VersionsProps = Pick<Props, 'versions'> & { locale: Locale; version: number }

function Versions({ locale, version, versions }: VersionsProps) {
  if (versions.length < 2) return null
  const say = words(locale)
  return (
    <nav aria-labelledby="versions">
      <h2 id="versions" class="minor">
        {say('charter-versions')}
      </h2>
      <ul>
        {versions.map((one) => (
          <li>
            <a
              href={`/${locale}/charter/versions/${one.version}`}
              aria-current={one.version === version ? 'page' : undefined}
            >
              {say('charter-since', { version: one.version, date: sayDate(locale, one.keptAt) })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
