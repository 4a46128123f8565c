import { inReadersLanguage, type Article } from '../articles/index.ts'
import { inLanguage, inLocale, type Locale } from '../platform/messages.ts'
import { words } from './words.ts'

type Props = { locale: Locale; rule: Article }

/** What a rule of the charter is called, with its number, in a language that it says. */
export function RuleTitle({ locale, rule }: Props) {
  const own = inLocale(locale).lang
  const { title, lang } = inReadersLanguage(rule, own)
  const said = words(locale)('rule-title', { rule: rule.number, title })
  return lang === own ? <span dir="auto">{said}</span> : <span {...inLanguage(lang)}>{said}</span>
}
