import type { Child } from 'hono/jsx'
import { sayDate } from '../platform/messages.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { sayPerson } from '../ui/say-person.ts'
import { Outline } from './outline-view.tsx'
import type { OutlineEntry } from '../text/index.ts'
import { type Edition, type PlacedBlock, type Report } from './report.ts'
import { stepTo } from './step-to.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  edition: Edition
  outline: OutlineEntry<PlacedBlock>[]
  opening: Child
  /** The way to the whole text on one page. */
  whole: Child
  panels: Child[]
  /** It has just been published by whoever reads: what to do next is said. */
  published: boolean
  /** What an address to cite starts with. */
  publicUrl: string
}

/** One frozen edition: when, by whom, its hash, and the way into its text. */
export function EditionPage(props: Props) {
  const { frame, report, edition, outline, opening, panels, publicUrl } = props
  const say = words(frame.locale)
  const here = `/${frame.locale}/reports/${report.slug}`
  const base = `${here}/editions/${edition.number}`
  return (
    <Layout frame={frame} title={say('edition-number', { number: edition.number })}>
      <Breadcrumb
        locale={frame.locale}
        steps={[
          stepTo(frame.locale, report),
          { href: `${here}/editions`, label: say('all-editions') },
        ]}
      />
      {props.published && <JustPublished {...props} here={here} />}
      <h1>{say('edition-number', { number: edition.number })}</h1>
      <p>
        {say('published-by', {
          date: sayDate(frame.locale, edition.publishedAt),
          name: sayPerson(frame.locale, edition.signedBy),
        })}
      </p>
      <p class="fine">
        {say('cite-as')} <code>{`${publicUrl}/e/${report.slug}/${edition.number}`}</code> · SHA-256{' '}
        <code>{Buffer.from(edition.sha256).toString('hex')}</code>
      </p>
      {panels}
      {opening}
      <nav class="outline" aria-labelledby="outline-title">
        <h2 id="outline-title">{say('outline')}</h2>
        <Outline
          locale={frame.locale}
          entries={outline}
          lang={report.lang}
          href={({ id }) => `${base}/part/${id}`}
        />
      </nav>
      {props.whole}
    </Layout>
  )
}

function JustPublished({ frame, report, edition: { number }, here }: Props & { here: string }) {
  const say = words(frame.locale)
  return (
    <>
      <DoneNotice sentence={say('done-published', { number })} />
      <p class="actions">
        {number > 1 && (
          <a class="button" href={`${here}/editions/${number}/changes`}>
            {say('read-what-changed')}
          </a>
        )}
        <a class="button quiet" href={`/${frame.locale}/workshop/reports/${report.slug}`}>
          {say('back-to-workshop')}
        </a>
      </p>
    </>
  )
}
