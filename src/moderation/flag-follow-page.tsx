import type { Child } from 'hono/jsx'
import { sayDateTime, type Locale } from '../platform/messages.ts'
import { type Report, stepTo } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import type { Appeal, Contestable } from './appeal.ts'
import { AppealStatus } from './appeal-status.tsx'
import { contestUntil } from './contest.ts'
import type { Flag, Verdict } from './flag.ts'
import { GroundView } from './trace.tsx'
import { words } from './words.ts'

/** What whoever follows a flag did just before. */
export const doneInFollowing = ['received', 'again', 'contested', 'withdrawn', 'decided'] as const

export type FollowProps = {
  frame: Frame
  report: Report
  flag: Flag
  verdict: Verdict | undefined
  contestable: Contestable
  /** The newest against what was decided on it. */
  appeal: Appeal | undefined
  /** Until when a decision on the flag, and on the appeal, is promised. */
  until: Date
  appealUntil: Date
  now: Date
  done: (typeof doneInFollowing)[number] | null
  /** The path of this page. */
  here: string
}

/** What became of a flag, for whoever has its link. */
export function FlagFollowPage(props: FollowProps) {
  const { frame, report, flag, done } = props
  const { locale } = frame
  const say = words(locale)
  const title = say('follow-title', { reference: flag.reference })
  return (
    <Layout frame={frame} title={title}>
      <Breadcrumb locale={locale} steps={[stepTo(locale, report)]} />
      <DoneNotice sentence={done && say('follow-done', { done })} />
      <h1>{title}</h1>
      <p class="fine">{say('follow-secret')}</p>
      <Became {...props} />
      <Facts {...props} />
    </Layout>
  )
}

function Became(props: FollowProps) {
  const { frame, verdict, until, now } = props
  const { locale } = frame
  const say = words(locale)
  if (!verdict) {
    const late = until < now ? 'follow-overdue' : 'follow-waiting'
    return <p class="notice waiting">{say(late, { until: sayDateTime(locale, until) })}</p>
  }
  const { outcome, decidedAt, reason } = verdict
  return (
    <>
      <div class="notice moderated">
        <p>{say('follow-decided', { outcome, date: sayDateTime(locale, decidedAt) })}</p>
        {reason !== '' && (
          <blockquote dir="auto">
            <p>{reason}</p>
          </blockquote>
        )}
        <p class="fine">{say('decided-by-person')}</p>
      </div>
      <Redress {...props} verdict={verdict} />
    </>
  )
}

function Redress(props: FollowProps & { verdict: Verdict }) {
  const { frame, verdict, contestable, appeal, appealUntil, here } = props
  const { locale } = frame
  const say = words(locale)
  const until = sayDateTime(locale, contestUntil(verdict.decidedAt))
  return (
    <>
      {appeal && (
        <AppealStatus
          {...{ locale, appeal }}
          until={appealUntil}
          action={`${here}/appeal/withdrawal`}
        />
      )}
      {contestable === 'yes' && (
        <>
          <p>{say('flag-contest-until', { until })}</p>
          <p>
            <a class="button" href={`${here}/appeal`}>
              {say('contest')}
            </a>
          </p>
        </>
      )}
      {!appeal?.decidedAt && <p class="fine">{say('redress-outside')}</p>}
    </>
  )
}

function Facts({ frame: { locale }, flag }: FollowProps) {
  const say = words(locale)
  const { contributionNumber: number, receivedAt, ground, words: exact, explanation } = flag
  const forgotten = flag.forgottenAt !== null
  return (
    <dl class="facts statement">
      <Fact term={say('follow-what')}>
        <a href={`/${locale}/contributions/${number}`}>{say('follow-contribution', { number })}</a>
      </Fact>
      <Fact term={say('follow-when')}>{sayDateTime(locale, receivedAt)}</Fact>
      <Fact term={say('follow-why')}>
        <FlagGround {...{ locale, ground }} />
      </Fact>
      {exact !== '' && (
        <Fact term={say('follow-words')}>
          <span dir="auto">{exact}</span>
        </Fact>
      )}
      <Fact term={say('follow-explanation')}>
        {forgotten ? say('follow-forgotten') : <span dir="auto">{explanation}</span>}
      </Fact>
    </dl>
  )
}

function Fact({ term, children }: { term: string; children?: Child }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** The rule that is said to be broken, or the law, which not everybody can name. */
export function FlagGround({ locale, ground }: { locale: Locale; ground: Flag['ground'] }) {
  if ('law' in ground && ground.law === '') return <>{words(locale)('follow-law-unknown')}</>
  return <GroundView {...{ locale, ground }} />
}
