import {
  listCredits,
  listOrphanNumbers,
  readBlockOf,
  type ContributionSubject,
} from '../contributions/index.ts'
import { can } from '../permissions.ts'
import {
  findEditionBlock,
  findLatestEdition,
  listPastTexts,
  type PlacedBlock,
  type Report,
  type ReportSubject,
} from '../reports/index.ts'
import type { Panel } from '../request.ts'
import { changesAddress } from './addresses.ts'
import { shownWaiting, StillWaiting } from './still-waiting.tsx'
import { words } from './words.ts'

/** Where a contribution stands in the edition that is read now, if that is not the one it was written on. */
export const whereItStands: Panel<ContributionSubject> = async (
  { db, locale },
  { report, contribution },
) => {
  const { passage } = contribution
  const latest = passage && (await findLatestEdition(db, report.id))
  if (!passage || !latest || latest.number <= passage.editionNumber) return null
  const read = await readBlockOf(db, contribution)
  const now = await findEditionBlock(db, latest.id, passage.blockId)
  const past = await listPastTexts(db, passage.blockId)
  return (
    <p class="fine">
      <a href={`/${locale}/reports/${report.slug}/passages/${passage.blockId}`}>
        {now
          ? words(locale)(sameHash(read, now) ? 'stands-same' : 'stands-edited', {
              number: latest.number,
            })
          : words(locale)('stands-nowhere', { number: (past.at(-1)?.editionNumber ?? 0) + 1 })}
      </a>
    </p>
  )
}

function sameHash(one: PlacedBlock | null, other: PlacedBlock): boolean {
  return one !== null && Buffer.compare(one.sha256, other.sha256) === 0
}

/** In the workshop: the contributions that no longer find their passage, where there are any. */
export const reviewLink: Panel<{ report: Report }> = async ({ db, locale }, { report }) => {
  const edition = await findLatestEdition(db, report.id)
  if (!edition) return null
  const numbers = await listOrphanNumbers(db, { reportId: report.id, editionId: edition.id })
  return numbers.length === 0 ? null : (
    <p>
      <a href={`/${locale}/workshop/reports/${report.slug}/review`}>
        {words(locale)('review-link', { count: numbers.length })}
      </a>
    </p>
  )
}

/** On an edition's page, and on the front: the way to what changed in it. */
export const changesLink: Panel<ReportSubject> = async ({ locale }, { report, edition }) =>
  edition.number > 1 ? (
    <section aria-labelledby="changes-title">
      <h2 id="changes-title">
        <a href={changesAddress(locale, report, edition.number)}>
          {words(locale)('changes-title', { number: edition.number })}
        </a>
      </h2>
      <p>{words(locale)('changes-told')}</p>
    </section>
  ) : null

/** On an edition's page: who still waited for an answer when it was published. */
export const stillWaiting: Panel<ReportSubject> = async ({ db, locale }, { edition }) => (
  <StillWaiting
    locale={locale}
    edition={edition}
    credits={await listCredits(db, edition.unanswered.slice(0, shownWaiting))}
  />
)

/** In the workshop: the way to the next edition, for those who prepare it. */
export const publicationLink: Panel<{ report: Report }> = async ({ locale, actor }, { report }) =>
  can(actor, 'workshop.open', { reportId: report.id }) ? (
    <p>
      <a class="button" href={`/${locale}/workshop/reports/${report.slug}/publication`}>
        {words(locale)('prepare-publication')}
      </a>
    </p>
  ) : null
