import { type Change, type Report, stepTo } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { addressesOf, withQuery } from './addresses.ts'
import { NumbersField } from './causes-fields.tsx'
import { ChangeView } from './change-view.tsx'
import type { ChangeGroup } from './group-changes.ts'
import type { ChangeFacts } from './pending-changes.ts'
import { sayProblems, type ShownProblem } from './say-problem.ts'
import { words } from './words.ts'

export const donePending = ['imported', 'attributed', 'attribution-withdrawn'] as const

type Props = {
  frame: Frame
  report: Report
  /** On this page, in the order of the text. */
  groups: ChangeGroup[]
  facts: ChangeFacts
  /** Ids of those that can be undone as the text stands. */
  undoable: ReadonlySet<number>
  counts: { all: number; onlyFile: number }
  looked: { page: number; causes: 'file' | null }
  pages: number
  /** Of the latest edition; null before the first. */
  latest: number | null
  done: (typeof donePending)[number] | null
}

/** What the next edition will change, each with its causes; more causes can be named until then. */
export function PendingPage(props: Props) {
  const { frame, report, groups, looked, pages, latest, done } = props
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  const hrefOf = (page: number) =>
    withQuery(there.changes, {
      causes: looked.causes ?? '',
      page: page > 1 ? String(page) : '',
    })
  return (
    <Layout frame={frame} title={say('pending-title')}>
      <Breadcrumb
        locale={locale}
        steps={[stepTo(frame.locale, report), { href: there.queue, label: say('workshop') }]}
      />
      <DoneNotice sentence={done && say('done', { done: done.replaceAll('-', '_') })} />
      <h1>{say('pending-title')}</h1>
      <p class="lead">
        {latest === null ? say('pending-lead-first') : say('pending-lead', { number: latest })}{' '}
        <a href={there.text}>{say('see-working-text')}</a>
      </p>
      <Tabs {...props} />
      {groups.length === 0 && (
        <p class="empty">{say(looked.causes === 'file' ? 'none-only-file' : 'none-pending')}</p>
      )}
      {groups.map((group) => (
        <PendingChange {...props} {...group} />
      ))}
      <Pagination locale={locale} page={looked.page} pages={pages} hrefOf={hrefOf} />
    </Layout>
  )
}

/** All of them, and those of which only a file is known as the cause. */
function Tabs({ frame, report, counts, looked }: Props) {
  if (counts.onlyFile === 0 && looked.causes === null) return null
  const say = words(frame.locale)
  const there = addressesOf(frame.locale, report)
  return (
    <nav class="tabs" aria-label={say('tabs')}>
      <a href={there.changes} aria-current={looked.causes === null ? 'page' : undefined}>
        {say('tab-all', { count: counts.all })}
      </a>
      <a href={there.onlyFiles} aria-current={looked.causes === 'file' ? 'page' : undefined}>
        {say('tab-only-file', { count: counts.onlyFile })}
      </a>
    </nav>
  )
}

type ChangeProps = Props & ChangeGroup

function PendingChange(props: ChangeProps) {
  const { frame, report, change, others, facts, undoable } = props
  const { locale } = frame
  const say = words(locale)
  const shown = { locale, report, change, others, facts }
  return (
    <ChangeView {...shown} level={2}>
      <AddedCauses {...props} />
      {undoable.has(change.id) && (
        <p>
          <a href={addressesOf(locale, report).undoing(change.id)}>{say('undo')}</a>
        </p>
      )}
      <details>
        <summary>{say('add-causes')}</summary>
        <AttributionForm {...props} typed="" problems={[]} causes={props.looked.causes} />
      </details>
    </ChangeView>
  )
}

/** Contributions that were named later can be taken back. */
function AddedCauses({ frame, report, change }: ChangeProps) {
  const say = words(frame.locale)
  const added = change.causes.flatMap((cause) =>
    cause.kind === 'contribution' && cause.added ? [cause.contributionNumber] : [],
  )
  return (
    <>
      {added.map((number) => (
        <form
          method="post"
          action={`${addressesOf(frame.locale, report).change(change.id)}/causes/${number}/withdrawal`}
        >
          <button type="submit" class="quiet small">
            {say('withdraw-cause', { number: String(number) })}
          </button>
        </form>
      ))}
    </>
  )
}

type FormProps = {
  frame: Frame
  report: Report
  change: Change
  typed: string
  problems: readonly ShownProblem[]
  /** Which list is gone back to. */
  causes: 'file' | null
}

function AttributionForm({ frame, report, change, typed, problems, causes }: FormProps) {
  const say = words(frame.locale)
  const { changes, change: address } = addressesOf(frame.locale, report)
  // Refused, the form stands alone on its page, and the summary leads to its field.
  const id = problems.length > 0 ? 'contributions' : `contributions-${change.id}`
  return (
    <form
      method="post"
      action={withQuery(`${address(change.id)}/causes`, { causes: causes ?? '' })}
      class="stacked"
    >
      <NumbersField locale={frame.locale} problems={problems} id={id} value={typed} />
      <div class="actions">
        <button type="submit">{say('name-causes')}</button>
        {problems.length > 0 && <a href={`${changes}#change-${change.id}`}>{say('all-changes')}</a>}
      </div>
    </form>
  )
}

type RefusedProps = FormProps & { facts: ChangeFacts }

/** The one change that other causes were named for, with what is wrong with them. */
export function AttributionPage(props: RefusedProps) {
  const { frame, report, change, facts, problems } = props
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  const title = say('attribution-title')
  return (
    <Layout frame={frame} title={say('refused-title', { title })}>
      <Breadcrumb
        locale={locale}
        steps={[
          stepTo(frame.locale, report),
          { href: there.queue, label: say('workshop') },
          { href: there.changes, label: say('pending-title') },
        ]}
      />
      <ErrorSummary locale={locale} problems={sayProblems(locale, problems)} />
      <h1>{title}</h1>
      <ChangeView locale={locale} report={report} change={change} facts={facts} level={2}>
        <AttributionForm {...props} />
      </ChangeView>
    </Layout>
  )
}
