import { digestOf, typedArticles, type Article, type TypedArticle } from '../articles/index.ts'
import type { Json } from '../platform/canonical.ts'

/** The rules as a whole, as they stood from a day on. */
export type Charter = { version: number; keptAt: Date; rules: Article[] }

export const charterLimits = { title: 120, text: 2000 } as const

/** Rules as a form shows them. */
export function typedOf({ rules }: Charter): TypedArticle[] {
  return typedArticles(rules)
}

/** What the journal says of a version: its number, and the hash of all that it says. */
export function payloadOfCharter(
  version: number,
  rules: readonly TypedArticle[],
): {
  [key: string]: Json
} {
  return { version, sha256: digestOf(rules) }
}
