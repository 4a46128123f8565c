import { inLanguage } from '../platform/messages.ts'
import { BlockText, type PlacedBlock, type Report } from '../reports/index.ts'
import type { Frame } from '../ui/layout.tsx'
import { addressesOf } from './addresses.ts'
import { BlockHistory, SaidHere, type BlockStory } from './block-parts.tsx'
import type { Merged } from './find-merged.ts'
import { FormFrame } from './form-frame.tsx'
import { SentWords, type Typed } from './gone-page.tsx'
import { words } from './words.ts'

type Props = Pick<Merged, 'block' | 'merger'> & {
  frame: Frame
  report: Report
  /** The passage that it is a part of by now; null where that one was taken out. */
  whole: PlacedBlock | null
  /** Its id. */
  into: string
  published: boolean
  /** That can be undone as the text stands. */
  undoable: boolean
  /** What was typed for it by somebody who did not know; null where nothing was sent. */
  sent: Typed | null
  story: BlockStory
}

/** A passage that became a part of another: its last words, the passage that has them now, the way back. */
export function MergedPage(props: Props) {
  const { frame, report, block, merger, whole, into, undoable, published, sent } = props
  const say = words(frame.locale)
  const there = addressesOf(frame.locale, report)
  return (
    <FormFrame
      frame={frame}
      report={report}
      title={say('merged-away-title')}
      block={null}
      problems={sent ? [{ code: 'block-merged', number: null }] : []}
    >
      {sent && <SentWords {...props} sent={sent} />}
      <p>
        {say('merged-away-lead')}{' '}
        {published && <a href={there.passage(block.id)}>{say('see-published')}</a>}
      </p>
      <div class="reading passage" id="present" {...inLanguage(report.lang)}>
        <BlockText block={block} headingLevel={2} />
      </div>
      {whole && (
        <section aria-labelledby="whole-title">
          <h2 id="whole-title">{say('piece-name', { are: 'whole', place: 1 })}</h2>
          <div class="reading passage" {...inLanguage(report.lang)}>
            <BlockText block={whole} headingLevel={3} />
          </div>
        </section>
      )}
      <p class="actions">
        <a class="button" href={there.block(into)}>
          {say('see-whole')}
        </a>
        {undoable && <a href={there.undoing(merger.id)}>{say('undo-merger')}</a>}
      </p>
      <SaidHere {...props} />
      <BlockHistory {...props} />
    </FormFrame>
  )
}
