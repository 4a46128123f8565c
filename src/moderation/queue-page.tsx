import {
  excerptOf,
  nameOf,
  type Contribution,
  type ModerationSetting,
} from '../contributions/index.ts'
import { sayDateTime, type Locale } from '../platform/messages.ts'
import { type Report, stepTo } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { SignInAgain } from '../ui/sign-in-again.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { addressesOf, addressOfWaiting } from './addresses.ts'
import type { Alike } from './alike.ts'
import { doneBefore } from './decision-props.ts'
import { Signs } from './signs.tsx'
import { sumOf, type QueueGround, type Waiting } from './waiting.ts'
import { dueAt } from './setting.ts'
import { WhatItSays } from './what-it-says.tsx'
import { words } from './words.ts'

/** `seen`: the decision that holds on it. */
export type QueueEntry = Waiting & { contribution: Contribution; seen: number | null }

export type QueueProblem = 'none-ticked' | 'signed-out'

/** What somebody did just before: `some`, where not all that they ticked could be published. */
export const doneInQueue = [...doneBefore, 'set', 'some'] as const

type Props = {
  frame: Frame
  report: Report
  entries: QueueEntry[]
  count: number
  page: number
  pages: number
  setting: ModerationSetting
  maySet: boolean
  now: Date
  done: (typeof doneInQueue)[number] | null
  counts: ReadonlyMap<QueueGround, number>
  /** Kinds of what the defence against spam holds back, with the first of each where it can be read. */
  patterns: (Alike & { contribution: Contribution | undefined })[]
  ground: QueueGround | null
  /** Numbers of those that were ticked. */
  ticked: number[]
  problem: QueueProblem | null
}

/** What waits for a moderator, the longest waiting first, and until when somebody promised to decide. */
export function ModerationQueuePage(props: Props) {
  const { frame, report, entries, count, page, pages, setting, maySet, done, problem } = props
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  const mode = setting.beforePublication ? 'before' : 'after'
  const title = problem ? say('refused-title', { title: say('queue') }) : say('queue')
  const field = problem === 'signed-out' ? 'signed-out' : 'waiting'
  return (
    <Layout frame={frame} title={title} wide>
      <Breadcrumb locale={locale} steps={[stepTo(locale, report)]} />
      <ErrorSummary locale={locale} problems={problem ? [{ field, sentence: say(problem) }] : []} />
      <h1>{say('queue')}</h1>
      {problem === 'signed-out' && <SignInAgain locale={locale} />}
      <DoneNotice sentence={done && say(`done-${done}`)} />
      <p>
        {say('mode-now', { mode, days: setting.promisedDays })}{' '}
        {maySet && <a href={there.setting}>{say('change-setting')}</a>}
      </p>
      <Grounds {...props} />
      <PatternList {...props} />
      <h2 id="waiting">{say('waiting-title', { count })}</h2>
      {entries.length === 0 ? (
        <p class="empty">{say('nothing-waits', { mode })}</p>
      ) : (
        <Entries {...props} />
      )}
      <Pagination locale={locale} page={page} pages={pages} hrefOf={(at) => hrefOf(props, at)} />
    </Layout>
  )
}

/** What can be decided on at once. */
function PatternList({ frame: { locale }, report, patterns }: Props) {
  if (patterns.length === 0) return null
  const say = words(locale)
  const { alike } = addressesOf(locale, report)
  return (
    <section aria-labelledby="alike">
      <h2 id="alike">{say('alike-here')}</h2>
      <ul class="plain">
        {patterns.map(({ pattern, count, signs, contribution }) => (
          <li>
            <a href={`${alike}?${new URLSearchParams({ pattern }).toString()}`}>
              {say('alike-one', { count })}
            </a>
            {contribution && (
              <>
                {' · '}
                {say('alike-like')}{' '}
                <span lang={contribution.lang} dir="auto">
                  {excerptOf(contribution)}
                </span>
              </>
            )}
            <p class="byline">
              <Signs locale={locale} signs={signs} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function hrefOf({ frame, report, ground }: Props, page: number): string {
  const query = new URLSearchParams({ page: String(page), ...(ground && { ground }) })
  return `${addressesOf(frame.locale, report).queue}?${query.toString()}`
}

/** All of it, or what waits on one ground: where there is more than one. */
function Grounds({ frame: { locale }, report, counts, ground }: Props) {
  if (counts.size < 2) return null
  const say = words(locale)
  const { queue } = addressesOf(locale, report)
  const grounds = [null, ...counts.keys()]
  return (
    <nav class="tabs" aria-label={say('grounds')}>
      {grounds.map((one) => (
        <a
          href={one ? `${queue}?ground=${one}` : queue}
          aria-current={one === ground ? 'page' : undefined}
        >
          {say('waits-because', {
            ground: one?.replaceAll('-', '_') ?? 'all',
            count: one ? (counts.get(one) ?? 0) : sumOf(counts),
          })}
        </a>
      ))}
    </nav>
  )
}

/** One is opened to be decided on; those that are held back and ticked are published together. */
function Entries(props: Props) {
  const { frame, report, entries, setting, ticked, now } = props
  const say = words(frame.locale)
  const list = (
    <ol class="contributions">
      {entries.map((entry) => (
        <Entry
          {...{ locale: frame.locale, report, entry, setting, now }}
          ticked={ticked.includes(entry.number)}
        />
      ))}
    </ol>
  )
  if (!entries.some(isHeld)) return list
  return (
    <form method="post" action={addressesOf(frame.locale, report).publications}>
      {list}
      <p class="hint">{say('publish-ticked-hint')}</p>
      <button type="submit">{say('publish-ticked')}</button>
    </form>
  )
}

type EntryProps = {
  locale: Locale
  report: Report
  entry: QueueEntry
  setting: ModerationSetting
  now: Date
  ticked: boolean
}

/** What is held back can be published from here; all else is opened. */
function Entry({ locale, report, entry, setting, now, ticked }: EntryProps) {
  const say = words(locale)
  const { contribution, number, seen } = entry
  return (
    <li class={`kinded ${contribution.kind}`}>
      {isHeld(entry) && (
        <>
          <input
            type="checkbox"
            name="publish"
            value={`${number}.${contribution.revision}.${seen ?? 0}`}
            checked={ticked}
            aria-label={say('publish-this', { number })}
          />{' '}
        </>
      )}
      <a href={`${addressOfWaiting(locale, entry)}?from=queue`}>{nameOf(locale, contribution)}</a>{' '}
      <span lang={contribution.lang} dir="auto">
        {excerptOf(contribution)}
      </span>
      <details>
        <summary>{say('what-it-says')}</summary>
        <WhatItSays locale={locale} report={report} contribution={contribution} level={4} />
      </details>
      <Due {...{ locale, entry, setting, now }} />
    </li>
  )
}

function isHeld({ ground }: Pick<Waiting, 'ground'>): boolean {
  return ground === 'before-publication' || ground === 'spam-defence'
}

type DueProps = Pick<EntryProps, 'locale' | 'entry' | 'setting' | 'now'>

/** Since when it waits and why, and until when somebody promised to decide. */
function Due({ locale, entry, setting, now }: DueProps) {
  const say = words(locale)
  const { ground, heldAt, signs, flags } = entry
  const due = dueAt(heldAt, setting)
  return (
    <p class="byline">
      {say('queue-since', { ground, since: sayDateTime(locale, heldAt) })}
      {' · '}
      {due < now ? (
        <strong>{say('overdue')}</strong>
      ) : (
        say('due', { until: sayDateTime(locale, due) })
      )}
      {ground === 'flagged' && ` · ${say('ground-flagged', { count: flags })} `}
      {ground === 'spam-defence' && ` · ${say('ground-spam-defence')} `}
      <Signs locale={locale} signs={signs} />
    </p>
  )
}
