import type { Child } from 'hono/jsx'
import { ContributionList, keyOf, type ListedContribution } from '../contributions/index.ts'
import { inLanguage, sayDate } from '../platform/messages.ts'
import { stepTo, type Report } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { addressesOf } from './addresses.ts'
import type { MemberCounts } from './count-store.ts'
import type { Group, GroupAct } from './group.ts'
import { History } from './history.tsx'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  group: Group
  counts: MemberCounts
  listed: ListedContribution[]
  page: number
  pages: number
  acts: readonly GroupAct[]
  mayKeep: boolean
  /** Its answer. */
  panels: Child[]
}

/** A group as everybody reads it: what it is about, how many say it and from where, each on its own, and the answer. */
export function GroupPage(props: Props) {
  const { frame, report, group, listed, page, pages, acts, mayKeep, panels } = props
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  return (
    <Layout frame={frame} title={group.title}>
      <Breadcrumb
        locale={locale}
        steps={[stepTo(locale, report), { href: there.pages, label: say('groups') }]}
      />
      <h1 {...inLanguage(report.lang)}>{group.title}</h1>
      <p class="byline">
        {say('formed', { number: group.id, date: sayDate(locale, group.madeAt) })}
      </p>
      {group.dissolvedAt && (
        <p class="notice">{say('dissolved', { date: sayDate(locale, group.dissolvedAt) })}</p>
      )}
      {group.shared && (
        <p class="lead" {...inLanguage(report.lang)}>
          {group.shared}
        </p>
      )}
      {mayKeep && (
        <p class="actions">
          <a class="button quiet" href={there.keeping(group.id)}>
            {say('open-kept')}
          </a>
        </p>
      )}
      {!group.dissolvedAt && <Counts {...props} />}
      {panels}
      {!group.dissolvedAt && (
        <section aria-labelledby="listed">
          <h2 id="listed">{say('listed')}</h2>
          <p class="fine">{say('kept-apart')}</p>
          {listed.length === 0 ? (
            <p class="empty">{say('none-listed')}</p>
          ) : (
            <ContributionList locale={locale} listed={listed} />
          )}
          <Pagination
            locale={locale}
            page={page}
            pages={pages}
            hrefOf={(to) => `${there.page(group.id)}?page=${to}`}
            label={say('member-pages')}
          />
        </section>
      )}
      <History locale={locale} acts={acts} undoing={null} />
    </Layout>
  )
}

/** How many, of what kind, from which side; what they were supported with, as an indication. */
function Counts({ frame: { locale }, counts }: Props) {
  const say = words(locale)
  const { open, hidden, supports, kinds, sides } = counts
  return (
    <>
      <p class="group-count">
        <strong>{say('members', { count: open })}</strong>
        {hidden > 0 && ` ${say('of-which-hidden', { count: hidden })}`}
      </p>
      {open > 0 && (
        <div class="group-counts">
          <section aria-labelledby="by-kind">
            <h2 id="by-kind" class="minor">
              {say('by-kind')}
            </h2>
            <ul>
              {kinds.map(({ kind, count }) => (
                <li>{say('count-of-kind', { kind: keyOf(kind), count })}</li>
              ))}
            </ul>
          </section>
          <section aria-labelledby="by-side">
            <h2 id="by-side" class="minor">
              {say('by-side')}
            </h2>
            <ul>
              {sides.map(({ side, count }) => (
                <li>{say('count-of-side', { side: side ?? 'none', count })}</li>
              ))}
            </ul>
          </section>
        </div>
      )}
      {supports > 0 && <p class="fine">{say('supports', { count: supports })}</p>}
    </>
  )
}
