import type { ListedContribution } from '../contributions/index.ts'
import { type Report, stepTo } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { OrphanList } from './orphan-list.tsx'
import { words } from './words.ts'

export type OrphansProps = {
  frame: Frame
  report: Report
  orphans: ListedContribution[]
  count: number
  page: number
  pages: number
  /** The address of the first page. */
  here: string
}

/** Contributions that the latest edition has no passage for, with the words that they were about. */
export function OrphansPage({ frame, report, orphans, count, page, pages, here }: OrphansProps) {
  const { locale } = frame
  const say = words(locale)
  const queue = `/${locale}/workshop/reports/${report.slug}`
  return (
    <Layout frame={frame} title={say('orphans-title')}>
      <Breadcrumb
        locale={locale}
        steps={[stepTo(locale, report), { href: queue, label: say('workshop') }]}
      />
      <h1>{say('orphans-title')}</h1>
      <p class="lead">{say('orphans-lead', { count })}</p>
      {count === 0 && (
        <p>
          <a class="button" href={queue}>
            {say('back-to-workshop')}
          </a>
        </p>
      )}
      <OrphanList locale={locale} report={report} orphans={orphans} />
      <Pagination locale={locale} page={page} pages={pages} hrefOf={(at) => `${here}?page=${at}`} />
    </Layout>
  )
}
