import type { BlockKind } from './block.ts'

export type Heading = { kind: BlockKind; level: number; number: string | null }

const propositionWords =
  'proposition|recommandation|article|art\\.|proposal|recommendation|' +
  'propuesta|recomendación|artículo|proposta|recomendação|artigo|' +
  'المادة|المقترح|الاقتراح|التوصية|مادة|مقترح|اقتراح|توصية'

const numbered = new RegExp(
  `^(?:${propositionWords})[\\s:]*(?:n[°º.]+\\s*|núm\\.\\s*|no\\.\\s*|رقم\\s*)?` +
    '(premier|(?:[LRD]\\.?\\s?)?\\p{N}+(?:[-.]\\p{N}+)*(?:ers?|ère|re|[°ºª])?' +
    '(?:\\s(?:bis|ter|quater|quinquies|sexies)(?!\\p{L}))?)(?![\\p{L}\\p{N}])',
  'iu',
)

/**
 * Returns what a heading of that level (1: just under the title) is. «Proposition 7 – …»,
 * «Article 3 - …», «Art. 1er …», in French, English, Spanish, Portuguese and Arabic, are
 * propositions, at whatever level.
 */
export function readHeading(text: string, level: number): Heading {
  const number = numbered.exec(text)?.[1]
  if (number !== undefined) return { kind: 'proposition', level, number }
  if (level === 1) return { kind: 'part', level, number: null }
  return { kind: level === 2 ? 'chapter' : 'section', level, number: null }
}
