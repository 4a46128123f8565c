import type { Child } from 'hono/jsx'
import { sayDate, type Locale } from '../platform/messages.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { notesBelow, type NotesOf } from './notes.ts'
import { PassageKeys } from './passage-keys.tsx'
import { ReadingText, startOf } from './reading.tsx'
import { type Edition, type PlacedBlock, type Report } from './report.ts'
import { SelectWords } from './select-words.tsx'
import { stepTo } from './step-to.ts'
import { words } from './words.ts'

/** Where a heading is read, in the edition that is read. */
export type HeadingHref = (heading: PlacedBlock) => string

type Props = {
  frame: Frame
  report: Report
  edition: Edition
  /** Number of the edition that is now read by default. */
  latest: number
  blocks: PlacedBlock[]
  margin: Map<string, Child>
  notesOf: NotesOf
  panels: Child[]
  search: Child[]
  /** The headings that it stands under, the outermost first. */
  above: PlacedBlock[]
  /** Where it is too long for one page: those of its chapters. */
  chapters: Child
  /** The way to the whole text on one page. */
  whole: Child
  neighbours: { previous: PlacedBlock | undefined; next: PlacedBlock | undefined }
  /** Address of the edition that is being read, without a part. */
  base: string
  headingHref: HeadingHref
  passageHref: (blockId: string) => string
}

/** One part or chapter, to be read from top to bottom. */
export function PartPage(props: Props) {
  const { frame, report, edition, latest, blocks, margin, above, neighbours, base } = props
  const say = words(frame.locale)
  return (
    <Layout frame={frame} title={blocks[0]?.text ?? report.title} script="reading">
      <div class="way">
        <Breadcrumb
          locale={frame.locale}
          steps={[
            { ...stepTo(frame.locale, report), href: base },
            ...stepsTo(above, props.headingHref, report.lang),
          ]}
        />
        {props.search}
      </div>
      <OldEdition
        locale={frame.locale}
        edition={edition}
        latest={latest}
        href={`/${frame.locale}/reports/${report.slug}`}
      />
      <article>
        <ReadingText
          locale={frame.locale}
          report={report}
          blocks={blocks}
          margin={margin}
          passageHref={props.passageHref}
          startsPage
          notesOf={props.notesOf}
        />
        <NotesBelow {...props} />
      </article>
      {edition.number === latest && (
        <SelectWords
          locale={frame.locale}
          passages={`/${frame.locale}/reports/${report.slug}/passages/`}
        />
      )}
      {props.panels}
      {props.chapters}
      <ReadOn {...{ neighbours, say }} lang={report.lang} headingHref={props.headingHref} />
      {props.whole}
      <PassageKeys locale={frame.locale} />
    </Layout>
  )
}

/** The notes that the page refers to, where they stand elsewhere in the text: at its foot, as in a book. */
function NotesBelow({ frame, report, blocks, notesOf, passageHref }: Props) {
  const notes = notesBelow(blocks, notesOf)
  if (notes.length === 0) return null
  return (
    <section class="notes" aria-labelledby="notes">
      <h2 id="notes">{words(frame.locale)('notes')}</h2>
      <ReadingText
        locale={frame.locale}
        report={report}
        blocks={notes}
        margin={new Map()}
        passageHref={passageHref}
        startsPage={false}
        notesOf={notesOf}
      />
    </section>
  )
}

/** The headings above a part or a passage, each with its page: the way back up. */
export function stepsTo(above: readonly PlacedBlock[], href: HeadingHref, lang: string) {
  return above.map((heading) => ({
    href: href(heading),
    label: startOf(heading),
    lang,
  }))
}

type OldProps = { locale: Locale; edition: Edition; latest: number; href: string }

/** Says that a newer edition can be read, and where. */
export function OldEdition({ locale, edition, latest, href }: OldProps) {
  const say = words(locale)
  if (edition.number >= latest) return null
  const date = sayDate(locale, edition.publishedAt)
  return (
    <p class="notice">
      {say('old-edition', { number: edition.number, date })}{' '}
      <a href={href}>{say('read-latest', { number: latest })}</a>
    </p>
  )
}

type ReadOnProps = Pick<Props, 'neighbours' | 'headingHref'> & {
  lang: string
  say: ReturnType<typeof words>
}

function ReadOn({ neighbours, headingHref, lang, say }: ReadOnProps) {
  const steps = [
    { rel: 'prev', label: say('previous'), block: neighbours.previous },
    { rel: 'next', label: say('next'), block: neighbours.next },
  ].flatMap(({ block, ...step }) => (block ? { ...step, block } : []))
  if (steps.length === 0) return null
  return (
    <nav class="read-on" aria-label={say('read-on')}>
      {steps.map(({ rel, label, block }) => (
        <a rel={rel} href={headingHref(block)}>
          <span>{label}</span> <span lang={lang}>{block.text}</span>
        </a>
      ))}
    </nav>
  )
}
