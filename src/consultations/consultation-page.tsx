import { hex } from '../journal/index.ts'
import { sayDate } from '../platform/messages.ts'
import { type Report, stepTo } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import type { ImportCounts, ImportedConsultation } from './store.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  consultation: ImportedConsultation
  counts: ImportCounts
}

/** A consultation that was held elsewhere: what was brought from it, from which files, under which licence. */
export function ConsultationPage({ frame, report, consultation, counts }: Props) {
  const { locale } = frame
  const say = words(locale)
  const here = `/${locale}/reports/${report.slug}`
  const { name, url, licence, billSha256, contributionsSha256, importedAt } = consultation
  const brought = [
    say('brought-propositions', { count: counts.propositions }),
    say('brought-arguments', {
      count: counts.argumentsOnArticles + counts.argumentsOnProposals,
      passages: counts.argumentsOnArticles,
      propositions: counts.argumentsOnProposals,
    }),
    say('brought-sources', { count: counts.sourcesOnArticles + counts.sourcesOnProposals }),
    say('brought-authors', { count: counts.authors }),
    say('brought-votes', { count: counts.votes }),
    say('brought-supports', { count: counts.supports }),
    say('brought-withheld', { count: counts.withheld }),
  ]
  const files = [
    { term: say('file-of-bill'), code: hex(billSha256) },
    { term: say('file-of-contributions'), code: hex(contributionsSha256) },
  ]
  return (
    <Layout frame={frame} title={say('consultation-title')}>
      <Breadcrumb
        locale={locale}
        steps={[
          stepTo(locale, report),
          { href: `${here}/contributions`, label: say('all-contributions') },
        ]}
      />
      <h1>{say('consultation-title')}</h1>
      <p class="lead">
        <bdi lang={report.lang}>{url ? <a href={url}>{name}</a> : name}</bdi>
      </p>
      {licence && <p>{say('consultation-licence', { licence })}</p>}
      <p>{say('consultation-lead', { date: sayDate(locale, importedAt) })}</p>
      <ul>
        {brought.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <p>{say('totals-are-imported')}</p>
      <dl class="facts">
        {files.map(({ term, code }) => (
          <div>
            <dt>{term}</dt>
            <dd>
              <code>{code}</code>
            </dd>
          </div>
        ))}
      </dl>
    </Layout>
  )
}
