import type { Child } from 'hono/jsx'
import { sayDate } from '../platform/messages.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { ReadingText } from './reading.tsx'
import type { Edition, PlacedBlock, Report } from './report.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  edition: Edition
  /** Number of the edition that is now read by default. */
  latest: number
  blocks: PlacedBlock[]
  margin: Map<string, Child>
  neighbours: { previous: PlacedBlock | undefined; next: PlacedBlock | undefined }
  /** Address of the edition that is being read, without a part. */
  base: string
}

/** One part or chapter, to be read from top to bottom. */
export function PartPage({
  frame,
  report,
  edition,
  latest,
  blocks,
  margin,
  neighbours,
  base,
}: Props) {
  const say = words(frame.locale)
  const passages = `/${frame.locale}/reports/${report.slug}/passages`
  return (
    <Layout frame={frame} title={blocks[0]?.text ?? report.title}>
      <Breadcrumb
        locale={frame.locale}
        steps={[{ href: base, label: report.title, lang: report.lang }]}
      />
      {edition.number < latest && (
        <p class="notice">
          {say('old-edition', {
            number: edition.number,
            date: sayDate(frame.locale, edition.publishedAt),
          })}{' '}
          <a href={`/${frame.locale}/reports/${report.slug}`}>
            {say('read-latest', { number: latest })}
          </a>
        </p>
      )}
      <article>
        <ReadingText
          locale={frame.locale}
          report={report}
          blocks={blocks}
          margin={margin}
          passageHref={(id) => `${passages}/${id}`}
          startsPage
        />
      </article>
      <ReadOn base={base} lang={report.lang} neighbours={neighbours} say={say} />
    </Layout>
  )
}

type ReadOnProps = Pick<Props, 'neighbours' | 'base'> & {
  lang: string
  say: ReturnType<typeof words>
}

function ReadOn({ neighbours, base, lang, say }: ReadOnProps) {
  const steps = [
    { rel: 'prev', label: say('previous'), block: neighbours.previous },
    { rel: 'next', label: say('next'), block: neighbours.next },
  ].filter((step) => step.block)
  if (steps.length === 0) return null
  return (
    <nav class="read-on" aria-label={say('read-on')}>
      {steps.map(({ rel, label, block }) => (
        <a rel={rel} href={`${base}/part/${block?.id}`}>
          <span>{label}</span> <span lang={lang}>{block?.text}</span>
        </a>
      ))}
    </nav>
  )
}
