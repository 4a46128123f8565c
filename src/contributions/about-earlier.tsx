import { listAnchorsIn, type Anchor } from '../anchors/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { inLanguage, type Locale } from '../platform/messages.ts'
import type { Edition, Report } from '../reports/index.ts'
import { cellsInLine } from '../ui/redline.tsx'
import type { Contribution } from './contribution.ts'
import type { ListedContribution } from './contributions-page.tsx'
import { words } from './words.ts'

/** Where what is listed stands in the edition that is shown, by number. */
export function listPlaces(
  db: Db,
  edition: Edition,
  listed: readonly ListedContribution[],
): Promise<Map<number, Anchor>> {
  const numbers = listed.map(({ contribution: { number } }) => number)
  return listAnchorsIn(db, edition.id, numbers)
}

type Props = {
  locale: Locale
  report: Report
  contribution: Contribution
  anchor: Anchor | undefined
}

/** That a passage is not what it was when somebody wrote of it; of a rewritten one, what it was. */
export function AboutEarlier({ locale, report, contribution: { passage }, anchor }: Props) {
  const say = words(locale)
  if (!passage || !anchor) return null
  const { editionNumber: edition, blockId, exact } = passage
  if (anchor.state === 'edited') return <p class="fine">{say('about-edited', { edition })}</p>
  if (anchor.state !== 'rewritten') return null
  const href = `/${locale}/reports/${report.slug}/passages/${blockId}?edition=${edition}`
  return (
    <figure class="spoken-of">
      <figcaption>
        <a href={href}>{say('about-rewritten', { edition })}</a>
      </figcaption>
      <blockquote {...inLanguage(report.lang)}>
        <p>{cellsInLine(exact)}</p>
      </blockquote>
    </figure>
  )
}
