import { languageTags, type Locale } from './messages.ts'

/** In which people may say that they write and read: the languages that reports are expected in come first. */
export const knownLanguages = [
  'fr',
  'en',
  'es',
  'pt',
  'ar',
  'de',
  'it',
  'nl',
  'pl',
  'ro',
  'el',
  'tr',
  'uk',
  'ru',
  'fa',
  'he',
  'hi',
  'zh',
  'ja',
  'ko',
  'vi',
  'sw',
  'wo',
  'mg',
  'br',
  'oc',
  'eu',
  'ca',
  'co',
] as const

export function isKnownLanguage(text: string): boolean {
  return knownLanguages.some((language) => language === text)
}

/** What a language calls itself. */
export function ownNameOf(language: string): string {
  const names = new Intl.DisplayNames([language], { type: 'language' })
  return names.of(language) ?? language
}

/** What a language is called in a language of the interface; its tag, where nobody knows it. */
export function sayLanguage(locale: Locale, tag: string): string {
  return new Intl.DisplayNames([languageTags[locale]], { type: 'language' }).of(tag) ?? tag
}
