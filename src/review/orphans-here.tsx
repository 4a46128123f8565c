import { listOrphanNumbers } from '../anchors/index.ts'
import { listByNumbers, withCounts, type ListedContribution } from '../contributions/index.ts'
import type { Edition, PartSubject, ReportSubject } from '../reports/index.ts'
import type { Panel, Viewing } from '../request.ts'
import { isHeading } from '../text/index.ts'
import { orphansAddress } from './addresses.ts'
import { OrphanList } from './orphan-list.tsx'
import { words } from './words.ts'

/** Contributions at the end of a part; of more, the rest is counted, and read on a page of all. */
const shownHere = 30

/** At the end of a part: what was said of passages that stood in it and are no longer in the text. */
export const orphansOfPart: Panel<PartSubject> = async (viewing, { report, edition, blocks }) => {
  const homes = blocks.filter(isHeading).map(({ id }) => id)
  return tell(viewing, { report, edition }, await listOrphanNumbers(viewing.db, edition.id, homes))
}

/** At the end of the whole text: all of them. */
export const orphansOfText: Panel<ReportSubject> = async (viewing, { report, edition }) =>
  tell(viewing, { report, edition }, await listOrphanNumbers(viewing.db, edition.id))

/** Beside what stands before the first heading: those that are of no part. */
export const orphansOfNoPart: Panel<ReportSubject> = async (viewing, { report, edition }) =>
  tell(viewing, { report, edition }, await listOrphanNumbers(viewing.db, edition.id, null))

type Of = Pick<ReportSubject, 'report'> & { edition: Pick<Edition, 'number'> }

async function tell({ db, locale }: Viewing, { report, edition }: Of, numbers: readonly number[]) {
  if (numbers.length === 0) return null
  const shown = await listByNumbers(db, numbers.slice(0, shownHere))
  const listed: ListedContribution[] = await withCounts(db, shown)
  const say = words(locale)
  return (
    <section class="orphans" aria-labelledby="orphans-here">
      <h2 id="orphans-here">{say('orphans-here', { count: numbers.length })}</h2>
      <p class="fine">{say('orphans-here-lead', { count: numbers.length })}</p>
      <OrphanList locale={locale} report={report} orphans={listed} />
      {numbers.length > shownHere && (
        <p>
          <a href={orphansAddress(locale, report, edition.number)}>
            {say('orphans-more', { count: numbers.length - shownHere })}
          </a>
        </p>
      )}
    </section>
  )
}
