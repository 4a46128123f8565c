import { inLanguage, sayDate, type Locale } from '../platform/messages.ts'
import { sayPerson } from '../ui/say-person.ts'
import type { LifeEvent } from './calendar.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  /** Of the report: labels are written in it. */
  lang: string
  event: LifeEvent
  /** Of the edition, where it is one. */
  href?: string | undefined
}

/** A date of a report's life: when, what, by whom, and what attests it. */
export function EventView({ locale, lang, event, href }: Props) {
  const { label } = event
  const named = event.kind === 'other' && label !== null
  return (
    <>
      <p class="when">
        <EventTime locale={locale} event={event} />
      </p>
      <p class="what">
        {named ? (
          <span {...inLanguage(lang)}>{label}</span>
        ) : (
          <What href={href} sentence={sayWhat(locale, event)} />
        )}
      </p>
      {label !== null && !named && (
        <p class="told">
          <span {...inLanguage(lang)}>{label}</span>
        </p>
      )}
      <Attested locale={locale} event={event} />
    </>
  )
}

function What({ href, sentence }: { href: string | undefined; sentence: string }) {
  return href === undefined ? sentence : <a href={href}>{sentence}</a>
}

/** The date, as exactly as it is known. */
export function EventTime({ locale, event }: Pick<Props, 'locale' | 'event'>) {
  const { day, precision } = event
  const known = { day: 10, month: 7, year: 4 }[precision]
  return <time datetime={day.slice(0, known)}>{sayDate(locale, new Date(day), precision)}</time>
}

function Attested({ locale, event }: Pick<Props, 'locale' | 'event'>) {
  const say = words(locale)
  const { byWhom, link } = event
  if (byWhom === null && link === null) return null
  return (
    <p class="fine attested">
      {byWhom !== null && <span>{say('by', { name: sayPerson(locale, byWhom) })}</span>}{' '}
      {link !== null && <a href={link}>{say('source', { name: new URL(link).hostname })}</a>}
    </p>
  )
}

/** What happened, or is to happen. */
export function sayWhat(locale: Locale, { kind, edition }: LifeEvent): string {
  return words(locale)('what', { kind: keyOf(kind), number: edition ?? 0 })
}

/** What it is called among others: what, and when. */
export function nameOf(locale: Locale, event: LifeEvent): string {
  const what = event.kind === 'other' ? (event.label ?? '') : sayWhat(locale, event)
  return `${what}, ${sayDate(locale, new Date(event.day), event.precision)}`
}

/** As the message files name it: their keys know no hyphen. */
export function keyOf(kind: LifeEvent['kind']): string {
  return kind.replaceAll('-', '_')
}
