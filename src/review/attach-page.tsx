import { ChoosePart, type Choice, type ChoiceProblem } from '../contributions/index.ts'
import { inLanguage } from '../platform/messages.ts'
import {
  Outline,
  startOf,
  stepTo,
  type Edition,
  type PlacedBlock,
  type Report,
} from '../reports/index.ts'
import { findWords, outlineOf, quoteOf } from '../text/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { cellsInLine } from '../ui/redline.tsx'
import { reviewAddresses, withQuery } from './addresses.ts'
import { fromWord, toWord } from './cut-around.ts'
import { blocksNear, findBlocks } from './find-blocks.ts'
import type { ReviewGroup } from './gather-review.ts'
import { AsRead } from './passage-pair.tsx'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  edition: Edition
  /** The text of the edition. */
  blocks: readonly PlacedBlock[]
  group: ReviewGroup
  ids: readonly number[]
  /** Words that are looked for. */
  q: string
  /** The heading under which one looks; null where none was chosen. */
  under: string | null
  /** The heading under which the passage stood. */
  near: string | null
  /** The passage that was chosen. */
  block: PlacedBlock | null
  choice: Choice
  problem: ChoiceProblem | null
}

/** Choosing where contributions belong: a passage of the edition, then all of it or some of its words. */
export function AttachPage(props: Props) {
  const { frame, report, edition, group, block, problem } = props
  const { locale } = frame
  const say = words(locale)
  const there = reviewAddresses(locale, report, edition.number)
  const title = say('attach-title')
  const passage = group.listed[0]?.contribution.passage
  const problems = problem ? [{ field: fieldOf(problem), sentence: say(problem) }] : []
  return (
    <Layout
      frame={frame}
      title={problem ? say('refused-title', { title }) : title}
      script="contributing"
    >
      <Breadcrumb
        locale={locale}
        steps={[
          stepTo(locale, report),
          { href: there.workshop, label: say('workshop') },
          { href: there.anchors, label: say('anchors-title', { number: edition.number }) },
        ]}
      />
      <ErrorSummary locale={locale} problems={problems} />
      <h1>{title}</h1>
      <p class="lead">{say('attach-lead', { number: edition.number })}</p>
      {passage && (
        <AsRead locale={locale} report={report} edition={edition.number} passage={passage} />
      )}
      {block ? <ChooseWithin {...props} block={block} /> : <ChooseBlock {...props} />}
      <p>
        <a href={there.anchors}>{say('give-up')}</a>
      </p>
    </Layout>
  )
}

/** By the id of the control that each problem is about. */
function fieldOf(problem: ChoiceProblem): string {
  return problem === 'sentences-not-consecutive' ? 'sentences' : 'words'
}

function ChooseWithin(props: Props & { block: PlacedBlock }) {
  const { frame, report, edition, ids, block, choice, problem } = props
  const { locale } = frame
  const say = words(locale)
  const there = reviewAddresses(locale, report, edition.number)
  return (
    <form method="post" action={there.decisions} class="stacked" id="form">
      {ids.map((id) => (
        <input type="hidden" name="a" value={String(id)} />
      ))}
      <input type="hidden" name="block" value={block.id} />
      <figure class="spoken-of">
        <figcaption>{say('as-now', { number: edition.number })}</figcaption>
        <blockquote {...inLanguage(report.lang)}>
          <p>{cellsInLine(block.text)}</p>
        </blockquote>
      </figure>
      <ChoosePart
        locale={locale}
        report={report}
        block={block}
        choice={choice}
        problemOf={(field) => (problem && fieldOf(problem) === field ? say(problem) : undefined)}
      />
      <div class="actions">
        <button type="submit" name="decision" value="attached">
          {say('attach-here')}
        </button>
        <a href={withQuery(there.place, { a: ids, under: props.under, q: props.q })}>
          {say('other-passage')}
        </a>
      </div>
    </form>
  )
}

function ChooseBlock(props: Props) {
  const { frame, report, edition, ids, q, under, near, blocks } = props
  const { locale } = frame
  const say = words(locale)
  const { place } = reviewAddresses(locale, report, edition.number)
  const searched = q === '' ? null : findBlocks(blocks, q)
  return (
    <>
      <form method="get" action={place} class="selection">
        {ids.map((id) => (
          <input type="hidden" name="a" value={String(id)} />
        ))}
        <FormField id="q" label={say('look-for')}>
          {(described) => (
            <input {...described} type="search" name="q" value={q} {...inLanguage(report.lang)} />
          )}
        </FormField>
        <button class="quiet" type="submit">
          {say('look')}
        </button>
      </form>
      {searched ? (
        <>
          <p>
            {say('found', {
              count: searched.count,
              cut: searched.count > searched.found.length ? 'yes' : 'no',
            })}
          </p>
          <Offered {...props} offered={searched.found} />
        </>
      ) : (
        <>
          <h2>{say(under === null ? 'near-it' : 'under-heading')}</h2>
          <Offered {...props} offered={blocksNear(blocks, under ?? near)} />
        </>
      )}
      <OtherParts {...props} />
    </>
  )
}

function Offered(props: Props & { offered: readonly PlacedBlock[] }) {
  const { frame, report, edition, ids, q, under, offered } = props
  const { place } = reviewAddresses(frame.locale, report, edition.number)
  return (
    <ul class="offered" {...inLanguage(report.lang)}>
      {offered.map((block) => (
        <li>
          <a href={withQuery(place, { a: ids, q, under, block: block.id })}>{startOf(block)}</a>
          <FoundWords text={block.text} sought={q} />
        </li>
      ))}
    </ul>
  )
}

/** The words that were looked for, where they stand. */
function FoundWords({ text, sought }: { text: string; sought: string }) {
  const [place] = findWords(text, sought)
  if (!place) return null
  const { prefix, exact, suffix } = quoteOf({ text }, place.start, place.end)
  return (
    <p class="fine">
      {fromWord(prefix)}
      <mark>{exact}</mark>
      {toWord(suffix)}
    </p>
  )
}

function OtherParts({ frame, report, edition, ids, blocks }: Props) {
  const outline = outlineOf(blocks)
  const say = words(frame.locale)
  const { place } = reviewAddresses(frame.locale, report, edition.number)
  if (outline.length === 0) return null
  return (
    <nav class="outline" aria-labelledby="other-parts">
      <h2 id="other-parts">{say('other-parts')}</h2>
      <Outline
        locale={frame.locale}
        entries={outline}
        lang={report.lang}
        href={({ id }) => withQuery(place, { a: ids, under: id })}
      />
    </nav>
  )
}
