import type { Child } from 'hono/jsx'
import { ContributionLink } from '../changes/index.ts'
import type { Locale } from '../platform/messages.ts'
import { type Report, stepTo } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { TakesTime } from '../ui/takes-time.tsx'
import { sayCounts } from '../anchors/index.ts'
import { namedAtMost, type CheckList } from './check-list.ts'
import type { PublicationProblem } from './publish-edition.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  list: CheckList
  /** Rapporteurs prepare an edition with the same list; another signs it. */
  mayPublish: boolean
  problem: PublicationProblem | null
}

/** The check-list before an edition is frozen: what it brings, and what may have been forgotten. */
export function PublicationPage(props: Props) {
  const { frame, report, list, mayPublish, problem } = props
  const { locale } = frame
  const say = words(locale)
  const { number } = list
  const queue = `/${locale}/workshop/reports/${report.slug}`
  const title = say('publish-title', { number })
  const field = problem === 'unanswered-not-confirmed' ? 'unanswered' : 'publish'
  const problems = problem ? [{ field, sentence: say(problem) }] : []
  return (
    <Layout frame={frame} title={problem ? say('refused-title', { title }) : title}>
      <Breadcrumb
        locale={locale}
        steps={[stepTo(locale, report), { href: queue, label: say('workshop') }]}
      />
      <ErrorSummary locale={locale} problems={problems} />
      <h1>{title}</h1>
      <ul class="checklist">
        <WhatItBrings {...props} queue={queue} />
        <WhatToLookAt {...props} queue={queue} />
      </ul>
      {mayPublish ? <PublishForm {...props} queue={queue} /> : <p>{say('who-publishes')}</p>}
    </Layout>
  )
}

type PartProps = Props & { queue: string }

function PublishForm({ frame, list, queue }: PartProps) {
  const say = words(frame.locale)
  const { number, unanswered, seen } = list
  return (
    <form method="post" action={`${queue}/editions`} class="stacked">
      <input type="hidden" name="seen" value={seen} />
      {unanswered.length > 0 && (
        <label class="choice">
          <input type="checkbox" name="unanswered" id="unanswered" value="confirmed" />
          <span>{say('confirm-unanswered')}</span>
        </label>
      )}
      <p>{say('cannot-be-undone')}</p>
      <TakesTime locale={frame.locale} />
      <button type="submit" id="publish">
        {say('publish', { number })}
      </button>
    </form>
  )
}

function WhatItBrings({ frame, list, queue }: PartProps) {
  const say = words(frame.locale)
  const { passages, changes, differing, answers, number } = list
  const something = differing + answers > 0
  return (
    <>
      <Point ready={passages > 0}>
        <a href={`${queue}/text`}>{say('text-of', { count: passages })}</a>
      </Point>
      {number > 1 && (
        <>
          <Point ready={something}>
            {changes > 0 ? (
              <a href={`${queue}/changes`}>{say('changes-made', { count: changes })}</a>
            ) : (
              say('changes-made', { count: 0 })
            )}
          </Point>
          {changes > 0 && (
            <Point ready={differing > 0}>{say('passages-differ', { count: differing })}</Point>
          )}
          <Point ready={something}>
            {answers > 0 ? (
              <a href={`${queue}?answered=1`}>{say('answers-given', { count: answers })}</a>
            ) : (
              say('answers-given', { count: 0 })
            )}
          </Point>
          <Point ready>{sayCounts(frame.locale, list.standing)}</Point>
        </>
      )}
    </>
  )
}

/** Nothing here keeps an edition from being published: it is told, so that nothing is forgotten. */
function WhatToLookAt({ frame, list, queue }: PartProps) {
  const say = words(frame.locale)
  const { onlyFile, unchanging, doubtful, losing, unanswered, credits } = list
  const { locale } = frame
  return (
    <>
      {onlyFile > 0 && (
        <Point>
          {say('only-file', { count: onlyFile })}{' '}
          <a href={`${queue}/changes?causes=file`}>{say('name-their-causes')}</a>
        </Point>
      )}
      {unchanging.length > 0 && (
        <Point>
          {say('accepted-unchanged', { count: unchanging.length })}
          <Named locale={locale} numbers={unchanging} credits={credits} />
        </Point>
      )}
      {doubtful.length > 0 && (
        <Point>
          {say('doubtful-passages', { count: doubtful.length })}
          <Named locale={locale} numbers={doubtful} credits={credits} />
        </Point>
      )}
      {losing.length > 0 && (
        <Point>
          {say('losing-passage', { count: losing.length })}
          <Named locale={locale} numbers={losing} credits={credits} />
        </Point>
      )}
      <Point ready={unanswered.length === 0}>
        {say('unanswered', { count: unanswered.length })}
        {unanswered.length > 0 && (
          <>
            {' '}
            <a href={queue}>{say('see-unanswered')}</a>
            <Named locale={locale} numbers={unanswered} credits={credits} />
          </>
        )}
      </Point>
    </>
  )
}

/** `ready`: nothing to look at. The sign repeats what the sentence says. */
function Point({ ready = false, children }: { ready?: boolean; children: Child }) {
  return (
    <li class={ready ? 'ready' : 'look'}>
      <span aria-hidden="true">{ready ? '✓' : '!'}</span>
      <div>{children}</div>
    </li>
  )
}

type NamedProps = { locale: Locale; numbers: readonly number[]; credits: CheckList['credits'] }

function Named({ locale, numbers, credits }: NamedProps) {
  return (
    <details>
      <summary>{words(locale)('which-ones')}</summary>
      <ul class="causes">
        {numbers.slice(0, namedAtMost).map((number) => (
          <li>
            <ContributionLink locale={locale} number={number} credit={credits.get(number)} />
          </li>
        ))}
      </ul>
      {numbers.length > namedAtMost && (
        <p class="fine">{words(locale)('and-more', { count: numbers.length - namedAtMost })}</p>
      )}
    </details>
  )
}
