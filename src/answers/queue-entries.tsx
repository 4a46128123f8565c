import { controversyAddresses } from '../controversies/index.ts'
import { Byline, nameOf, type ListedContribution } from '../contributions/index.ts'
import { groupAddresses } from '../groups/index.ts'
import type { Locale } from '../platform/messages.ts'
import { startOf } from '../reports/index.ts'
import { AboutTopic } from './about-topic.tsx'
import { addressesOf } from './addresses.ts'
import { ExcerptView } from './excerpt-view.tsx'
import { locate, type Location } from './locate.ts'
import type { QueueProps } from './queue-props.ts'
import { sayDecision } from './say-decision.ts'
import { sayNumbers } from './say-numbers.ts'
import { queryOf } from './selection.ts'
import { words } from './words.ts'

/** One page of the queue; what waits can be ticked, to be answered together. */
export function QueueList(props: QueueProps) {
  const { frame, report, selection, entries } = props
  const list = (
    <ul class="contributions queue">
      {entries.map((entry) => (
        <QueueItem {...props} entry={entry} />
      ))}
    </ul>
  )
  if (selection.answered) return list
  const say = words(frame.locale)
  const back = queryOf(selection)
  return (
    <form method="get" action={`${addressesOf(frame.locale, report).queue}/answer`}>
      <p class="hint" id="ticking">
        {say('tick-hint')}
      </p>
      {list}
      {back && <input type="hidden" name="back" value={back} />}
      <div class="actions at-hand">
        <button type="submit">{say('answer-ticked')}</button>
      </div>
      <div class="actions">
        <button class="quiet" formaction={groupAddresses(frame.locale, report).making}>
          {say('group-ticked')}
        </button>
        <button class="quiet" formaction={controversyAddresses(frame.locale, report).making}>
          {say('lay-out-ticked')}
        </button>
      </div>
    </form>
  )
}

type ItemProps = QueueProps & { entry: ListedContribution }

function QueueItem(props: ItemProps) {
  const { frame, report, selection, entry } = props
  const { locale } = frame
  const { contribution, supports } = entry
  const { number, kind, state } = contribution
  const say = words(locale)
  const name = nameOf(locale, contribution)
  const href = selection.answered
    ? `/${locale}/contributions/${number}`
    : addressesOf(locale, report).answering([number], { back: queryOf(selection) })
  return (
    <li class={`kinded ${kind}`}>
      {!selection.answered && (
        <input
          type="checkbox"
          name="c"
          value={String(number)}
          aria-label={say('tick', { what: name })}
          aria-describedby="ticking"
        />
      )}
      <div>
        <a href={href}>{name}</a> <Decided {...props} />
        {state === 'published' && (
          <ExcerptView locale={locale} report={report} contribution={contribution} />
        )}
        <p class="where">
          <Where {...props} />
        </p>
        <InTheWay {...props} />
        <p class="byline">
          <Byline contribution={contribution} locale={locale} />
          {supports > 0 && ` · ${say('supports', { count: supports })}`}
        </p>
      </div>
    </li>
  )
}

function Decided({ frame, decisions, entry: { contribution } }: ItemProps) {
  const decision = decisions.get(contribution.number)
  if (!decision) return null
  return (
    <span class={`decided ${decision}`}>{sayDecision(frame.locale, decision, [contribution])}</span>
  )
}

/** Why an amendment cannot simply be taken, and which others say the same or otherwise. */
function InTheWay({ frame: { locale }, obstacles, entry: { contribution } }: ItemProps) {
  const found = obstacles.get(contribution.number)
  if (!found) return null
  const say = words(locale)
  const named = (numbers: readonly number[]) => ({
    count: numbers.length,
    numbers: sayNumbers(locale, numbers.slice(0, namedAtOnce)),
    more: Math.max(0, numbers.length - namedAtOnce),
  })
  const { gone, changed, rivals, equals } = found
  const said = [
    ...(gone ? [say('queue-gone')] : []),
    ...(changed ? [say('queue-changed')] : []),
    ...(rivals.length > 0 ? [say('queue-rivals', named(rivals))] : []),
    ...(equals.length > 0 ? [say('queue-equals', named(equals))] : []),
  ]
  return <p class="in-the-way">{said.join(' · ')}</p>
}

/** The rest is counted. */
const namedAtOnce = 5

type WithoutProps = Pick<ItemProps, 'report'> & { locale: Locale; contribution: Said }

type Said = ItemProps['entry']['contribution']

function WithoutPassage({ locale, report, contribution: { topic } }: WithoutProps) {
  if (topic) return <AboutTopic {...{ locale, report, topic }} />
  return <a href={addressesOf(locale, report).front}>{words(locale)('on-whole-report')}</a>
}

/** The passage, by its first words, and which of its sentences. */
function Where({ frame, report, selection, blocks, anchors, entry }: ItemProps) {
  const { contribution } = entry
  const { locale } = frame
  const { passage } = contribution
  const say = words(locale)
  const there = addressesOf(locale, report)
  if (!passage) return <WithoutPassage {...{ locale, report, contribution }} />
  const place = anchors.get(contribution.number)?.place
  const block = place && blocks.find(({ id }) => id === place.blockId)
  const { blockId, editionNumber } = passage
  const href = block
    ? there.passage(block.id)
    : `${there.passage(blockId)}?edition=${editionNumber}`
  const where = block
    ? sayPlace(locale, locate(block, { passage: { ...passage, ...place } }))
    : say('no-longer-there')
  return (
    <>
      {say('on')}{' '}
      <a href={href} lang={report.lang} dir="auto">
        {startOf(block ?? { text: passage.exact })}
      </a>
      {/* What is answered may have changed the passage itself. */}
      {where && !(selection.answered && block) && ` · ${where}`}
    </>
  )
}

/** Which sentences, or that they are no longer what they were; null for all of the passage. */
function sayPlace(locale: Locale, location: Location): string | null {
  const say = words(locale)
  if (!location.still) return say('changed-since-read')
  const { unit, places } = location
  if (places.length === 0) return null
  return say('sentences', { unit, count: places.length, places: places.join(', ') })
}
