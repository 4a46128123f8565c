import type { Child } from 'hono/jsx'
import { inLanguage, sayDate } from '../platform/messages.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import type { Whole } from './division-store.ts'
import type { Division } from './divisions.ts'
import type { TextOfEdition } from './edition-store.ts'
import { OldEdition, stepsTo } from './part-page.tsx'
import { MergedNotice, WholePassage } from './merged-passage.tsx'
import { PassageHistory } from './passage-history.tsx'
import { pageOf } from './part-size.ts'
import { type Edition, type PlacedBlock, type Report } from './report.ts'
import { stepTo } from './step-to.ts'
import { startOf } from './reading.tsx'
import { SelectWords } from './select-words.tsx'
import { BlockText } from './text-view.tsx'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  edition: Edition
  /** Number of the edition that is now read by default. */
  latest: number
  block: PlacedBlock
  /** Number of the edition that removed it after the one that is shown, if one did. */
  removedIn: number | null
  /** The headings that it stands under, the outermost first. */
  above: PlacedBlock[]
  /** Ids of the headings that have a page of their own. */
  pages: ReadonlySet<string>
  /** The notes that its words refer to, in the order of the references. */
  notes: PlacedBlock[]
  /** Since the first edition that had it. */
  history: TextOfEdition[]
  /** What splits and mergers did to it. */
  divisions: Division[]
  /** The passage that it is a part of by now, where it was merged. */
  whole: Whole | undefined
  panels: Child[]
  /** What an address to cite starts with. */
  publicUrl: string
}

/** One passage: its words, its permanent address, its text through the editions, what is said of it. */
export function PassagePage(props: Props) {
  const { frame, report, edition, latest, block, above, notes, history, panels, removedIn } = props
  const say = words(frame.locale)
  const here = `/${frame.locale}/reports/${report.slug}`
  const base = edition.number < latest ? `${here}/editions/${edition.number}` : here
  const headingHref = (heading: PlacedBlock) => `${base}/part/${heading.id}`
  const top = pageOf(block, above, props.pages)
  return (
    <Layout frame={frame} title={say('passage-title', { start: startOf(block) })} script="reading">
      <Breadcrumb
        locale={frame.locale}
        steps={[
          { ...stepTo(frame.locale, report), href: base },
          ...stepsTo(above, headingHref, report.lang),
        ]}
      />
      <h1 class="small">{say('passage')}</h1>
      {removedIn === null ? (
        <OldEdition
          locale={frame.locale}
          edition={edition}
          latest={latest}
          href={`${here}/passages/${block.id}`}
        />
      ) : (
        <Gone {...props} here={here} removedIn={removedIn} />
      )}
      <div class="reading passage" id={block.id} {...inLanguage(report.lang)}>
        <BlockText
          block={block}
          headingLevel={2}
          noteLink={(number) => {
            const note = notes.find((one) => one.number === number)
            return note ? { href: `#${note.id}`, label: say('note', { number }) } : null
          }}
        />
      </div>
      <PassageNotes {...props} />
      {edition.number === latest && removedIn === null && (
        <SelectWords locale={frame.locale} passages={`${here}/passages/`} />
      )}
      <p class="fine">
        {say('as-in-edition', {
          number: edition.number,
          date: sayDate(frame.locale, edition.publishedAt),
        })}{' '}
        <a href={`${top ? headingHref(top) : base}#${block.id}`}>{say('read-in-text')}</a> ·{' '}
        {say('cite-as')} <code>{`${props.publicUrl}/p/${block.id}?edition=${edition.number}`}</code>
      </p>
      {props.whole && <WholePassage {...props} whole={props.whole} here={here} />}
      {panels}
      <PassageHistory
        locale={frame.locale}
        report={report}
        history={history}
        divisions={props.divisions}
      />
    </Layout>
  )
}

type RemovedProps = Props & { here: string; removedIn: number }

/** A public address never dies: a passage that was removed, or merged with another, keeps its last words. */
function Gone(props: RemovedProps) {
  const { frame, report, edition, whole, here, block } = props
  if (!whole) return <Removed {...props} />
  return (
    <MergedNotice
      locale={frame.locale}
      lang={report.lang}
      here={here}
      blockId={block.id}
      last={edition.number}
      whole={whole}
    />
  )
}

function Removed({ frame, here, edition, latest, block, history, removedIn }: RemovedProps) {
  const say = words(frame.locale)
  const changes = `${here}/editions/${removedIn}/changes?at=${block.id}#change-${block.id}`
  const stands = (history.at(-1)?.text ?? null) !== null
  return (
    <p class="notice">
      {say('removed-passage', { number: removedIn, last: edition.number })}{' '}
      <a href={changes}>{say('what-changed-in', { number: removedIn })}</a>
      {stands && (
        <>
          {' · '}
          <a href={`${here}/passages/${block.id}`}>{say('read-latest', { number: latest })}</a>
        </>
      )}
    </p>
  )
}

/** The notes that the passage refers to, in full: nothing of what it says stands on another page alone. */
function PassageNotes({ frame, report, notes }: Props) {
  if (notes.length === 0) return null
  return (
    <section class="notes" aria-labelledby="notes">
      <h2 id="notes">{words(frame.locale)('notes')}</h2>
      <div class="reading" {...inLanguage(report.lang)}>
        {notes.map((note) => (
          <div id={note.id}>
            <BlockText block={note} headingLevel={3} />
          </div>
        ))}
      </div>
    </section>
  )
}
