import { can } from '../permissions.ts'
import { markdownToText } from '../platform/markdown/markdown-to-text.ts'
import { sayDateTime } from '../platform/messages.ts'
import { startOf, type Margin, type PassageSubject, type ReportSubject } from '../reports/index.ts'
import type { Panel, Viewing } from '../request.ts'
import { ContributionList } from './contributions-page.tsx'
import { keyOf } from './contribution.ts'
import { listDrafts, type KeptDraft } from './draft-store.ts'
import { addressOfDraft } from './draft-address.ts'
import { parseDraft } from './forms.ts'
import { listPage, withCounts } from './list-entries.ts'
import { countByBlock, countContributions, countOfAuthor } from './count-store.ts'
import { listOfAuthor } from './store.ts'
import { ImportedTotals } from './support-part.tsx'
import { listTotalsOn } from './support-store.ts'
import { words } from './words.ts'

/** On a passage and in an account; the list has the rest. */
const shownHere = 20

/** The counts beside each passage. */
export const contributionCounts: Margin = async ({ db, locale }, { report }) => {
  const counts = await countByBlock(db, report.id)
  const say = words(locale)
  return new Map(
    [...counts].map(([blockId, count]) => [
      blockId,
      <a class="count" href={`/${locale}/reports/${report.slug}/passages/${blockId}#contributions`}>
        {say('count', { count })}
      </a>,
    ]),
  )
}

/** How many took part, and the way to take part: on the front page. */
export const takePart: Panel<ReportSubject> = async ({ db, locale }, { report }) => {
  const { contributions, replies, participants } = await countContributions(db, report.id)
  const say = words(locale)
  const here = `/${locale}/reports/${report.slug}`
  return (
    <section class="take-part" aria-labelledby="take-part-title">
      <h2 id="take-part-title">{say('take-part')}</h2>
      <p>{say('how-to-take-part')}</p>
      <p class="actions">
        <a class="button" href={`${here}/contribution`}>
          {say('contribute-to-whole')}
        </a>
      </p>
      <p>
        <a href={`${here}/contributions`}>{say('count', { count: contributions })}</a>
        {replies > 0 && ` · ${say('replies', { count: replies })}`}
        {' · '}
        {say('participants', { count: participants })}
      </p>
    </section>
  )
}

/** What has been said of a passage, and the way to say something of it. */
export async function passageContributions(viewing: Viewing, subject: PassageSubject) {
  const { report, block, removedIn } = subject
  const { db, locale, actor } = viewing
  const say = words(locale)
  const passage = `/${locale}/reports/${report.slug}/passages/${block.id}`
  const { listed, count } = await listPage(
    db,
    { reportId: report.id, blockId: block.id },
    { order: 'newest', limit: shownHere, offset: 0 },
  )
  const totals = await listTotalsOn(db, block.id)
  const mayContribute =
    removedIn === null &&
    (actor.kind === 'visitor' || can(actor, 'contribution.submit', { reportId: report.id }))
  return (
    <section aria-labelledby="contributions">
      <h2 id="contributions">{say('on-this-passage')}</h2>
      {mayContribute && (
        <p class="actions">
          <a class="button" href={`${passage}/amendment`}>
            {say('amend')}
          </a>
          <a class="button quiet" href={`${passage}/contribution`}>
            {say('contribute-otherwise')}
          </a>
        </p>
      )}
      {totals.map((total) => (
        <ImportedTotals locale={locale} total={total} />
      ))}
      {count === 0 ? (
        <p class="empty">{say('none-on-passage')}</p>
      ) : (
        <ContributionList locale={locale} listed={listed} />
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
