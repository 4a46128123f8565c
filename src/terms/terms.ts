import {
  digestOf,
  languagesOf,
  typedArticles,
  type Article,
  type ArticleProblem,
  type TypedArticle,
} from '../articles/index.ts'
import { canonicalJson, sha256, type Json } from '../platform/canonical.ts'
import { inEachLocale, type OfferedLocale } from '../platform/messages.ts'
import { isBlank } from '../text/index.ts'

/** The terms of use as a whole, as they stood from a day on. */
export type Terms = {
  version: number
  keptAt: Date
  /** Whether it asks anew those who accepted an earlier version; else it mends words only. */
  asks: boolean
  articles: Article[]
  /** What it changes, by language; empty for the first. */
  summary: ReadonlyMap<string, string>
}

/** Characters. */
export const termsLimits = { title: 160, text: 8000, summary: 1000 } as const

/** A new version as it was typed. */
export type TypedTerms = {
  articles: TypedArticle[]
  /** In each language that the articles are written in, and in any other. */
  summary: Record<OfferedLocale, string>
  asks: boolean | null
}

export type TermsFormProblem =
  | ArticleProblem
  | {
      code: 'changed-since' | 'nothing-changed' | 'no-summary' | 'summary-too-long' | 'no-choice'
      article: null
    }

/** What is wrong with all but the articles. */
export function checkRest({ articles, summary, asks }: TypedTerms): TermsFormProblem[] {
  const all = languagesOf(articles).map((lang) => summary[lang])
  return [
    ...(all.some(isBlank) ? [{ code: 'no-summary' as const, article: null }] : []),
    ...(Object.values(summary).some(isTooLong)
      ? [{ code: 'summary-too-long' as const, article: null }]
      : []),
    ...(asks === null ? [{ code: 'no-choice' as const, article: null }] : []),
  ]
}

export function isTooLong(summary: string): boolean {
  return summary.trim().length > termsLimits.summary
}

/** What is said of a version, by language: of those in which something is. */
export function saidIn(summary: TypedTerms['summary']): Record<string, string> {
  const said = Object.entries(summary).filter(([, one]) => !isBlank(one))
  return Object.fromEntries(said.map(([lang, one]) => [lang, one.trim()]))
}

/** Terms as a form shows them, to be changed: nobody has said yet what the change is. */
export function typedTerms({ articles }: Terms): TypedTerms {
  return { articles: typedArticles(articles), summary: inEachLocale(() => ''), asks: null }
}

type Said = { version: number; asks: boolean; articles: readonly TypedArticle[] }

/** What the journal says of a version: its number, whether it asks, and the hash of all that it says. */
export function payloadOfTerms(
  { version, asks, articles }: Said,
  summary: Record<string, string>,
): { [key: string]: Json } {
  const said = { articles: digestOf(articles), summary: { ...summary } }
  return { version, asks, sha256: sha256(canonicalJson(said)).toString('hex') }
}

/** The version that holds, and the last that asked. */
export type Holding = { newest: number; asking: number }

/** True for somebody whose last consent is older than the last version that asks; null: they gave none. */
export function owes(accepted: number | null, { asking }: Holding): boolean {
  return accepted === null || accepted < asking
}

export type ConsentProblem = 'terms-not-accepted' | 'terms-changed'

/** Which version was ticked; one that no longer is enough, or is not there yet, is not accepted by it. */
export function readConsent(
  ticked: string,
  { newest, asking }: Holding,
): { ok: true; version: number } | { ok: false; problem: ConsentProblem } {
  if (!/^[1-9]\d{0,5}$/.test(ticked)) return { ok: false, problem: 'terms-not-accepted' }
  const version = Number(ticked)
  const holds = version >= asking && version <= newest
  return holds ? { ok: true, version } : { ok: false, problem: 'terms-changed' }
}
