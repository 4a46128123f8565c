import {
  listCredits,
  placesOf,
  readBlockOf,
  unitOf,
  type ContributionSubject,
} from '../contributions/index.ts'
import { can } from '../permissions.ts'
import { listChangesCausedBy, type Report, type ReportSubject } from '../reports/index.ts'
import type { Panel } from '../request.ts'
import { Redline } from '../ui/redline.tsx'
import { shownWaiting, StillWaiting } from './changes-page.tsx'
import { words } from './words.ts'

/** What a contribution changed, sentence by sentence, and in which edition; nothing while it changed nothing. */
export const whatItChanged: Panel<ContributionSubject> = async (
  { db, locale },
  { report, contribution },
) => {
  const changes = await listChangesCausedBy(db, contribution.number)
  if (changes.length === 0) return null
  const say = words(locale)
  const here = `/${locale}/reports/${report.slug}`
  const block = await readBlockOf(db, contribution)
  if (!block) return null
  return (
    <section aria-labelledby="changed-title">
      <h2 id="changed-title">{say('what-it-changed')}</h2>
      {changes.map((change) => {
        const places = placesOf(block, change.sentencesBefore)
        const where = { unit: unitOf(block), count: places.length, sentences: places.join(', ') }
        return (
          <div class="change">
            {change.editionNumber === null ? (
              <p>{say('changed-in-working-text', where)}</p>
            ) : (
              <p>
                {say('changed-in-edition', { ...where, number: change.editionNumber })}{' '}
                <a
                  href={`${here}/editions/${change.editionNumber}/changes#change-${change.blockId}`}
                >
                  {say('changes-title', { number: change.editionNumber })}
                </a>
              </p>
            )}
            <Redline
              locale={locale}
              lang={report.lang}
              before={change.before ?? ''}
              after={change.after}
            />
          </div>
        )
      })}
    </section>
  )
}

/** On an edition's page, and on the front: the way to what changed in it. */
export const changesLink: Panel<ReportSubject> = async ({ locale }, { report, edition }) =>
  edition.number > 1 ? (
    <p>
      <a
        class="button"
        href={`/${locale}/reports/${report.slug}/editions/${edition.number}/changes`}
      >
        {words(locale)('changes-title', { number: edition.number })}
      </a>
    </p>
  ) : null

/** On an edition's page: who still waited for an answer when it was published. */
export const stillWaiting: Panel<ReportSubject> = async ({ db, locale }, { edition }) => (
  <StillWaiting
    locale={locale}
    edition={edition}
    credits={await listCredits(db, edition.unanswered.slice(0, shownWaiting))}
  />
)

/** In the workshop: the way to the next edition, for those who may publish it. */
export const publicationLink: Panel<{ report: Report }> = async ({ locale, actor }, { report }) =>
  can(actor, 'edition.publish', { reportId: report.id }) ? (
    <p>
      <a class="button" href={`/${locale}/workshop/reports/${report.slug}/publication`}>
        {words(locale)('prepare-publication')}
      </a>
    </p>
  ) : null
