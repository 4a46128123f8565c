/** A contribution that is like another, how much from 0 to 1, and the terms that they share, the most telling first. */
export type Alike = { number: number; likeness: number; shared: string[] }

/**
 * From which likeness on it is called so. People decide: these only put the likeliest first, and leave out what a few common
 * words would bring.
 */
export const closeness = { same: 0.7, much: 0.4, some: 0.2 } as const

export function closenessOf(likeness: number): keyof typeof closeness {
  if (likeness >= closeness.same) return 'same'
  return likeness >= closeness.much ? 'much' : 'some'
}

/** A stretch of a text, and whether it is a word that both have. */
export type Piece = { text: string; shared: boolean }

const word = /[\p{L}\p{M}\p{N}]+/gu

/** The different words of a text, as they stand in it. */
export function wordsOf(text: string): string[] {
  return [...new Set(text.match(word) ?? [])]
}

/** A text in stretches, its words that are among those marked. */
export function markWords(text: string, marked: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(word)) {
    if (!marked.has(found)) continue
    if (index > from) pieces.push({ text: text.slice(from, index), shared: false })
    pieces.push({ text: found, shared: true })
    from = index + found.length
  }
  return from < text.length ? [...pieces, { text: text.slice(from), shared: false }] : pieces
}
