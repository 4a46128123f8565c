import { inLanguage, sayDate, type Locale } from '../platform/messages.ts'
import { stepTo, type Report } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { addressesOf } from './addresses.ts'
import type { Group } from './group.ts'
import { words } from './words.ts'

/** A page of a report's groups: of each, how many of its contributions everybody can read. */
export type ListedGroups = {
  groups: readonly Group[]
  open: ReadonlyMap<number, number>
  count: number
  page: number
  pages: number
}

type Props = { frame: Frame; report: Report; list: ListedGroups; mayKeep: boolean }

/** All groups of a report. */
export function GroupsPage({ frame, report, list, mayKeep }: Props) {
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  return (
    <Layout frame={frame} title={say('groups')}>
      <Breadcrumb locale={locale} steps={[stepTo(locale, report)]} />
      <h1>{say('groups')}</h1>
      <p>{say('groups-lead')}</p>
      {mayKeep && (
        <p class="actions">
          <a class="button quiet" href={there.kept}>
            {say('keep-groups')}
          </a>
        </p>
      )}
      <p class={list.count === 0 ? 'empty' : undefined}>
        {say('groups-count', { count: list.count })}
      </p>
      <GroupList {...{ locale, report, list }} hrefOf={there.page} />
      <Pagination
        locale={locale}
        page={list.page}
        pages={list.pages}
        hrefOf={(page) => `${there.pages}?page=${page}`}
      />
    </Layout>
  )
}

type ListProps = {
  locale: Locale
  report: Report
  list: ListedGroups
  hrefOf: (id: number) => string
}

export function GroupList({ locale, report, list: { groups, open }, hrefOf }: ListProps) {
  const say = words(locale)
  if (groups.length === 0) return null
  return (
    <ul class="contributions">
      {groups.map(({ id, title, shared, madeAt }) => (
        <li>
          <a href={hrefOf(id)} {...inLanguage(report.lang)}>
            {title}
          </a>
          {shared && <p {...inLanguage(report.lang)}>{shared}</p>}
          <p class="byline">
            {say('members', { count: open.get(id) ?? 0 })}
            {' · '}
            {say('formed', { number: id, date: sayDate(locale, madeAt) })}
          </p>
        </li>
      ))}
    </ul>
  )
}
