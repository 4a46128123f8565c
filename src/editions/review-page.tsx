import { ContributionList, type ListedContribution } from '../contributions/index.ts'
import { inLanguage } from '../platform/messages.ts'
import { type Report, stepTo } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { cellsInLine } from '../ui/redline.tsx'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  orphans: ListedContribution[]
  count: number
  page: number
  pages: number
}

/** Contributions that the latest edition has no passage for, with the words that they were about. */
export function ReviewPage({ frame, report, orphans, count, page, pages }: Props) {
  const say = words(frame.locale)
  const queue = `/${frame.locale}/workshop/reports/${report.slug}`
  return (
    <Layout frame={frame} title={say('review-title')}>
      <Breadcrumb
        locale={frame.locale}
        steps={[stepTo(frame.locale, report), { href: queue, label: say('workshop') }]}
      />
      <h1>{say('review-title')}</h1>
      <p class="lead">{say('review-lead', { count })}</p>
      {count === 0 && (
        <p>
          <a class="button" href={queue}>
            {say('back-to-workshop')}
          </a>
        </p>
      )}
      {[...byPassage(orphans)].map(([, on]) => (
        <div class="orphan">
          <OldPassage frame={frame} report={report} orphan={on[0]} />
          <ContributionList locale={frame.locale} listed={on} />
        </div>
      ))}
      <Pagination
        locale={frame.locale}
        page={page}
        pages={pages}
        hrefOf={(at) => `${queue}/review?page=${at}`}
      />
    </Layout>
  )
}

/** Those that were about the same words of the same edition stand together. */
function byPassage(orphans: readonly ListedContribution[]): Map<string, ListedContribution[]> {
  return Map.groupBy(orphans, ({ contribution: { passage } }) =>
    [passage?.blockId, passage?.editionNumber, passage?.exact].join(' '),
  )
}

type OldProps = { frame: Frame; report: Report; orphan: ListedContribution | undefined }

function OldPassage({ frame, report, orphan }: OldProps) {
  const passage = orphan?.contribution.passage
  if (!passage) return null
  const href = `/${frame.locale}/reports/${report.slug}/passages/${passage.blockId}`
  return (
    <figure class="spoken-of">
      <figcaption>
        <a href={href}>{words(frame.locale)('stood-in', { number: passage.editionNumber })}</a>
      </figcaption>
      <blockquote {...inLanguage(report.lang)}>
        <p>{cellsInLine(passage.exact)}</p>
      </blockquote>
    </figure>
  )
}
