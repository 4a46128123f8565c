/** In which people may say that they write: the languages that reports are expected in come first. */
export const writingLanguages = [
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

export function isWritingLanguage(text: string): boolean {
  return writingLanguages.some((language) => language === text)
}
