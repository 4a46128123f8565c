import { sayDecided, sayRule, sayState, type Anchor } from '../anchors/index.ts'
import type { Contribution } from '../contributions/index.ts'
import { inLanguage, type Locale } from '../platform/messages.ts'
import type { PlacedBlock, Report } from '../reports/index.ts'
import { wordStart } from '../text/index.ts'
import { cellsInLine } from '../ui/redline.tsx'
import { reviewAddresses } from './addresses.ts'
import { fromWord, toWord } from './cut-around.ts'
import { words } from './words.ts'

type Passage = NonNullable<Contribution['passage']>

type Props = {
  locale: Locale
  report: Report
  edition: number
  passage: Passage
  anchor: Anchor
  reason: Pick<Anchor, 'rule' | 'score'>
  block: PlacedBlock | null
}

/** What was read, and what stands there now, side by side; one above the other where there is no room. */
export function PassagePair(props: Props) {
  return (
    <div class="passage-pair">
      <AsRead {...props} />
      <AsNow {...props} />
    </div>
  )
}

/** The words that were read, with those around them. */
export function AsRead({
  locale,
  report,
  edition,
  passage,
}: Omit<Props, 'anchor' | 'reason' | 'block'>) {
  const say = words(locale)
  const { editionNumber: number, prefix, exact, suffix, blockId } = passage
  return (
    <figure class="spoken-of">
      <figcaption>
        <a href={reviewAddresses(locale, report, edition).passage(blockId, number)}>
          {say('as-read', { number })}
        </a>
      </figcaption>
      <blockquote {...inLanguage(report.lang)}>
        <p>
          {cellsInLine(fromWord(prefix))}
          <mark>{cellsInLine(exact)}</mark>
          {cellsInLine(toWord(suffix))}
        </p>
      </blockquote>
    </figure>
  )
}

function AsNow({ locale, report, edition, anchor, reason, block }: Props) {
  const say = words(locale)
  const how = <p class="fine">{sayDecided(locale, anchor) ?? sayRule(locale, reason)}</p>
  if (!block || !anchor.place)
    return (
      <figure class="spoken-of">
        <figcaption>{say('nowhere-now', { number: edition })}</figcaption>
        {how}
      </figure>
    )
  const { before, within, after } = cutAround(block.text, anchor.place)
  const isWhole = anchor.state === 'rewritten'
  return (
    <figure class="spoken-of">
      <figcaption>
        <a href={reviewAddresses(locale, report, edition).passage(block.id)}>
          {say('as-now', { number: edition })}
        </a>
        {' · '}
        <strong>{sayState(locale, anchor.state)}</strong>
      </figcaption>
      <blockquote {...inLanguage(report.lang)}>
        <p>
          {cellsInLine(before)}
          {isWhole ? cellsInLine(within) : <mark>{cellsInLine(within)}</mark>}
          {cellsInLine(after)}
        </p>
      </blockquote>
      {how}
    </figure>
  )
}

/** UTF-16 units of a paragraph before and after the words that are meant. */
const shownAround = 160

/** The words from `start` up to `end`, with what stands around them, cut between words. */
function cutAround(text: string, { start, end }: { start: number; end: number }) {
  const from = start <= shownAround ? 0 : text.lastIndexOf(' ', start - shownAround) + 1
  const space = text.indexOf(' ', end + shownAround)
  const to = space === -1 ? text.length : space
  const before = text.slice(from, start)
  return {
    before: from > 0 ? `…${before.slice(wordStart(before))}` : before,
    within: text.slice(start, end),
    after: text.slice(end, to) + (to < text.length ? '…' : ''),
  }
}
