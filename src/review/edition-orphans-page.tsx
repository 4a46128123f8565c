import { stepTo, type Edition } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout } from '../ui/layout.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { OrphanList } from './orphan-list.tsx'
import type { OrphansProps } from './orphans-page.tsx'
import { words } from './words.ts'

type Props = OrphansProps & { edition: Pick<Edition, 'number'> }

/** For readers: all contributions whose passage an edition no longer has. */
export function EditionOrphansPage(props: Props) {
  const { frame, report, edition, orphans, count, page, pages, here } = props
  const { locale } = frame
  const say = words(locale)
  const { number } = edition
  const title = say('edition-orphans-title', { number })
  return (
    <Layout frame={frame} title={title}>
      <Breadcrumb
        locale={locale}
        steps={[
          stepTo(locale, report),
          {
            href: `/${locale}/reports/${report.slug}/editions/${number}`,
            label: say('edition', { number }),
          },
        ]}
      />
      <h1>{title}</h1>
      <p class="lead">{say('edition-orphans-lead', { count })}</p>
      <OrphanList locale={locale} report={report} orphans={orphans} />
      <Pagination locale={locale} page={page} pages={pages} hrefOf={(at) => `${here}?page=${at}`} />
    </Layout>
  )
}
