import { Articles, VersionList } from '../articles/index.ts'
import { sayDate } from '../platform/messages.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import type { Charter } from './charter.ts'
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
      <Articles
        locale={locale}
        articles={charter.rules}
        name="rule"
        heading={({ number, title: rule }) => say('rule-title', { rule: number, title: rule })}
      />
      <p class="fine">{say('charter-how')}</p>
      {mayKeep && !old && (
        <p>
          <a class="button quiet" href={`/${locale}/workshop/charter`}>
            {say('charter-change')}
          </a>
        </p>
      )}
      <VersionList
        title={say('charter-versions')}
        versions={versions.map((one) => ({
          version: one.version,
          href: `/${locale}/charter/versions/${one.version}`,
          label: say('charter-since', { version: one.version, date: sayDate(locale, one.keptAt) }),
        }))}
        current={version}
      />
    </Layout>
  )
}
