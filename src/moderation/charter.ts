import { offeredLocales, type OfferedLocale } from '../platform/messages.ts'
import { sha256, canonicalJson, type Json } from '../platform/canonical.ts'
import { isBlank } from '../text/index.ts'

/** A rule in each language of the site; its number stays through all versions. */
export type Rule = { number: number; texts: ReadonlyMap<string, RuleText> }
export type RuleText = { title: string; text: string }

/** The rules as a whole, as they stood from a day on. */
export type Charter = { version: number; keptAt: Date; rules: Rule[] }

/** Characters. */
export const charterLimits = { title: 120, text: 2000, rules: 40 } as const

/** A rule as it was typed; one of which nothing is typed in any language is left out of the new version. */
export type TypedRule = { number: number; texts: Record<OfferedLocale, RuleText> }

export type CharterProblem =
  | { code: 'no-rules' | 'changed-since' | 'nothing-changed'; rule: null }
  | { code: 'rule-incomplete' | 'title-too-long' | 'text-too-long'; rule: number }

type Read = { ok: true; rules: TypedRule[] } | { ok: false; problems: CharterProblem[] }

/** The rules of a new version; what is wrong with them where it cannot be one. */
export function readRules(typed: readonly TypedRule[]): Read {
  const rules = typed.filter((rule) => wordsOf(rule).some((one) => !isBlank(one))).map(trimRule)
  const problems = rules.flatMap(checkRule)
  if (rules.length === 0) return { ok: false, problems: [{ code: 'no-rules', rule: null }] }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rules }
}

function wordsOf({ texts }: TypedRule): string[] {
  return offeredLocales.flatMap((lang) => [texts[lang].title, texts[lang].text])
}

function trimRule({ number, texts }: TypedRule): TypedRule {
  const trimmed = offeredLocales.map((lang) => {
    const { title, text } = texts[lang]
    return [lang, { title: title.trim(), text: text.trim() }] as const
  })
  return { number, texts: { ...texts, ...Object.fromEntries(trimmed) } }
}

function checkRule(rule: TypedRule): CharterProblem[] {
  const all = offeredLocales.map((lang) => rule.texts[lang])
  if (wordsOf(rule).some(isBlank)) return [{ code: 'rule-incomplete', rule: rule.number }]
  if (all.some(({ title }) => title.length > charterLimits.title)) {
    return [{ code: 'title-too-long', rule: rule.number }]
  }
  const long = all.some(({ text }) => text.length > charterLimits.text)
  return long ? [{ code: 'text-too-long', rule: rule.number }] : []
}

/** The rule in the reader's language; in the first that there is where it has none. */
export function inReadersLanguage({ texts }: Rule, lang: string): RuleText {
  return texts.get(lang) ?? [...texts.values()][0] ?? { title: '', text: '' }
}

/** Rules as a form shows them. */
export function typedOf({ rules }: Charter): TypedRule[] {
  return rules.map(({ number, texts }) => ({ number, texts: textsOf((lang) => texts.get(lang)) }))
}

/** A rule of which nothing is typed yet. */
export function blankRule(number: number): TypedRule {
  return { number, texts: textsOf(() => undefined) }
}

function textsOf(find: (lang: OfferedLocale) => RuleText | undefined): TypedRule['texts'] {
  const entry = (lang: OfferedLocale) => find(lang) ?? { title: '', text: '' }
  return { fr: entry('fr'), en: entry('en') }
}

/** Whether they say the same, to the letter. */
export function sameRules(one: readonly TypedRule[], other: readonly TypedRule[]): boolean {
  return canonicalJson(documentOf(one)) === canonicalJson(documentOf(other))
}

/** What the journal says of a version: its number, and the hash of all that it says. */
export function payloadOfCharter(
  version: number,
  rules: readonly TypedRule[],
): {
  [key: string]: Json
} {
  return { version, sha256: sha256(canonicalJson(documentOf(rules))).toString('hex') }
}

function documentOf(rules: readonly TypedRule[]): Json {
  return rules.map(({ number, texts }) => ({ number, fr: { ...texts.fr }, en: { ...texts.en } }))
}
