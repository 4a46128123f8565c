import { can } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { sayDate, type Locale } from '../platform/messages.ts'
import { dayInParis } from '../platform/paris-days.ts'
import { listEditions, type Report } from '../reports/index.ts'
import type { Panel } from '../request.ts'
import { addressesOf } from './addresses.ts'
import { tellLife, tellOpenNow, type OpenNow, type PublishedEdition } from './calendar.ts'
import { listEvents } from './store.ts'
import { Timeline } from './timeline.tsx'
import { words } from './words.ts'

/** In the workshop: the way to the report's dates. */
export const calendarLink: Panel<{ report: Report }> = async ({ locale }, { report }) => (
  <p>
    <a class="button quiet" href={addressesOf(locale, report).calendar}>
      {words(locale)('calendar')}
    </a>
  </p>
)

/** On the front page: what happened to the report, and what is planned. */
export const reportLife: Panel<{ report: Report }> = async (
  { db, locale, actor, now },
  { report },
) => {
  const today = dayInParis(now)
  const life = tellLife(await listEvents(db, report.id), await listPublished(db, report), today)
  const mayKeep = can(actor, 'calendar.keep', { reportId: report.id })
  const known = life.past.length + life.now.length + life.ahead.length > 0
  if (!known && !mayKeep) return null
  const say = words(locale)
  return (
    <section class="life" id="life" aria-labelledby="life-title">
      <h2 id="life-title">{say('life')}</h2>
      {known && <Timeline locale={locale} report={report} life={life} today={today} />}
      {mayKeep && (
        <p>
          <a href={addressesOf(locale, report).calendar}>{say('keep')}</a>
        </p>
      )}
    </section>
  )
}

/** On the front page: until when contributions are awaited, and when the next edition is planned. */
export const openNow: Panel<{ report: Report }> = async ({ db, locale, now }, { report }) => {
  const events = await listEvents(db, report.id)
  const told = tellOpenNow(events, await listPublished(db, report), dayInParis(now))
  const sentences = sayOpenNow(locale, told)
  if (sentences.length === 0) return null
  return (
    <div class="open-now">
      <p>
        <strong>{words(locale)('open-now')}</strong>
      </p>
      {sentences.map((sentence) => (
        <p>{sentence}</p>
      ))}
    </div>
  )
}

function sayOpenNow(locale: Locale, { until, planned }: OpenNow): string[] {
  const say = words(locale)
  const told = ({ day, precision, over }: NonNullable<OpenNow['until']>) => ({
    over: over ? 'yes' : 'no',
    precision,
    date: sayDate(locale, new Date(day), precision),
  })
  return [
    ...(until ? [say('until', told(until))] : []),
    ...(planned ? [say('planned', { ...told(planned), number: planned.edition })] : []),
  ]
}

async function listPublished(db: Db, { id }: Report): Promise<PublishedEdition[]> {
  return (await listEditions(db, id)).map(({ number, publishedAt, signedBy }) => ({
    number,
    day: dayInParis(publishedAt),
    byWhom: signedBy,
  }))
}
