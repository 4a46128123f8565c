import { listCredits } from '../contributions/index.ts'
import { can } from '../permissions.ts'
import type { Report, ReportSubject } from '../reports/index.ts'
import type { Panel } from '../request.ts'
import { changesAddress } from './addresses.ts'
import { shownWaiting, StillWaiting } from './still-waiting.tsx'
import { words } from './words.ts'

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
