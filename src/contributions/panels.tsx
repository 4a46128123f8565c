import { can } from '../permissions.ts'
import type { Margin, PassageSubject, ReportSubject } from '../reports/index.ts'
import type { Panel, Viewing } from '../request.ts'
import { ContributionList } from './contributions-page.tsx'
import { countByBlock, countContributions, listContributionsOn } from './store.ts'
import { words } from './words.ts'

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
  const { contributions, participants } = await countContributions(db, report.id)
  const say = words(locale)
  return (
    <section class="take-part" aria-labelledby="take-part-title">
      <h2 id="take-part-title">{say('take-part')}</h2>
      <p>{say('how-to-take-part')}</p>
      <p>
        <a href={`/${locale}/reports/${report.slug}/contributions`}>
          {say('count', { count: contributions })}
        </a>
        {' · '}
        {say('participants', { count: participants })}
      </p>
    </section>
  )
}

/** What has been said of a passage, and the way to amend it. */
export async function passageContributions(viewing: Viewing, { report, block }: PassageSubject) {
  const { db, locale, actor } = viewing
  const say = words(locale)
  const contributions = await listContributionsOn(db, block.id)
  const mayAmend =
    actor.kind === 'visitor' || can(actor, 'contribution.submit', { reportId: report.id })
  return (
    <section aria-labelledby="contributions">
      <h2 id="contributions">{say('on-this-passage')}</h2>
      {mayAmend && (
        <p>
          <a
            class="button"
            href={`/${locale}/reports/${report.slug}/passages/${block.id}/amendment`}
          >
            {say('amend')}
          </a>
        </p>
      )}
      {contributions.length === 0 ? (
        <p class="empty">{say('none-on-passage')}</p>
      ) : (
        <ContributionList locale={locale} contributions={contributions} />
      )}
    </section>
  )
}
