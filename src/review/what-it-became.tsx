import {
  listAnchorsOf,
  sayDecided,
  sayRule,
  standsAsAmended,
  type AnchorOfEdition,
} from '../anchors/index.ts'
import { isAmendment, type Contribution, type ContributionSubject } from '../contributions/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { inLanguage, type Locale } from '../platform/messages.ts'
import { findEditionBlock, listChangesCausedBy, type Report } from '../reports/index.ts'
import type { Panel } from '../request.ts'
import { cellsInLine } from '../ui/redline.tsx'
import { reviewAddresses } from './addresses.ts'
import { words } from './words.ts'

type Passage = NonNullable<Contribution['passage']>

/** On a contribution's page: what became of its passage in each edition since the one that it was written on. */
export const whatItBecame: Panel<ContributionSubject> = async (
  { db, locale },
  { report, contribution },
) => {
  const { passage, number } = contribution
  if (!passage) return null
  const since = (await listAnchorsOf(db, number)).filter(
    ({ editionNumber }) => editionNumber > passage.editionNumber,
  )
  const last = since.at(-1)
  if (!last) return null
  const say = words(locale)
  const spans = await sayOwn(db, contribution, spansOf(since))
  const block =
    last.state === 'rewritten' && last.place
      ? await findEditionBlock(db, last.editionId, last.place.blockId)
      : undefined
  return (
    <section aria-labelledby="became-title">
      <h2 id="became-title">{say('became-title')}</h2>
      <ul class="became">
        {spans.map((span) => (
          <Span locale={locale} report={report} passage={passage} span={span} />
        ))}
      </ul>
      {block && (
        <figure class="spoken-of">
          <figcaption>{say('what-stands-now', { number: last.editionNumber })}</figcaption>
          <blockquote {...inLanguage(report.lang)}>
            <p>{cellsInLine(block.text)}</p>
          </blockquote>
        </figure>
      )}
    </section>
  )
}

type Became = { from: number; anchor: AnchorOfEdition; amended?: boolean }

/** Of an amendment, says where the words in the place of its passage are those that it led to. */
async function sayOwn(db: Db, contribution: Contribution, spans: readonly Became[]) {
  if (!isAmendment(contribution)) return spans
  const { number, passage } = contribution
  const changes = await listChangesCausedBy(db, number)
  const found: Became[] = []
  for (const { from, anchor } of spans) {
    const { state, place, editionId } = anchor
    const block =
      state === 'rewritten' && place
        ? await findEditionBlock(db, editionId, place.blockId)
        : undefined
    const read = { number, exact: passage.exact }
    found.push({ from, anchor, amended: !!block && standsAsAmended({ ...read, block }, changes) })
  }
  return found
}

/** Editions one after the other in which nothing else happened are told together, by the last of them. */
function spansOf(anchors: readonly AnchorOfEdition[]): Became[] {
  const spans: Became[] = []
  for (const anchor of anchors) {
    const last = spans.at(-1)
    const goesOn = last && anchor.rule === 'unchanged' && sameFate(last.anchor, anchor)
    if (goesOn) last.anchor = { ...anchor, rule: last.anchor.rule, score: last.anchor.score }
    else spans.push({ from: anchor.editionNumber, anchor })
  }
  return spans
}

function sameFate(one: AnchorOfEdition, other: AnchorOfEdition): boolean {
  return one.state === other.state && one.place?.blockId === other.place?.blockId
}

type SpanProps = { locale: Locale; report: Report; passage: Passage; span: Became }

function Span({ locale, report, passage, span: { from, anchor, amended } }: SpanProps) {
  const say = words(locale)
  const to = anchor.editionNumber
  const there = reviewAddresses(locale, report, to)
  const how = sayDecided(locale, anchor) ?? sayRule(locale, anchor)
  return (
    <li>
      {from === to ? say('became-in', { number: to }) : say('became-through', { from, to })}{' '}
      {amended ? say('became-amended') : sayFate(locale, anchor, passage)}
      {anchor.place && (
        <>
          {' '}
          <a href={there.passage(anchor.place.blockId, to)}>{say('read-there')}</a>
        </>
      )}
      {(anchor.state !== 'exact' || anchor.decidedAt) && <p class="fine">{how}</p>}
    </li>
  )
}

function sayFate(locale: Locale, { state, rule, place }: AnchorOfEdition, read: Passage): string {
  const say = words(locale)
  const where = place?.blockId === read.blockId ? 'same' : 'other'
  switch (state) {
    case 'exact':
    case 'edited':
      return say(`became-${state}`, { where })
    case 'moved':
    case 'rewritten':
      return say(`became-${state}`)
    case 'orphan':
      return say('became-orphan', { rule })
  }
}
