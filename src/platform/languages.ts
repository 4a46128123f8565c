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
