import { peopleWords, type Office } from '../people/index.ts'
import { sayDate, type Locale } from '../platform/messages.ts'
import { lastMoment } from './mandate.ts'
import { words } from './words.ts'

/** From which day a mandate holds, and which is its last. */
export function saySpan(
  locale: Locale,
  { from, until }: { from: Date; until: Date | null },
): string {
  const say = words(locale)
  const since = sayDate(locale, from)
  return until === null
    ? say('mandate-since', { from: since })
    : say('mandate-span', { from: since, until: sayDate(locale, lastMoment(until)) })
}

/** The same by years: enough beside a name. */
export function sayYears(
  locale: Locale,
  { from, until }: { from: Date; until: Date | null },
): string {
  const say = words(locale)
  const [since, last] = [from, until && lastMoment(until)].map(
    (day) => day && sayDate(locale, day, 'year'),
  )
  if (!last) return say('mandate-since-year', { year: since ?? '' })
  return since === last
    ? say('mandate-year', { year: last })
    : say('mandate-years', { from: since ?? '', until: last })
}

export function sayOffice(locale: Locale, { kind }: Pick<Office, 'kind'>): string {
  return peopleWords(locale)('office-mark', { office: kind })
}
