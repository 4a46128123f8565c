/** One word or several in that order, which a passage must hold, or must not. */
export type Term = { words: string; without: boolean }

export type QueryProblem = 'too-long' | 'no-words' | 'only-without'

export type Query = { ok: true; terms: Term[] } | { ok: false; problem: QueryProblem }

/** In UTF-16 units: enough for a long sentence that is looked for in quotation marks. */
export const longestQuery = 200

/** A quotation in any of the marks that people type, or what stands between spaces; each may have a minus. */
const termForm = /(?<minus>[-−]?)(?:["“”„«](?<quoted>[^"“”„«»]*)["“”»]?|(?<word>[^\s"“”„«»]+))/gu

/** Returns what is looked for: words, «words in that order», -without. Null where nothing was typed. */
export function parseQuery(typed: string): Query | null {
  const line = onOneLine(typed)
  if (line === '') return null
  if (line.length > longestQuery) return { ok: false, problem: 'too-long' }
  const terms = [...line.matchAll(termForm)]
    .map(({ groups }) => ({
      words: (groups?.['quoted'] ?? groups?.['word'] ?? '').trim(),
      without: groups?.['minus'] !== '',
    }))
    .filter(({ words }) => /[\p{L}\p{N}]/u.test(words))
  if (terms.length === 0) return { ok: false, problem: 'no-words' }
  if (terms.every(({ without }) => without)) return { ok: false, problem: 'only-without' }
  return { ok: true, terms }
}

/** Without what PostgreSQL stores no text with, and nobody types. */
export function onOneLine(typed: string): string {
  return typed.replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim()
}

/** The words that are looked for, as `wordsIn` finds them in a text. */
export function wantedWords(terms: readonly Term[]): string {
  return terms.flatMap(({ words, without }) => (without ? [] : words)).join(' ')
}
