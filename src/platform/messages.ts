import { IntlMessageFormat } from 'intl-messageformat'
import type { Precision } from './paris-days.ts'
import { pseudoMessage } from './pseudo-locale.ts'

/** The languages that are complete, and so offered. `qps` is the pseudo-locale: right to left, never offered. */
export const offeredLocales = ['fr', 'en', 'es'] as const
export type OfferedLocale = (typeof offeredLocales)[number]
export type Locale = OfferedLocale | 'qps'

export const localeNames: Record<Locale, string> = {
  fr: 'Français',
  en: 'English',
  es: 'Español',
  qps: 'ⴰⵡⴰⵍ',
}

/** What `Intl` and the `lang` attribute are given for a locale. */
export const languageTags: Record<Locale, string> = { fr: 'fr', en: 'en', es: 'es', qps: 'ar' }

const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'ur', 'yi'])

/** In which direction a language is written, from its tag. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr'
}

/** The attributes of an element that holds words of a language. */
export function inLanguage(language: string): { lang: string; dir: 'ltr' | 'rtl' } {
  return { lang: language, dir: directionOf(language) }
}

/** The attributes of an element that holds words of the interface within another language. */
export function inLocale(locale: Locale): { lang: string; dir: 'ltr' | 'rtl' } {
  return inLanguage(languageTags[locale])
}

export function isOffered(text: string): text is OfferedLocale {
  return offeredLocales.some((locale) => locale === text)
}

/** One thing for each language that is offered. */
export function inEachLocale<Thing>(
  make: (locale: OfferedLocale) => Thing,
): Record<OfferedLocale, Thing> {
  return { fr: make('fr'), en: make('en'), es: make('es') }
}

export type NoArguments = Record<string, never>
type Arguments = Record<string, string | number | Date>
type Catalogue = Record<OfferedLocale, Record<string, string>>

/** Says the sentence of that key in one language; a missing or extra argument does not compile. */
export type Say<Messages extends Record<string, Arguments>> = <Key extends keyof Messages & string>(
  key: Key,
  ...given: Messages[Key] extends NoArguments ? [] : [Messages[Key]]
) => string

/**
 * Binds a module's message files; each sentence is parsed once, when first said. An argument called `name`
 * is what somebody or something is called, in whatever language.
 */
export function defineWords<Messages extends Record<string, Arguments>>(
  catalogue: Catalogue,
): (locale: Locale) => Say<Messages> {
  const parsed = new Map<string, IntlMessageFormat>()

  const sentence = (locale: Locale, key: string): IntlMessageFormat => {
    const name = `${locale} ${key}`
    const known = parsed.get(name)
    if (known) return known
    const fresh = parseSentence(locale, catalogue[locale === 'qps' ? 'en' : locale][key])
    parsed.set(name, fresh)
    return fresh
  }
  return (locale) =>
    (key, ...given) =>
      String(sentence(locale, key).format(isolateName(locale, given[0])))
}

const rightToLeftLetter = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

/** A name that runs the other way would take the stops and numbers beside it along: UAX #9 isolates it. */
function isolateName(locale: Locale, given: Arguments | undefined): Arguments | undefined {
  const name = given?.['name']
  if (typeof name !== 'string') return given
  const mayRunOtherwise =
    directionOf(languageTags[locale]) === 'rtl' || rightToLeftLetter.test(name)
  return mayRunOtherwise ? { ...given, name: `\u2068${name}\u2069` } : given
}

function parseSentence(locale: Locale, source: string | undefined): IntlMessageFormat {
  if (source === undefined) throw new TypeError('a message key that no file has')
  const options = { ignoreTag: true }
  if (locale !== 'qps') return new IntlMessageFormat(source, locale, undefined, options)
  return new IntlMessageFormat(pseudoMessage(source), 'en', undefined, options)
}

/** How dates are written: the English of Europe, since the hours are. */
export const dateTags: Record<Locale, string> = { fr: 'fr', en: 'en-GB', es: 'es', qps: 'ar' }

/**
 * A day, as one writes it in that language, or the month or the year that it is in; Paris time, as
 * everything here that has an hour.
 */
export function sayDate(locale: Locale, date: Date, precision: Precision = 'day'): string {
  return withFirst(locale, dayFormats[precision][locale].format(date))
}

/** French counts the first of a month as an ordinal, and keeps a day and its month on one line; `Intl` does neither. */
function withFirst(locale: Locale, date: string): string {
  if (locale !== 'fr') return date
  return date.replace(/^1 (?=\p{L})/u, '1er ').replace(/^(\d+(?:er)?) (?=\p{L})/u, '$1\u00a0')
}

/** How much a file holds, to two figures or to the kilobyte: what is said before it is sent. */
export function saySize(locale: Locale, bytes: number): string {
  const unit = bytes < 1_000_000 ? 'kilobyte' : 'megabyte'
  const size = Math.max(1, Math.round(bytes / 1000))
  const style = { style: 'unit', unit, maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(dateTags[locale], style).format(
    unit === 'kilobyte' ? size : size / 1000,
  )
}

/** A day and an hour, with the zone. */
export function sayDateTime(locale: Locale, date: Date): string {
  return withFirst(locale, momentFormats[locale].format(date))
}

// Made once: a list of twenty says twenty dates, and each would take longer to make than to use.
const dayFormats: Record<Precision, Record<Locale, Intl.DateTimeFormat>> = {
  day: makeFormats({ dateStyle: 'long' }),
  month: makeFormats({ month: 'long', year: 'numeric' }),
  year: makeFormats({ year: 'numeric' }),
}
const momentFormats = makeFormats({
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
})

function makeFormats(style: Intl.DateTimeFormatOptions): Record<Locale, Intl.DateTimeFormat> {
  const make = (locale: Locale) =>
    new Intl.DateTimeFormat(dateTags[locale], { ...style, timeZone: 'Europe/Paris' })
  return { ...inEachLocale(make), qps: make('qps') }
}
