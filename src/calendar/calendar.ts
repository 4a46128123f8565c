import type { Day } from '../platform/paris-days.ts'
import type { EventFacts } from './event.ts'

/** A published edition dates itself. */
export type LifeEvent = Omit<EventFacts, 'kind'> & {
  kind: EventFacts['kind'] | 'edition-published'
}

export type PublishedEdition = { number: number; day: Day; byWhom: string }

/** Each in the order of time. `now`: what is dated today, or within a month or year that goes on. */
export type Life = { past: LifeEvent[]; now: LifeEvent[]; ahead: LifeEvent[] }

type Dated = Pick<EventFacts, 'day' | 'precision'>

/** What happened to a report and what is planned, seen from a day. */
export function tellLife(
  events: readonly EventFacts[],
  editions: readonly PublishedEdition[],
  today: Day,
): Life {
  const open = listOpen(events, editions)
  const dated = [...editions.map(toEvent), ...open].toSorted(compareDays)
  const isPast = (event: LifeEvent) =>
    event.kind === 'edition-published' || lastDayOf(event) < today
  return {
    past: dated.filter(isPast),
    now: dated.filter((event) => !isPast(event) && event.day <= today),
    ahead: dated.filter((event) => !isPast(event) && event.day > today),
  }
}

/** Without the plans that an edition has fulfilled: the edition stands in their place. */
function listOpen(events: readonly EventFacts[], editions: readonly PublishedEdition[]) {
  return events.filter((event) => !isFulfilled(event, latestOf(editions)?.number ?? 0))
}

export function isFulfilled({ edition }: EventFacts, latest: number): boolean {
  return edition !== null && edition <= latest
}

function latestOf(editions: readonly PublishedEdition[]): PublishedEdition | undefined {
  return editions.toSorted((one, other) => one.number - other.number).at(-1)
}

function toEvent({ number, day, byWhom }: PublishedEdition): LifeEvent {
  const unsaid = { label: null, link: null }
  return { kind: 'edition-published', day, precision: 'day', edition: number, byWhom, ...unsaid }
}

/** By their first days; a year stands before its months, and these before their days. */
export function compareDays(one: Dated, other: Dated): number {
  if (one.day !== other.day) return one.day < other.day ? -1 : 1
  const [ends, otherEnds] = [lastDayOf(one), lastDayOf(other)]
  if (ends === otherEnds) return 0
  return ends > otherEnds ? -1 : 1
}

/** The last day that the date may mean. */
export function lastDayOf({ day, precision }: Dated): Day {
  const [year = '', month = ''] = day.split('-')
  if (precision === 'day') return day
  if (precision === 'year') return `${year}-12-31`
  const last = new Date(Date.UTC(Number(year), Number(month), 0))
  return `${year}-${month}-${last.getUTCDate()}`
}

/** `over`: it lies behind. */
type Ahead = Dated & { over: boolean }

/** What a reader can count on today; null where nothing is known. */
export type OpenNow = { until: Ahead | null; planned: (Ahead & { edition: number }) | null }

/**
 * Until when contributions are awaited, and when the next edition is planned: the next such date, else the
 * last one, as long as no edition has come since.
 */
export function tellOpenNow(
  events: readonly EventFacts[],
  editions: readonly PublishedEdition[],
  today: Day,
): OpenNow {
  const open = listOpen(events, editions)
  const publishedOn = latestOf(editions)?.day ?? ''
  const awaited = open.filter(
    (event) => event.kind === 'contributions-until' && lastDayOf(event) >= publishedOn,
  )
  const plans = open.flatMap((event) =>
    event.edition === null ? [] : [{ ...event, edition: event.edition }],
  )
  const [until, planned] = [nextOrLast(awaited, today), nextOrLast(plans, today)]
  return {
    until: until && seenFrom(until, today),
    planned: planned && { ...seenFrom(planned, today), edition: planned.edition },
  }
}

function nextOrLast<E extends Dated>(events: readonly E[], today: Day): E | null {
  const dated = events.toSorted(compareDays)
  return dated.find((event) => lastDayOf(event) >= today) ?? dated.at(-1) ?? null
}

function seenFrom({ day, precision }: Dated, today: Day): Ahead {
  return { day, precision, over: lastDayOf({ day, precision }) < today }
}

/** Of so many dates that are past, those that fold away where there are more than can be shown at once. */
export function foldEarlier(life: Life): { earlier: LifeEvent[]; recent: LifeEvent[] } {
  const room = Math.max(fewest, mostShown - life.now.length - life.ahead.length)
  const at = life.past.length > room ? life.past.length - room : 0
  // One more line takes as much room as the line that would open it.
  const folded = at > 1 ? at : 0
  return { earlier: life.past.slice(0, folded), recent: life.past.slice(folded) }
}

const mostShown = 7
const fewest = 2
