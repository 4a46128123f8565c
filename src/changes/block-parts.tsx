import { ContributionList, nameOf, type ListedContribution } from '../contributions/index.ts'
import type { Change, Report } from '../reports/index.ts'
import { areMergeable, cutsOf, type Block } from '../text/index.ts'
import { DoneNotice } from '../ui/done-notice.tsx'
import type { Frame } from '../ui/layout.tsx'
import { addressesOf, withQuery } from './addresses.ts'
import { ChangeView } from './change-view.tsx'
import type { ChangeFacts } from './pending-changes.ts'
import { words } from './words.ts'

export const doneHere = [
  'changed',
  'added',
  'moved',
  'returned',
  'removed',
  'split',
  'merged',
  'undone',
] as const
export type DoneHere = (typeof doneHere)[number]

/** What is told of a block below its words. */
export type BlockStory = {
  /** What has just been done to it. */
  done: DoneHere | null
  /** Of the last change's causes, those that wait for their answer. */
  owed: { number: number; kind: ListedContribution['contribution']['kind'] }[]
  /** Everything that happened to it, the last first. */
  changes: Change[]
  facts: ChangeFacts
  said: { listed: ListedContribution[]; count: number }
}

type Props = { frame: Frame; report: Report; block: Block }
type StoryProps = Props & { story: BlockStory }

/** That it is done, when readers will see it, and whom it leaves waiting for a word. */
export function DoneHere({ frame, report, block, story }: StoryProps) {
  const { done, owed } = story
  if (!done) return null
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  return (
    <>
      <DoneNotice sentence={say('done', { done })} />
      <p class="actions">
        {owed.length > 0 && (
          <a class="button" href={there.answering(owed.map(({ number }) => number))}>
            {say('answer-these', {
              count: owed.length,
              what: owed[0] ? nameOf(locale, owed[0]) : '',
            })}
          </a>
        )}
        <a class="button quiet" href={there.changes}>
          {say('all-changes')}
        </a>
        <Undo frame={frame} report={report} block={block} story={story} />
      </p>
    </>
  )
}

/** The form that would take the last change back, filled in; a move is undone by another. */
function Undo({ frame, report, block, story: { done, changes } }: StoryProps) {
  const there = addressesOf(frame.locale, report)
  const [last] = changes
  if (!done || !last) return null
  const undo = { undo: '1' }
  const href = {
    changed: withQuery(there.block(block.id), undo),
    added: withQuery(there.removing(block.id), undo),
    returned: withQuery(there.removing(block.id), undo),
    removed: withQuery(`${there.block(block.id)}/return`, { after: last.follows ?? '', ...undo }),
    moved: there.placing(block.id),
    split: there.undoing(last.id),
    merged: there.undoing(last.id),
    undone: null,
  }[done]
  return href && <a href={href}>{words(frame.locale)('undo')}</a>
}

type ActionProps = Props & { next: Block | undefined; because: string }

/** What else can be done with a passage; each asks again before anything is done. */
export function BlockActions({ frame, report, block, next, because }: ActionProps) {
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  return (
    <nav class="actions" aria-label={say('actions')}>
      <a href={there.inserting(block.id, because)}>{say('insert-after')}</a>
      {cutsOf(block).length > 0 && <a href={there.splitting(block.id, because)}>{say('split')}</a>}
      {next && areMergeable(block, next) && (
        <a href={there.merging(block.id, because)}>{say('merge')}</a>
      )}
      <a href={there.placing(block.id, { because })}>{say('move')}</a>
      <a href={there.removing(block.id, because)}>{say('remove')}</a>
      <a href={there.around(block.id)}>{say('see-in-text')}</a>
    </nav>
  )
}

/** What was said of the passage: what a change can name as its cause. */
export function SaidHere({ frame, report, block, story: { said } }: StoryProps) {
  const { locale } = frame
  const say = words(locale)
  if (said.count === 0) return null
  const { waitingOn } = addressesOf(locale, report)
  return (
    <section aria-labelledby="said-title">
      <h2 id="said-title">{say('said-here', { count: said.count })}</h2>
      <ContributionList locale={locale} listed={said.listed} />
      {said.count > said.listed.length && (
        <p>
          <a href={waitingOn(block.id)}>{say('see-all-said')}</a>
        </p>
      )}
    </section>
  )
}

/** Everything that happened to it since it first stood in the text. */
export function BlockHistory({ frame, report, story: { changes, facts } }: StoryProps) {
  const { locale } = frame
  const say = words(locale)
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title">{say('history')}</h2>
      {changes.length === 0 && <p class="empty">{say('no-history')}</p>}
      {changes.map((change) => (
        <ChangeView locale={locale} report={report} change={change} facts={facts} level={3} />
      ))}
    </section>
  )
}
