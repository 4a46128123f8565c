import { listCredits } from '../contributions/index.ts'
import { can } from '../permissions.ts'
import type { EditionsSubject, Report, ReportSubject } from '../reports/index.ts'
import type { Panel } from '../request.ts'
import { changesAddress, comparingAddress } from './addresses.ts'
import { AnyTwo } from './compare-form.tsx'
import { shownWaiting, StillWaiting } from './still-waiting.tsx'
import { words } from './words.ts'

/** On an edition's page, and on the front: the way to what changed in it, which is all that two editions have to compare. */
export const changesLink: Panel<ReportSubject> = async ({ locale }, { report, edition }) =>
  edition.number > 1 ? (
    <section aria-labelledby="changes-title">
      <h2 id="changes-title">
        <a href={changesAddress(locale, report, edition.number)}>
          {words(locale)('changes-title', { number: edition.number })}
        </a>
      </h2>
      <p>{words(locale)('changes-told')}</p>
      {edition.number > 2 && (
        <p>
          <a href={comparingAddress(locale, report)}>{words(locale)('compare-any')}</a>
        </p>
      )}
    </section>
  ) : null

/** Above the list of editions: any two to be compared. */
export const compareAny: Panel<EditionsSubject> = async ({ locale }, { report, editions }) =>
  editions.length > 1 ? (
    <section aria-labelledby="compare-title">
      <h2 id="compare-title">{words(locale)('compare-any')}</h2>
      <AnyTwo locale={locale} report={report} editions={editions} asked={null} problem={null} />
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
