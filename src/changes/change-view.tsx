import type { Child } from 'hono/jsx'
import { inLanguage, inLocale, sayDateTime, type Locale } from '../platform/messages.ts'
import { FigureText, PictureChange, startOf, type Change, type Report } from '../reports/index.ts'
import type { Block } from '../text/index.ts'
import { Redline } from '../ui/redline.tsx'
import { addressesOf } from './addresses.ts'
import { CausesView } from './causes-view.tsx'
import { isDivision, type Division } from './division.ts'
import type { ChangeFacts } from './pending-changes.ts'
import { Pieces } from './pieces.tsx'
import { words } from './words.ts'

type Props = {
  locale: Locale
  report: Report
  change: Change
  /** Those that were made with it, by the same act. */
  others?: readonly Change[]
  facts: ChangeFacts
  /** Of its heading. */
  level: 2 | 3
  /** What can be done with it. */
  children?: Child
}

/** One change that waits for the next edition: what it did, by whom, and what caused it. */
export function ChangeView({ locale, report, change, others = [], facts, level, children }: Props) {
  const title = `change-${change.id}-title`
  const [Heading, Below] = [`h${level}` as const, `h${level === 2 ? 3 : 4}` as const]
  return (
    <article class="change" id={`change-${change.id}`} aria-labelledby={title}>
      <Heading id={title}>
        <span class="operation">{describeOperation(locale, change, facts)}</span>{' '}
        <ChangedBlock locale={locale} report={report} change={change} facts={facts} />
      </Heading>
      <WhatItDid locale={locale} report={report} change={change} facts={facts} />
      <Undoing locale={locale} report={report} change={change} facts={facts} />
      {others.length > 0 && (
        <Others locale={locale} report={report} others={others} facts={facts} />
      )}
      <p class="byline">{sayWho(locale, change, facts)}</p>
      {change.byHand && <p {...inLanguage(report.lang)}>{change.byHand.reason}</p>}
      <Below class="minor">{words(locale)('causes')}</Below>
      <CausesView
        locale={locale}
        causes={change.causes}
        credits={facts.credits}
        lang={report.lang}
      />
      {children}
    </article>
  )
}

/** What a change did to its passage, in two words. */
function describeOperation(
  locale: Locale,
  { id, operation }: Change,
  { returns }: ChangeFacts,
): string {
  const done = returns.has(id) ? 'return-block' : operation
  return words(locale)('operation', { operation: done.replaceAll('-', '_') })
}

type PartProps = Pick<Props, 'locale' | 'report' | 'change' | 'facts'>

function ChangedBlock({ locale, report, change, facts }: PartProps) {
  const text = facts.texts.get(change.blockId) ?? (change.after || (change.before ?? ''))
  return (
    <a href={addressesOf(locale, report).block(change.blockId)}>
      <bdi {...inLanguage(report.lang)}>{startOf({ text })}</bdi>
    </a>
  )
}

function WhatItDid(props: PartProps) {
  const { locale, report, change } = props
  const { operation, before, after, block } = change
  const placed = operation === 'insert-block' || operation === 'move-block'
  if (isDivision(change)) return <WhatBecame {...props} change={change} />
  return (
    <>
      {placed && <Place {...props} />}
      {operation !== 'move-block' && before !== after && (
        <Redline locale={locale} lang={report.lang} before={before ?? ''} after={after} />
      )}
      <Pictures {...props} />
      {before === after && block && <NowIs {...props} block={block} />}
    </>
  )
}

/** The two passages that one became, or that became one: no word of them is another. */
function WhatBecame({ locale, report, change, facts }: PartProps & { change: Division }) {
  const { operation, blockId, block, before, otherBlock } = change
  const there = addressesOf(locale, report)
  const isSplit = operation === 'split-block'
  const first = isSplit ? block : { ...block, text: before, marks: [] }
  const other = isSplit && otherBlock.id !== blockId && facts.texts.has(otherBlock.id)
  return (
    <>
      <Pieces
        locale={locale}
        report={report}
        blocks={[first, otherBlock]}
        are={isSplit ? 'pieces' : 'parts'}
      />
      {other && (
        <p class="fine">
          <a href={there.block(otherBlock.id)}>{words(locale)('see-second-piece')}</a>
        </p>
      )}
    </>
  )
}

/** Which change undid it, and which it undid. */
function Undoing({ locale, report, change: { id }, facts }: PartProps) {
  const [by, undone] = [facts.undoneBy.get(id), facts.undoes.get(id)]
  return (
    <>
      {[
        { said: 'undoes' as const, other: undone },
        { said: 'undone-by' as const, other: by },
      ].map(
        ({ said, other }) =>
          other && (
            <p class="fine">
              {words(locale)(said)}{' '}
              <a href={`${addressesOf(locale, report).block(other.blockId)}#change-${other.id}`}>
                {words(locale)('change-of', {
                  what: describeOperation(locale, other, facts),
                  date: sayDateTime(locale, other.changedAt),
                })}
              </a>
            </p>
          ),
      )}
    </>
  )
}

function Pictures({ locale, change: { id, operation, block }, facts }: PartProps) {
  if (!facts.pictures.has(id)) return null
  const after = operation === 'remove-block' ? null : block?.picture
  return <PictureChange locale={locale} before={facts.pictures.get(id)} after={after} />
}

/** What a block became whose words stayed. */
function NowIs({ locale, report, change, facts, block }: PartProps & { block: Block }) {
  const say = words(locale)
  if (!block.picture) {
    const kind = block.kind.replaceAll('-', '_')
    return <p class="fine">{say('shape-changed', { kind, level: block.level })}</p>
  }
  // Of a picture that was replaced both were shown.
  if (facts.pictures.has(change.id)) return null
  return (
    <div {...inLanguage(report.lang)}>
      <p class="fine" {...inLocale(locale)}>
        {say('figure-changed')}
      </p>
      <FigureText block={block} />
    </div>
  )
}

function Place({ locale, report, change: { follows }, facts }: PartProps) {
  const say = words(locale)
  if (follows === null) return <p class="fine">{say('at-the-start')}</p>
  const start = startOf({ text: facts.texts.get(follows) ?? '' })
  return (
    <p class="fine">
      {say('placed-after')} <bdi {...inLanguage(report.lang)}>{start}</bdi>
    </p>
  )
}

/** What is under a heading goes where it goes. */
function Others({
  locale,
  report,
  others,
  facts,
}: Omit<PartProps, 'change'> & { others: readonly Change[] }) {
  return (
    <details>
      <summary>{words(locale)('with-others', { count: others.length })}</summary>
      <ul>
        {others.map((change) => (
          <li>
            <ChangedBlock locale={locale} report={report} change={change} facts={facts} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function sayWho(locale: Locale, { byHand, changedAt }: Change, { editors }: ChangeFacts): string {
  const say = words(locale)
  const date = sayDateTime(locale, changedAt)
  if (!byHand) return say('changed-at', { date })
  return say('changed-by', { name: editors.get(byHand.personId) ?? '', date })
}
