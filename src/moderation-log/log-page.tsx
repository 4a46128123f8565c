import { sayDate, sayDateTime, type Locale } from '../platform/messages.ts'
import { dayInParis } from '../platform/paris-days.ts'
import { stepTo, type Report } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { addressOf } from './addresses.ts'
import {
  daysShown,
  delayOf,
  outcomes,
  type Asked,
  type Delays,
  type LogEntry,
  type RequestSum,
  type Week,
} from './log.ts'
import { DelayPlot } from './plot.tsx'
import { keyOf, sayDelay, sayMonth } from './say.ts'
import { RequestSection } from './request-table.tsx'
import type { YearCount } from './store.ts'
import { words } from './words.ts'
import { YearTable } from './year-table.tsx'

export type LogProps = {
  frame: Frame
  report: Report
  entries: readonly LogEntry[]
  count: number
  asked: Asked
  months: readonly string[]
  page: number
  pages: number
  promisedDays: number
  waiting: { count: number; oldest: Date | null }
  delays: Delays | null
  weeks: readonly Week[]
  requests: readonly RequestSum[]
  years: readonly YearCount[]
}

/** Every decision of a report's moderation with its ground and its delay, what is promised, what waits; of nobody by name. */
export function LogPage(props: LogProps) {
  const { frame, report, count, entries, page, pages, asked } = props
  const { locale } = frame
  const say = words(locale)
  const here = addressOf(locale, report)
  return (
    <Layout frame={frame} title={say('title')} wide>
      <Breadcrumb locale={locale} steps={[stepTo(locale, report)]} />
      <h1>{say('title')}</h1>
      <p>
        {say('lead')} <a href={`/${locale}/charter`}>{say('charter')}</a>
      </p>
      <DelaySection {...props} />
      <RequestSection locale={locale} requests={props.requests} />
      <section aria-labelledby="decisions">
        <h2 id="decisions">{say('decisions')}</h2>
        <Choice {...props} />
        <p>
          {say('count', { count })} <a href={here.csv(asked)}>{say('as-csv')}</a>{' '}
          <a href={here.json(asked)}>{say('as-json')}</a>
        </p>
        {entries.length === 0 ? (
          <p class="empty">{say(count === 0 && isWhole(asked) ? 'none-yet' : 'none-such')}</p>
        ) : (
          <ol class="moderation-log">
            {entries.map((entry) => (
              <Line locale={locale} entry={entry} />
            ))}
          </ol>
        )}
        <Pagination
          {...{ locale, page, pages }}
          hrefOf={(at) => here.page({ ...asked, page: at })}
        />
      </section>
      <YearTable locale={locale} years={props.years} />
    </Layout>
  )
}

const isWhole = ({ outcome, month }: Asked): boolean => outcome === null && month === null

function DelaySection(props: LogProps) {
  const { frame, promisedDays, waiting, delays, weeks } = props
  const { locale } = frame
  const say = words(locale)
  return (
    <section aria-labelledby="delays">
      <h2 id="delays">{say('delays')}</h2>
      <ul class="counters">
        <Counter value={say('in-days', { count: promisedDays })} label={say('promised')} />
        {delays && (
          <>
            <Counter value={sayDelay(locale, delays.median)} label={say('median')} />
            <Counter value={sayDelay(locale, delays.ninth)} label={say('ninth')} />
            <Counter value={sayDelay(locale, delays.longest)} label={say('longest')} />
          </>
        )}
        <Counter value={say('number', { count: waiting.count })} label={say('waiting')} />
      </ul>
      {waiting.oldest && <p>{say('oldest', { date: sayDateTime(locale, waiting.oldest) })}</p>}
      {!delays && <p class="empty">{say('no-delays', { days: daysShown })}</p>}
      <DelayPlot {...{ locale, weeks, promisedDays }} />
      <p class="fine">{say('how-counted', { days: daysShown })}</p>
    </section>
  )
}

function Counter({ value, label }: { value: string; label: string }) {
  return (
    <li>
      <b>{value}</b> {label}
    </li>
  )
}

function Choice({ frame: { locale }, report, asked, months }: LogProps) {
  const say = words(locale)
  return (
    <form method="get" action={addressOf(locale, report).here} class="selection">
      <FormField id="outcome" label={say('what')}>
        {(described) => (
          <select {...described} name="outcome">
            <option value="">{say('every-outcome')}</option>
            {outcomes.map((outcome) => (
              <option value={outcome} selected={outcome === asked.outcome}>
                {say('outcome', { outcome: keyOf(outcome) })}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <FormField id="month" label={say('month')}>
        {(described) => (
          <select {...described} name="month">
            <option value="">{say('every-month')}</option>
            {months.map((month) => (
              <option value={month} selected={month === asked.month}>
                {sayMonth(locale, month)}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <button type="submit" class="quiet">
        {say('show')}
      </button>
    </form>
  )
}

function Line({ locale, entry }: { locale: Locale; entry: LogEntry }) {
  const say = words(locale)
  const { outcome, role, held, days, banned, became } = entry
  const hours = delayOf(entry)
  return (
    <li class={`outcome-${outcome}`}>
      <p>
        <When locale={locale} entry={entry} />{' '}
        <strong>{say('outcome', { outcome: keyOf(outcome) })}</strong>
        {days !== null && ` · ${say('banned-for', { days })}`}
        {banned === 'site' && ` · ${say('on-site')}`}
        <Which locale={locale} entry={entry} />
      </p>
      <p class="byline">
        <Ground locale={locale} entry={entry} />
        {held && `${say('held', { ground: keyOf(held) })} `}
        {role && outcome !== 'held' && `${say('decided-as', { role: keyOf(role) })} `}
        {hours !== null && `${say('after', { delay: sayDelay(locale, hours) })} `}
        {became && say('became', { became })}
      </p>
    </li>
  )
}

/** The moment; of a ban the day. */
function When({ locale, entry: { at, banned } }: { locale: Locale; entry: LogEntry }) {
  return banned ? (
    <time datetime={dayInParis(at)}>{sayDate(locale, at)}</time>
  ) : (
    <time datetime={at.toISOString()}>{sayDateTime(locale, at)}</time>
  )
}

/** By its number; a link where its words are public. */
function Which({ locale, entry: { number, readable } }: { locale: Locale; entry: LogEntry }) {
  if (number === null) return null
  const name = words(locale)('contribution', { number })
  return (
    <>
      {' · '}
      {readable ? <a href={`/${locale}/contributions/${number}`}>{name}</a> : name}
    </>
  )
}

function Ground({ locale, entry }: { locale: Locale; entry: LogEntry }) {
  const say = words(locale)
  const { version, rule, law } = entry
  if (law !== null) return <>{say('by-law', { law })} </>
  if (version === null || rule === null) return null
  return (
    <>
      <a href={`/${locale}/charter/versions/${version}#rule-${rule}`}>
        {say('by-rule', { rule, version })}
      </a>{' '}
    </>
  )
}
