import { countDoubtful, listOrphanNumbers } from '../anchors/index.ts'
import { can } from '../permissions.ts'
import { findLatestEdition, type Report, type ReportSubject } from '../reports/index.ts'
import type { Panel } from '../request.ts'
import { reviewAddresses } from './addresses.ts'
import { words } from './words.ts'

/** In the workshop: the passages to make sure of, and the contributions that have none, where there are any. */
export const reviewLink: Panel<{ report: Report }> = async ({ db, locale }, { report }) => {
  const edition = await findLatestEdition(db, report.id)
  if (!edition) return null
  const doubtful = await countDoubtful(db, edition.id)
  const orphans = (await listOrphanNumbers(db, edition.id)).length
  const there = reviewAddresses(locale, report, edition.number)
  const say = words(locale)
  return (
    <>
      {doubtful > 0 && (
        <p>
          <a href={there.anchors}>{say('anchors-link', { count: doubtful })}</a>
        </p>
      )}
      {orphans > 0 && (
        <p>
          <a href={there.orphans}>{say('orphans-link', { count: orphans })}</a>
        </p>
      )}
    </>
  )
}

/** On an edition's page, for its editors: what publishing it left to be made sure of. */
export const reviewHere: Panel<ReportSubject> = async (
  { db, locale, actor },
  { report, edition },
) => {
  if (!can(actor, 'anchor.decide', { reportId: report.id })) return null
  const count = await countDoubtful(db, edition.id)
  if (count === 0) return null
  return (
    <p class="notice">
      {words(locale)('anchors-here', { count })}{' '}
      <a href={reviewAddresses(locale, report, edition.number).anchors}>
        {words(locale)('review-them')}
      </a>
    </p>
  )
}
