import { can } from '../permissions.ts'
import { markdownToText } from '../platform/markdown/markdown-to-text.ts'
import { languageTags, sayDateTime, type Locale } from '../platform/messages.ts'
import {
  startOf,
  type PartSubject,
  type PassageSubject,
  type ReportSubject,
} from '../reports/index.ts'
import type { Panel, Viewing } from '../request.ts'
import { AboutEarlier, listPlaces } from './about-earlier.tsx'
import { ChooseWords } from './choose-words.tsx'
import { ContributionList } from './contributions-page.tsx'
import { keyOf } from './contribution.ts'
import { listDrafts, type KeptDraft } from './draft-store.ts'
import { addressOfDraft } from './draft-address.ts'
import { parseDraft } from './forms.ts'
import { listPage, withCounts } from './list-entries.ts'
import { countContributions, countOfAuthor, type ReportCounts } from './count-store.ts'
import { listOfAuthor } from './store.ts'
import { ImportedTotals } from './support-part.tsx'
import { listTotalsOn } from './support-store.ts'
import { words } from './words.ts'

/** On a passage and in an account; the list has the rest. */
const shownHere = 20

/** On the front page, among the first buttons: it leads to how one takes part. */
export const takePartButton: Panel<ReportSubject> = async ({ locale }) => (
  <a class="button" href="#take-part">
    {words(locale)('take-part-button')}
  </a>
)

/** How many took part, and the way to take part: on the front page. */
export const takePart: Panel<ReportSubject> = async ({ db, locale }, { report }) => {
  const counts = await countContributions(db, report.id)
  const say = words(locale)
  const here = `/${locale}/reports/${report.slug}`
  return (
    <section class="take-part" id="take-part" aria-labelledby="take-part-title">
      <h2 id="take-part-title">{say('take-part')}</h2>
      <Counters locale={locale} counts={counts} list={`${here}/contributions`} />
      <p>{say('how-to-take-part')}</p>
      <p class="actions">
        <a class="button quiet" href={`${here}/contribution`}>
          {say('contribute-to-whole')}
        </a>
      </p>
    </section>
  )
}

type CountersProps = { locale: Locale; counts: ReportCounts; list: string }

/** What has been said here, by how many, and how much of it has its answer; nothing before anybody spoke. */
function Counters({ locale, counts, list }: CountersProps) {
  const say = words(locale)
  const { contributions, answered, replies, participants } = counts
  const numbers = new Intl.NumberFormat(languageTags[locale])
  if (contributions === 0) return <p class="empty">{say('participants', { count: 0 })}</p>
  return (
    <ul class="counters">
      <li>
        <a href={list}>
          <b>{numbers.format(contributions)}</b>{' '}
          {say('counter-contributions', { count: contributions })}
        </a>
      </li>
      <li>
        <b>{numbers.format(participants)}</b> {say('counter-participants', { count: participants })}
      </li>
      <li>
        <b>{numbers.format(answered)}</b> {say('counter-answered', { count: answered })}
      </li>
      {replies > 0 && (
        <li>
          <b>{numbers.format(replies)}</b> {say('counter-replies', { count: replies })}
        </li>
      )}
    </ul>
  )
}

/** What has been said of a passage, and the way to say something of it. */
export async function passageContributions(viewing: Viewing, subject: PassageSubject) {
  const { report, edition, block, removedIn } = subject
  const { db, locale, actor } = viewing
  const say = words(locale)
  const { listed, count } = await listPage(
    db,
    { reportId: report.id, on: { editionId: edition.id, blockIds: [block.id] } },
    { order: 'newest', limit: shownHere, offset: 0 },
  )
  const places = await listPlaces(db, edition, listed)
  const totals = await listTotalsOn(db, block.id)
  const mayContribute =
    removedIn === null &&
    (actor.kind === 'visitor' || can(actor, 'contribution.submit', { reportId: report.id }))
  return (
    <section aria-labelledby="contributions">
      <h2 id="contributions">{say('on-this-passage')}</h2>
      {mayContribute && <WaysToContribute locale={locale} report={report} block={block} />}
      {totals.map((total) => (
        <ImportedTotals locale={locale} total={total} />
      ))}
      {count === 0 ? (
        <p class="empty">{say('none-on-passage')}</p>
      ) : (
        <ContributionList
          locale={locale}
          listed={listed}
          aboutOf={(contribution) => (
            <AboutEarlier
              {...{ locale, report, contribution }}
              anchor={places.get(contribution.number)}
            />
          )}
        />
      )}
      {count > shownHere && (
        <p>
          <a href={`/${locale}/reports/${report.slug}/contributions?passage=${block.id}`}>
            {say('see-all', { count })}
          </a>
        </p>
      )}
    </section>
  )
}

type WaysProps = Pick<PassageSubject, 'report' | 'block'> & { locale: Locale }

function WaysToContribute({ locale, report, block }: WaysProps) {
  const say = words(locale)
  const passage = `/${locale}/reports/${report.slug}/passages/${block.id}`
  return (
    <>
      <p class="actions">
        <a class="button" href={`${passage}/amendment`}>
          {say('amend')}
        </a>
        <a class="button quiet" href={`${passage}/contribution`}>
          {say('contribute-otherwise')}
        </a>
      </p>
      <ChooseWords locale={locale} report={report} block={block}>
        <a class="button" href={`${passage}/contribution`}>
          {say('comment-words')}
        </a>
        <a class="button quiet" href={`${passage}/amendment`}>
          {say('reword-words')}
        </a>
      </ChooseWords>
    </>
  )
}

/** After a proposition: what has been said of it, heading and body, and the way to say something. */
export const propositionContributions: Panel<PartSubject> = async (
  { db, locale },
  { report, edition, blocks },
) => {
  const [heading] = blocks
  if (heading?.kind !== 'proposition') return null
  const say = words(locale)
  const { listed, count } = await listPage(
    db,
    {
      reportId: report.id,
      on: { editionId: edition.id, blockIds: blocks.map(({ id }) => id) },
    },
    { order: 'newest', limit: shownHere, offset: 0 },
  )
  const passage = `/${locale}/reports/${report.slug}/passages/${heading.id}`
  return (
    <section aria-labelledby="contributions">
      <h2 id="contributions">{say('on-this-proposition', { count })}</h2>
      <p class="actions">
        <a class="button" href={`${passage}/contribution`}>
          {say('contribute-to-proposition')}
        </a>
      </p>
      <p class="fine">{say('or-on-its-words')}</p>
      {count === 0 ? (
        <p class="empty">{say('none-on-proposition')}</p>
      ) : (
        <ContributionList locale={locale} listed={listed} />
      )}
      {count > shownHere && <p class="fine">{say('newest-shown', { count: shownHere })}</p>}
    </section>
  )
}

/** What somebody wrote here, in their account: drafts first, which wait for them. */
export const ownContributions: Panel<{ personId: number }> = async (
  { db, locale },
  { personId },
) => {
  const say = words(locale)
  const drafts = await listDrafts(db, personId)
  const count = await countOfAuthor(db, personId)
  const listed = await withCounts(db, await listOfAuthor(db, personId, { limit: 100, offset: 0 }))
  return (
    <>
      <section aria-labelledby="drafts">
        <h2 id="drafts">{say('drafts', { count: drafts.length })}</h2>
        {drafts.length > 0 && (
          <ul class="contributions">
            {drafts.map((draft) => (
              <DraftItem locale={locale} draft={draft} />
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="own-contributions">
        <h2 id="own-contributions">{say('own-contributions', { count })}</h2>
        {count === 0 ? (
          <p class="empty">{say('none-of-own')}</p>
        ) : (
          <ContributionList locale={locale} listed={listed} />
        )}
        {count > listed.length && (
          <p class="fine">{say('newest-shown', { count: listed.length })}</p>
        )}
      </section>
    </>
  )
}

function DraftItem({ locale, draft }: { locale: Viewing['locale']; draft: KeptDraft }) {
  const say = words(locale)
  const { typed, wording } = parseDraft(draft.fields)
  const start = [typed.title, typed.body, wording].find((words) => words.trim() !== '') ?? ''
  return (
    <li>
      <a href={addressOfDraft(locale, draft)}>{say('draft-of', { kind: keyOf(draft.kind) })}</a>{' '}
      <bdi>{startOf({ text: markdownToText(start.slice(0, 600)) })}</bdi>
      <p class="byline">{say('draft-touched', { date: sayDateTime(locale, draft.updatedAt) })}</p>
      <form method="post" action={`/${locale}/account/drafts/end`}>
        <input type="hidden" name="key" value={draft.key} />
        <button class="quiet small" type="submit">
          {say('delete-draft')}
        </button>
      </form>
    </li>
  )
}
