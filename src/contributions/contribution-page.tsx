import type { Child } from 'hono/jsx'
import { sayDateTime, type Locale } from '../platform/messages.ts'
import { peopleWords } from '../people/index.ts'
import type { PlacedBlock, Report } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { Redline } from '../ui/redline.tsx'
import { placesOf, trimWords, unitOf } from './choices.ts'
import type { Amendment } from './contribution.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  contribution: Amendment
  /** The block as it stood in the edition that was read. */
  block: PlacedBlock
  panels: Child[]
}

/** One contribution: its words, what it would change, its answer, what it changed. */
export function ContributionPage({ frame, report, contribution, block, panels }: Props) {
  const say = words(frame.locale)
  const { passage, number } = contribution
  const places = placesOf(block, contribution.sentences)
  const here = `/${frame.locale}/reports/${report.slug}`
  return (
    <Layout frame={frame} title={say('amendment-number', { number })}>
      <Breadcrumb
        locale={frame.locale}
        steps={[
          { href: here, label: report.title, lang: report.lang },
          { href: `${here}/contributions`, label: say('all-contributions') },
        ]}
      />
      <h1>{say('amendment-number', { number })}</h1>
      <p class="byline">
        <Byline contribution={contribution} locale={frame.locale} />
      </p>
      <section aria-labelledby="proposal-title">
        <h2 id="proposal-title">{say('proposed-change')}</h2>
        <Redline
          locale={frame.locale}
          lang={report.lang}
          before={trimWords(passage.exact)}
          after={contribution.wording}
        />
        <p class="fine">
          {say('on-sentences', {
            unit: unitOf(block),
            count: places.length,
            sentences: places.join(', '),
            edition: passage.editionNumber,
          })}{' '}
          <a href={`${here}/passages/${passage.blockId}?edition=${passage.editionNumber}`}>
            {say('its-passage')}
          </a>
        </p>
      </section>
      <section aria-labelledby="body-title">
        <h2 id="body-title">{say('why')}</h2>
        <Paragraphs text={contribution.body} lang={contribution.lang} />
      </section>
      {panels}
    </Layout>
  )
}

/** Who, from which side, when. */
export function Byline({ contribution, locale }: { contribution: Amendment; locale: Locale }) {
  const { author, publishedAt } = contribution
  const side = peopleWords(locale)('side', { side: author.helixSide })
  return (
    <>
      <bdi>{author.name}</bdi>
      {author.organisation && (
        <>
          , <bdi>{author.organisation}</bdi>
        </>
      )}
      {` (${side}) · `}
      <time datetime={publishedAt.toISOString()}>{sayDateTime(locale, publishedAt)}</time>
    </>
  )
}

/** Typed text: an empty line ends a paragraph, everything in it is plain. */
export function Paragraphs({ text, lang }: { text: string; lang: string }) {
  return (
    <div class="typed" lang={lang} dir="auto">
      {text.split(/\n{2,}/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </div>
  )
}
