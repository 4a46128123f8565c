import { sayLanguage } from '../platform/languages.ts'
import { inLocale, type Locale } from '../platform/messages.ts'
import { words } from './words.ts'

type Props = { locale: Locale; lang: string }

/** Above a text that is not in the reader's language: in which one it is. */
export function OtherLanguage({ locale, lang }: Props) {
  if (lang === inLocale(locale).lang) return null
  return (
    <p class="notice">{words(locale)('other-language', { language: sayLanguage(locale, lang) })}</p>
  )
}
