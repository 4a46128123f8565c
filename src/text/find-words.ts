import { compose } from './compose.ts'

/** A grapheme as it is compared, or a run of white space; where it stands in its text. */
type Piece = { key: string; start: number; end: number }

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * Returns every place where the words stand in a text, in order and without overlap, as UTF-16
 * offsets of whole graphemes. Compared as NFC; any run of white space, no-break spaces too, is one
 * space, and typographic quotation marks and apostrophes are as good as straight ones. Where
 * nothing stands with the same capitals, capitals do not matter. Blank words stand nowhere.
 */
export function findWords(text: string, words: string): { start: number; end: number }[] {
  const sought = piecesOf(words.trim()).map(({ key }) => key)
  if (sought.length === 0) return []
  const pieces = piecesOf(text)
  const found = findPieces(pieces, sought)
  if (found.length > 0) return found
  const inLowerCase = pieces.map((piece) => ({ ...piece, key: piece.key.toLowerCase() }))
  return findPieces(
    inLowerCase,
    sought.map((key) => key.toLowerCase()),
  )
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  for (const { segment, index } of graphemes.segment(text)) {
    const end = index + segment.length
    const last = pieces.at(-1)
    const isSpace = /^\s+$/u.test(segment)
    if (isSpace && last?.key === ' ') last.end = end
    else pieces.push({ key: isSpace ? ' ' : keyOf(segment), start: index, end })
  }
  return pieces
}

function keyOf(grapheme: string): string {
  return compose(grapheme)
    .replace(/[‘’‚‛ʼ′`´]/g, "'")
    .replace(/[“”„‟«»″]/g, '"')
}

/** Knuth, Morris and Pratt: no text makes it slow. */
function findPieces(
  pieces: readonly Piece[],
  sought: readonly string[],
): { start: number; end: number }[] {
  const borders = bordersOf(sought)
  const found: { start: number; end: number }[] = []
  let matched = 0
  for (const [index, { key, end }] of pieces.entries()) {
    matched = extend(sought, borders, { matched, key })
    if (matched < sought.length) continue
    found.push({ start: pieces[index + 1 - matched]?.start ?? 0, end })
    matched = 0
  }
  return found
}

/** How much of the beginning each beginning ends with. */
function bordersOf(sought: readonly string[]): number[] {
  const borders = [0]
  for (const key of sought.slice(1)) {
    borders.push(extend(sought, borders, { matched: borders.at(-1) ?? 0, key }))
  }
  return borders
}

function extend(
  sought: readonly string[],
  borders: readonly number[],
  { matched, key }: { matched: number; key: string },
): number {
  let length = matched
  while (length > 0 && sought[length] !== key) length = borders[length - 1] ?? 0
  return sought[length] === key ? length + 1 : length
}
