import { sayCounts, type countStates, type DecisionProblem } from '../anchors/index.ts'
import { stepTo, type Edition, type Report } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { reviewAddresses, withQuery } from './addresses.ts'
import { GroupForm } from './group-form.tsx'
import type { ReviewGroup } from './gather-review.ts'
import { tabs } from './forms.ts'
import { words } from './words.ts'

export const deeds = ['confirmed', 'attached', 'left', 'undone'] as const

export type ReviewProblem = DecisionProblem | 'no-decision'

type Props = {
  frame: Frame
  report: Report
  edition: Edition
  /** Number of the edition that is read now: only its passages are decided on. */
  latest: number
  /** Null where those are shown on which somebody else decided meanwhile. */
  show: (typeof tabs)[number] | null
  groups: ReviewGroup[]
  page: number
  pages: number
  counts: { doubtful: number; decided: number; states: ReturnType<typeof countStates> }
  done: (typeof deeds)[number] | null
  problem: ReviewProblem | null
}

/** What became of the passages of contributions in an edition, for editors to make sure of. */
export function AnchorsPage(props: Props) {
  const { frame, report, edition, groups, page, pages, counts, done, problem, show } = props
  const { locale } = frame
  const say = words(locale)
  const there = reviewAddresses(locale, report, edition.number)
  const title = say('anchors-title', { number: edition.number })
  const problems = problem ? [{ field: 'passages', sentence: say(problem) }] : []
  return (
    <Layout frame={frame} title={problem ? say('refused-title', { title }) : title} wide>
      <Breadcrumb
        locale={locale}
        steps={[stepTo(locale, report), { href: there.workshop, label: say('workshop') }]}
      />
      <DoneNotice sentence={done && say(`done-${done}`)} />
      <ErrorSummary locale={locale} problems={problems} />
      <h1>{title}</h1>
      <Lead {...props} />
      <p>{sayCounts(locale, counts.states)}</p>
      <Tabs {...props} />
      <div id="passages">
        {groups.map((group) => (
          <GroupForm {...props} group={group} />
        ))}
      </div>
      {groups.length === 0 && (
        <>
          <p class="empty">{say(show === 'decided' ? 'none-decided' : 'none-doubtful')}</p>
          <p>
            <a class="button" href={there.workshop}>
              {say('back-to-workshop')}
            </a>
          </p>
        </>
      )}
      <Pagination
        locale={locale}
        page={page}
        pages={pages}
        hrefOf={(at) => withQuery(there.anchors, { show: show ?? '', page: at })}
      />
    </Layout>
  )
}

function Lead({ frame, report, edition, latest }: Props) {
  const say = words(frame.locale)
  if (edition.number === latest) return <p class="lead">{say('anchors-lead')}</p>
  return (
    <p class="notice">
      {say('edition-over-lead', { number: edition.number })}{' '}
      <a href={reviewAddresses(frame.locale, report, latest).anchors}>
        {say('see-latest-review', { number: latest })}
      </a>
    </p>
  )
}

function Tabs({ frame, report, edition, show, counts }: Props) {
  const say = words(frame.locale)
  const { anchors } = reviewAddresses(frame.locale, report, edition.number)
  return (
    <nav class="tabs" aria-label={say('which')}>
      {tabs.map((tab) => (
        <a
          href={withQuery(anchors, { show: tab })}
          aria-current={tab === show ? 'page' : undefined}
        >
          {say(`which-${tab}`, { count: counts[tab] })}
        </a>
      ))}
    </nav>
  )
}
