import { inLanguage } from '../platform/messages.ts'
import { BlockText, type Report } from '../reports/index.ts'
import type { Block } from '../text/index.ts'
import type { Frame } from '../ui/layout.tsx'
import { addressesOf } from './addresses.ts'
import { BlockHistory, DoneHere, SaidHere, type BlockStory } from './block-parts.tsx'
import { FormFrame } from './form-frame.tsx'
import type { EditForm } from './forms.ts'
import { words } from './words.ts'

/** What was sent for a passage that somebody took out meanwhile. */
export type Typed = Pick<EditForm, 'typed'> & { wording?: string }

type Props = {
  frame: Frame
  report: Report
  /** As it was when it was taken out. */
  block: Block
  /** The block that it stood after; null at the start. */
  near: string | null
  /** Number of the edition that removed it for readers; null while none has. */
  removedIn: number | null
  published: boolean
  /** What was typed for it by somebody who did not know; null where nothing was sent. */
  sent: Typed | null
  story: BlockStory
}

/** A passage that is no longer in the working text: its last words, who took it out and why, the way back. */
export function GonePage(props: Props) {
  const { frame, report, block, near, removedIn, published, sent } = props
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  return (
    <FormFrame
      frame={frame}
      report={report}
      title={say('gone-title')}
      block={null}
      problems={sent ? [{ code: 'block-gone', number: null }] : []}
    >
      <DoneHere {...props} />
      {sent && <SentWords {...props} sent={sent} />}
      <p>
        {removedIn === null ? say('gone-lead') : say('gone-since', { number: removedIn })}{' '}
        {published && <a href={there.passage(block.id)}>{say('see-published')}</a>}
      </p>
      <div class="reading passage" id="present" {...inLanguage(report.lang)}>
        <BlockText block={block} headingLevel={2} />
      </div>
      <p class="actions">
        <a class="button quiet" href={there.restoring(block.id, near)}>
          {say('return')}
        </a>
        <a href={there.placing(block.id, { near: near ?? '' })}>{say('return-elsewhere')}</a>
      </p>
      <SaidHere {...props} />
      <BlockHistory {...props} />
    </FormFrame>
  )
}

/** It can be copied from here. */
export function SentWords({
  frame,
  report,
  sent,
}: Pick<Props, 'frame' | 'report'> & { sent: Typed }) {
  const say = words(frame.locale)
  const { wording = '', typed } = sent
  const said = [wording, typed.reason, typed.citation].filter((words) => words !== '')
  if (said.length === 0) return null
  return (
    <section class="notice" aria-labelledby="sent-title">
      <h2 id="sent-title" class="minor">
        {say('typed-before')}
      </h2>
      {said.map((words) => (
        <p class="typed" {...inLanguage(report.lang)}>
          {words}
        </p>
      ))}
    </section>
  )
}
