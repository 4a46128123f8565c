import { inLanguage, type Locale } from '../platform/messages.ts'
import type { Frame } from '../ui/layout.tsx'
import type { Whole } from './division-store.ts'
import { startOf } from './reading.tsx'
import type { Report } from './report.ts'
import { BlockText } from './text-view.tsx'
import { words } from './words.ts'

type NoticeProps = {
  locale: Locale
  lang: string
  /** The report's address. */
  here: string
  blockId: string
  /** Number of the edition that had it last. */
  last: number
  whole: Whole
}

/** Above the last words of a passage that was merged: since when it is a part of which other, and why. */
export function MergedNotice({ locale, lang, here, blockId, last, whole }: NoticeProps) {
  const say = words(locale)
  const { since, block } = whole
  return (
    <p class="notice">
      {say('merged-passage', { number: since, last })}{' '}
      <a href={`${here}/passages/${block.id}`}>
        {say('part-of-now')} <bdi {...inLanguage(lang)}>{startOf(block)}</bdi>
      </a>
      {' · '}
      <a href={`${here}/editions/${since}/changes?at=${blockId}#change-${blockId}`}>
        {say('what-changed-in', { number: since })}
      </a>
    </p>
  )
}

type WholeProps = { frame: Frame; report: Report; here: string; latest: number; whole: Whole }

/** The passage that has its words now, as it reads now. */
export function WholePassage({ frame, report, here, latest, whole }: WholeProps) {
  const say = words(frame.locale)
  const { block, editionNumber } = whole
  return (
    <section aria-labelledby="whole-title">
      <h2 id="whole-title">
        <a href={`${here}/passages/${block.id}`}>{say('whole-now')}</a>
      </h2>
      {editionNumber < latest && (
        <p class="fine">{say('whole-removed', { number: editionNumber })}</p>
      )}
      <div class="reading" {...inLanguage(report.lang)}>
        <BlockText block={block} headingLevel={3} />
      </div>
    </section>
  )
}
