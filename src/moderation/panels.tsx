import {
  findModerationSetting,
  findOpenHold,
  type ContributionSubject,
} from '../contributions/index.ts'
import { can } from '../permissions.ts'
import { sayDateTime } from '../platform/messages.ts'
import { listReports, type Report } from '../reports/index.ts'
import type { Panel } from '../request.ts'
import { addressesOf, addressesOn } from './addresses.ts'
import { countWaiting } from './queue-store.ts'
import { dueAt } from './setting.ts'
import { listDecisions } from './store.ts'
import { Trace } from './trace.tsx'
import { words } from './words.ts'

/** On a contribution's page: that it waits, what was decided and why; for moderators, the way to decide. */
export const moderationTrace: Panel<ContributionSubject> = async (
  { db, locale, actor },
  { report, contribution },
) => {
  const { number, state, withdrawnAt } = contribution
  const decisions = await listDecisions(db, number)
  const may = can(actor, 'contribution.moderate', { reportId: report.id })
  const say = words(locale)
  const hold = state === 'pending' && !withdrawnAt ? await findOpenHold(db, number) : undefined
  const setting = hold && (await findModerationSetting(db, report.id))
  return (
    <>
      {hold && setting && (
        <p class="notice waiting">
          {say('waits', {
            since: sayDateTime(locale, hold.heldAt),
            days: setting.promisedDays,
            until: sayDateTime(locale, dueAt(hold.heldAt, setting)),
          })}
        </p>
      )}
      <Trace locale={locale} lang={report.lang} decisions={decisions} />
      {may && (
        <p>
          <a href={addressesOn(locale, contribution).here}>{say(`moderate-${state}`)}</a>
        </p>
      )}
    </>
  )
}

/** In the workshop, for those who moderate: the way to what waits for them. */
export const moderationLink: Panel<{ report: Report }> = async (
  { db, locale, actor },
  { report },
) => {
  if (!can(actor, 'contribution.moderate', { reportId: report.id })) return null
  const count = await countWaiting(db, report.id)
  return <a href={addressesOf(locale, report).queue}>{words(locale)('open-queue', { count })}</a>
}

/** In somebody's account: the reports that they moderate. */
export const ownModeration: Panel<{ personId: number }> = async ({ db, locale, actor }) => {
  const theirs = (await listReports(db)).filter(({ id }) =>
    can(actor, 'contribution.moderate', { reportId: id }),
  )
  if (theirs.length === 0) return null
  const say = words(locale)
  return (
    <section aria-labelledby="own-moderation">
      <h2 id="own-moderation">{say('own-moderation')}</h2>
      <ul>
        {await Promise.all(
          theirs.map(async (report) => (
            <li>
              <a href={addressesOf(locale, report).queue} lang={report.lang}>
                {report.title}
              </a>{' '}
              ({say('waiting-count', { count: await countWaiting(db, report.id) })})
            </li>
          )),
        )}
      </ul>
    </section>
  )
}
