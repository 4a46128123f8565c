import type { BlockKind } from './block.ts'
import { isBlank, normaliseText } from './normalise-text.ts'

export type Heading = { kind: BlockKind; level: number; number: string | null }

const propositionWords =
  'proposition|recommandation|article|art\\.|proposal|recommendation|' +
  'propuesta|recomendación|artículo|proposta|recomendação|artigo|' +
  'المادة|المقترح|الاقتراح|التوصية|مادة|مقترح|اقتراح|توصية'

const numbered = patternOf(propositionWords)

function patternOf(words: string): RegExp {
  return new RegExp(
    `^(?:${words})[\\s:]*(?:n[°º.]+\\s*|núm\\.\\s*|no\\.\\s*|رقم\\s*)?` +
      '(premier|(?:[LRD]\\.?\\s?)?\\p{N}+(?:[-.]\\p{N}+)*(?:ers?|ère|re|[°ºª])?' +
      '(?:\\s(?:bis|ter|quater|quinquies|sexies)(?!\\p{L}))?)(?![\\p{L}\\p{N}])',
    'iu',
  )
}

/** Returns the number of «Proposition 7 – …», «Article 1er» and the like, as it is displayed. */
export function propositionNumber(text: string): string | null {
  return numbered.exec(text)?.[1] ?? null
}

/**
 * Returns what finds the number after other words («Mesure 4 : …»), each taken literally; nothing
 * is found when none of them has a letter or figure.
 */
export function numberAfterWords(words: readonly string[]): (text: string) => string | null {
  const told = words.map((word) => normaliseText(word)).filter((word) => /[\p{L}\p{N}]/u.test(word))
  if (told.length === 0) return () => null
  const literal = told.map((word) => word.split(/\s+/u).map(escapePattern).join('\\s+'))
  const pattern = patternOf(literal.join('|'))
  return (text) => pattern.exec(text)?.[1] ?? null
}

type NumberedHeading = { label: string; separator: string; title: string }

/**
 * Returns the parts of «Proposition 7 – Ouvrir les données»: label, what stands between, and title, which
 * joined are the text to the letter. Null where the number isn't at its start, or no title follows it.
 */
export function splitNumbered(text: string, number: string | null): NumberedHeading | null {
  const at = number === null ? -1 : text.indexOf(number)
  if (number === null || at === -1) return null
  const label = text.slice(0, at + number.length)
  const rest = text.slice(label.length)
  const separator = /^(?=\s*[–—:.-])[\s–—:.-]+/u.exec(rest)?.[0] ?? ''
  const title = rest.slice(separator.length)
  if (separator === '' || isBlank(title) || label.includes('\n')) return null
  return { label, separator, title }
}

function escapePattern(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

/**
 * Returns what a heading of that level (1: just under the title) is. «Proposition 7 – …»,
 * «Article 3 - …», «Art. 1er …», in French, English, Spanish, Portuguese and Arabic, are
 * propositions, at whatever level.
 */
export function readHeading(text: string, level: number): Heading {
  const number = propositionNumber(text)
  return number === null ? plainHeading(level) : { kind: 'proposition', level, number }
}

/** Returns a heading that is no proposition. */
export function plainHeading(level: number): Heading {
  if (level === 1) return { kind: 'part', level, number: null }
  return { kind: level === 2 ? 'chapter' : 'section', level, number: null }
}
