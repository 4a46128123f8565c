import { ContributionList, type ListedContribution } from '../contributions/index.ts'
import { inLanguage, type Locale } from '../platform/messages.ts'
import type { Report } from '../reports/index.ts'
import { cellsInLine } from '../ui/redline.tsx'
import { reviewAddresses } from './addresses.ts'
import { words } from './words.ts'

type Props = { locale: Locale; report: Report; orphans: readonly ListedContribution[] }

/** Contributions without a place, with the words that they were about and the way to where these stood. */
export function OrphanList({ locale, report, orphans }: Props) {
  return (
    <>
      {[...byPassage(orphans).values()].map((on) => (
        <div class="orphan">
          <OldPassage locale={locale} report={report} orphan={on[0]} />
          <ContributionList locale={locale} listed={on} />
        </div>
      ))}
    </>
  )
}

/** Those that were about the same words of the same edition stand together. */
function byPassage(orphans: readonly ListedContribution[]): Map<string, ListedContribution[]> {
  return Map.groupBy(orphans, ({ contribution: { passage } }) =>
    [passage?.blockId, passage?.editionNumber, passage?.start, passage?.end].join(' '),
  )
}

type OldProps = { locale: Locale; report: Report; orphan: ListedContribution | undefined }

function OldPassage({ locale, report, orphan }: OldProps) {
  const passage = orphan?.contribution.passage
  if (!passage) return null
  const { blockId, editionNumber: number, exact } = passage
  return (
    <figure class="spoken-of">
      <figcaption>
        <a href={reviewAddresses(locale, report, number).passage(blockId, number)}>
          {words(locale)('stood-in', { number })}
        </a>
      </figcaption>
      <blockquote {...inLanguage(report.lang)}>
        <p>{cellsInLine(exact)}</p>
      </blockquote>
    </figure>
  )
}
