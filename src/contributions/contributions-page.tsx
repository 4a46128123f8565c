import type { Locale } from '../platform/messages.ts'
import { startOf, type Report } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { Byline } from './contribution-page.tsx'
import type { Amendment } from './contribution.ts'
import { words } from './words.ts'

type Props = { frame: Frame; report: Report; contributions: Amendment[] }

/** All contributions to a report, newest first. */
export function ContributionsPage({ frame, report, contributions }: Props) {
  const say = words(frame.locale)
  const here = `/${frame.locale}/reports/${report.slug}`
  return (
    <Layout frame={frame} title={say('all-contributions')}>
      <Breadcrumb
        locale={frame.locale}
        steps={[{ href: here, label: report.title, lang: report.lang }]}
      />
      <h1>{say('all-contributions')}</h1>
      {contributions.length === 0 ? (
        <p class="empty">{say('none-yet')}</p>
      ) : (
        <ContributionList locale={frame.locale} contributions={contributions} />
      )}
    </Layout>
  )
}

export function ContributionList({
  locale,
  contributions,
}: {
  locale: Locale
  contributions: Amendment[]
}) {
  const say = words(locale)
  return (
    <ul class="contributions">
      {contributions.map((contribution) => (
        <li>
          <a href={`/${locale}/contributions/${contribution.number}`}>
            {say('amendment-number', { number: contribution.number })}
          </a>{' '}
          <span lang={contribution.lang} dir="auto">
            {startOf({ text: contribution.body })}
          </span>
          <p class="byline">
            <Byline contribution={contribution} locale={locale} />
          </p>
        </li>
      ))}
    </ul>
  )
}
