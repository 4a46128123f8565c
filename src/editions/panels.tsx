import {
  listCredits,
  listOrphanNumbers,
  placesOf,
  readBlockOf,
  unitOf,
  type ContributionSubject,
} from '../contributions/index.ts'
import { can } from '../permissions.ts'
import type { Locale } from '../platform/messages.ts'
import {
  findEditionBlock,
  findLatestEdition,
  listChangesCausedBy,
  listPastTexts,
  type Change,
  type PlacedBlock,
  type Report,
  type ReportSubject,
} from '../reports/index.ts'
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
  return (
    <section aria-labelledby="changed-title">
      <h2 id="changed-title">{say('what-it-changed')}</h2>
      {changes.map((change) => (
        <div class="change">
          <p>
            {sayChange(locale, change, block)}{' '}
            {change.editionNumber !== null && (
              <a href={`${here}/editions/${change.editionNumber}/changes#change-${change.blockId}`}>
                {say('changes-title', { number: change.editionNumber })}
              </a>
            )}
          </p>
          {change.before !== change.after && (
            <Redline
              locale={locale}
              lang={report.lang}
              before={change.before ?? ''}
              after={change.after}
            />
          )}
        </div>
      ))}
    </section>
  )
}

/** Which sentences of the passage that the contribution is on, or what was done elsewhere. */
function sayChange(locale: Locale, change: Change, block: PlacedBlock | null): string {
  const say = words(locale)
  const { editionNumber, sentencesBefore } = change
  const published = editionNumber === null ? 'no' : 'yes'
  const number = editionNumber ?? 0
  const places = block?.id === change.blockId ? placesOf(block, sentencesBefore) : []
  if (!block || places.length === 0) {
    return say('changed-elsewhere', { did: did[change.operation] ?? 'edited', published, number })
  }
  const where = { unit: unitOf(block), count: places.length, sentences: places.join(', ') }
  return published === 'yes'
    ? say('changed-in-edition', { ...where, number })
    : say('changed-in-working-text', where)
}

const did: Partial<Record<Change['operation'], string>> = {
  'insert-block': 'added',
  'remove-block': 'removed',
  'move-block': 'moved',
}

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
