import { inLanguage, sayDateTime } from '../platform/messages.ts'
import { stepTo, type Report } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { Markdown } from '../ui/markdown.tsx'
import { sayPerson } from '../ui/say-person.ts'
import { addressesOf } from './addresses.ts'
import { hashOfVersion, type Opinion, type Version } from './opinion.ts'
import { words } from './words.ts'

export const doneOnOpinion = ['published'] as const

type Props = {
  frame: Frame
  report: Report
  opinion: Opinion
  /** The one that is read. */
  version: Version
  versions: readonly Version[]
  mayCorrect: boolean
  done: (typeof doneOnOpinion)[number] | null
}

/** What a guarantor says, to the letter, with every version of it and its hash. */
export function OpinionPage(props: Props) {
  const { frame, report, opinion, version, mayCorrect, done } = props
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  const { id, editionNumber: edition } = opinion
  return (
    <Layout frame={frame} title={version.title}>
      <Breadcrumb
        locale={locale}
        steps={[stepTo(locale, report), { href: there.page, label: say('guarantee') }]}
      />
      <DoneNotice sentence={done && say(`done-${done}`)} />
      <h1 {...inLanguage(version.lang)}>{version.title}</h1>
      <p class="byline">
        {say('opinion-of', { name: sayPerson(locale, version.writtenBy) })}
        {' · '}
        {edition === null ? (
          say('opinion-on', { edition: 0 })
        ) : (
          <a href={`/${locale}/reports/${report.slug}/editions/${edition}`}>
            {say('opinion-on', { edition })}
          </a>
        )}
        {' · '}
        {sayDateTime(locale, version.writtenAt)}
      </p>
      {version.version < opinion.current.version && (
        <p class="notice waiting">
          {say('older-version')} <a href={there.opinion(id)}>{say('newest-version')}</a>
        </p>
      )}
      {version.reason !== null && (
        <p class="notice">
          {say('corrected-because')} <span dir="auto">{version.reason}</span>
        </p>
      )}
      <Markdown source={version.body} lang={version.lang} level={2} />
      <Versions {...props} />
      {mayCorrect && (
        <p class="actions">
          <a class="button quiet" href={there.correcting(id)}>
            {say('correct')}
          </a>
        </p>
      )}
    </Layout>
  )
}

function Versions({ frame: { locale }, report, opinion: { id }, versions }: Props) {
  const say = words(locale)
  const there = addressesOf(locale, report)
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{say('versions')}</h2>
      <p class="fine">{say('versions-lead')}</p>
      <ol class="versions" reversed>
        {versions.map((one) => (
          <li value={one.version}>
            <a href={there.opinion(id, one.version)}>{say('version', { version: one.version })}</a>
            {' · '}
            {sayDateTime(locale, one.writtenAt)}
            <p class="fine hash">
              {say('hash')} <code dir="ltr">{hashOfVersion(one)}</code>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
