import { stepTo, type Report } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { ContributionList, type ListedContribution } from './contributions-page.tsx'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  listed: ListedContribution[]
  /** Of all that nobody has answered. */
  count: number
  /** Where others are drawn. */
  again: string
}

/** Contributions that nobody has answered yet, as the lot had it: reading them is taking part, too. */
export function ReadingListPage({ frame, report, listed, count, again }: Props) {
  const { locale } = frame
  const say = words(locale)
  return (
    <Layout frame={frame} title={say('reading-list')}>
      <Breadcrumb
        locale={locale}
        steps={[
          stepTo(locale, report),
          {
            href: `/${locale}/reports/${report.slug}/contributions`,
            label: say('all-contributions'),
          },
        ]}
      />
      <h1>{say('reading-list')}</h1>
      {count === 0 ? (
        <p class="empty">{say('all-answered')}</p>
      ) : (
        <>
          <p class="lead">{say('reading-list-lead', { shown: listed.length, count })}</p>
          <ContributionList locale={locale} listed={listed} />
          {count > listed.length && (
            <p class="actions">
              <a class="button quiet" href={again} rel="nofollow">
                {say('draw-others')}
              </a>
            </p>
          )}
        </>
      )}
    </Layout>
  )
}
