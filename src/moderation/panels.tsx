import {
  ContentView,
  findContribution,
  findModerationSetting,
  findOpenHold,
  type Contribution,
  type ContributionSubject,
} from '../contributions/index.ts'
import { can } from '../permissions.ts'
import { sayDateTime, type Locale } from '../platform/messages.ts'
import { listReports, type Report } from '../reports/index.ts'
import type { Panel, Viewing } from '../request.ts'
import { addressesOf, addressesOn } from './addresses.ts'
import { isDecisionContestable } from './appeal.ts'
import { listAppeals, listAppealsOf } from './appeal-store.ts'
import { countWaiting } from './queue-store.ts'
import { sumOf } from './waiting.ts'
import { sayFamilies } from '../spam/index.ts'
import { dueAt } from './setting.ts'
import { currentOf, type Decision } from './decision.ts'
import { listDecisions } from './store.ts'
import { Trace } from './trace.tsx'
import { words } from './words.ts'

/** On a contribution's page: that it waits, what was decided and why; for moderators, the way to decide. */
export const moderationTrace: Panel<ContributionSubject> = async (viewing, subject) => {
  const { db, locale, actor } = viewing
  const { report, contribution } = subject
  const decisions = await listDecisions(db, contribution.number)
  const may = can(actor, 'contribution.moderate', { reportId: report.id })
  const say = words(locale)
  return (
    <>
      {await waits(viewing, subject)}
      <Trace locale={locale} lang={report.lang} decisions={decisions} />
      {can(actor, 'statement.read', contribution) && (
        <Explained
          locale={locale}
          decision={currentOf(decisions)}
          contestable={await isContestable(viewing, contribution, decisions)}
          whole={contribution.cut ? await findContribution(db, contribution.number) : undefined}
        />
      )}
      {may && (
        <p>
          <a href={addressesOn(locale, contribution).here}>
            {say(`moderate-${contribution.state}`)}
          </a>
        </p>
      )}
    </>
  )
}

/** Since when it waits, and until when somebody has promised to decide. */
const waits: Panel<ContributionSubject> = async ({ db, locale }, { report, contribution }) => {
  const { number, state, withdrawnAt } = contribution
  const hold = state === 'pending' && !withdrawnAt ? await findOpenHold(db, number) : undefined
  if (!hold) return null
  const setting = await findModerationSetting(db, report.id)
  const say = words(locale)
  const why = hold.ground === 'spam-defence' ? sayFamilies(locale, hold.signs) : ''
  return (
    <p class="notice waiting">
      {say('waits', {
        since: sayDateTime(locale, hold.heldAt),
        days: setting.promisedDays,
        until: sayDateTime(locale, dueAt(hold.heldAt, setting)),
      })}
      {why !== '' && ` ${say('waits-suspected', { why })}`}
    </p>
  )
}

/** For its author, as long as there is time. */
async function isContestable(
  { db, actor, now }: Viewing,
  contribution: Contribution,
  decisions: readonly Decision[],
): Promise<boolean> {
  const decision = currentOf(decisions)
  if (!decision || !can(actor, 'decision.contest', contribution)) return false
  const appeals = await listAppeals(db, contribution.number)
  return isDecisionContestable({ decision, decisions, appeals }, now) === 'yes'
}

type ExplainedProps = {
  locale: Locale
  decision: Decision | undefined
  contestable: boolean
  whole: Contribution | undefined
}

/** For its author, moderators and the guarantor: the reasons, and the words that were cut. */
function Explained({ locale, decision, contestable, whole }: ExplainedProps) {
  const say = words(locale)
  const here =
    decision && `/${locale}/contributions/${decision.contributionNumber}/decisions/${decision.id}`
  return (
    <>
      {decision && decision.reason !== '' && (
        <p class="actions">
          <a href={here}>{say('read-reasons')}</a>
          {contestable && <a href={`${here}/appeal`}>{say('contest')}</a>}
        </p>
      )}
      {whole && (
        <details>
          <summary>{say('whole-text')}</summary>
          <ContentView locale={locale} contribution={{ ...whole, cut: null }} level={3} />
        </details>
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
  const count = sumOf(await countWaiting(db, report.id))
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
              ({say('waiting-count', { count: sumOf(await countWaiting(db, report.id)) })})
            </li>
          )),
        )}
      </ul>
    </section>
  )
}

/** In the account of those who decide where no moderator could: what is contested in their reports. */
export const ownAppeals: Panel<{ personId: number }> = async ({ db, locale, actor }) => {
  const theirs = (await listReports(db)).filter(({ id }) => {
    const thing = { reportId: id }
    return can(actor, 'appeal.decide', thing) && !can(actor, 'contribution.moderate', thing)
  })
  const counted = await Promise.all(
    theirs.map(async (report) => ({ report, count: (await listAppealsOf(db, report.id)).length })),
  )
  const waiting = counted.filter(({ count }) => count > 0)
  if (waiting.length === 0) return null
  const say = words(locale)
  return (
    <section aria-labelledby="own-appeals">
      <h2 id="own-appeals">{say('appeals')}</h2>
      <ul>
        {waiting.map(({ report, count }) => (
          <li>
            <a href={addressesOf(locale, report).appeals} lang={report.lang}>
              {report.title}
            </a>{' '}
            ({say('waiting-count', { count })})
          </li>
        ))}
      </ul>
    </section>
  )
}
