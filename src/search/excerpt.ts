import { beginningOf, wordStart } from '../text/index.ts'

/** Words as they stand in a text; `found`: they are those that were looked for. */
export type Piece = { text: string; found: boolean }

/** `before`, `after`: the text goes on there. */
export type Excerpt = { pieces: Piece[]; before: boolean; after: boolean }

type Range = { start: number; end: number }

/** In UTF-16 units: sentences are shown up to this length together, one alone up to the longer. */
const together = 200
const longestSentence = 320
/** What is shown before the first word found, where its sentence is longer than that. */
const leadingWords = 100

// Unicode counts the apostrophe ʼ among letters.
const wordForm = /[[\p{L}\p{N}]--ʼ][[\p{L}\p{N}\p{M}\p{Cf}]--ʼ]*/gv

/** Returns the words of a text; apostrophes and hyphens part them, as they do for the search. */
export function wordsIn(text: string): string[] {
  return [...text.matchAll(wordForm)].map(([word]) => word)
}

/**
 * Returns those words of the texts that may be among the wanted ones, so that few have to be stemmed:
 * stemming alters ends. Arabic stems lose beginnings too, so that any word may be.
 */
export function mayBeWanted(texts: readonly string[], wanted: string, language: string): string[] {
  const all = [...new Set(texts.flatMap(wordsIn))]
  if (language === 'arabic') return all
  const starts = new Set(wordsIn(wanted).map(startOfWord))
  return all.filter((word) => starts.has(startOfWord(word)))
}

/** Its first letter, without accents. */
function startOfWord(word: string): string {
  const [first = ''] = word.normalize('NFKD').toLowerCase()
  if (first === 'œ') return 'o'
  return first === 'æ' ? 'a' : first
}

/** Returns the whole text, with the words found. */
export function markWords(text: string, found: ReadonlySet<string>): Piece[] {
  return piecesOf(text, { start: 0, end: text.length }, rangesOf(text, found))
}

/**
 * Returns the sentence that holds most of the words found, with those that follow it while they are short;
 * of a very long one, the words around the first that was found.
 */
export function excerptOf(
  text: string,
  sentences: readonly Range[],
  found: ReadonlySet<string>,
): Excerpt {
  const hits = rangesOf(text, found)
  const all = sentences.length > 0 ? sentences : [{ start: 0, end: text.length }]
  const counts = all.map((sentence) => countDistinct(text, hits, sentence))
  const best = counts.indexOf(Math.max(...counts))
  const { start, end } = all[best] ?? { start: 0, end: text.length }
  const range =
    end - start > longestSentence
      ? wordsAround(text, { start, end }, hits)
      : { start, end: growTo(all.slice(best), start) }
  const shown = withoutSpace(text, range)
  return {
    pieces: piecesOf(text, shown, hits),
    before: text.slice(0, shown.start).trim() !== '',
    after: text.slice(shown.end).trim() !== '',
  }
}

function rangesOf(text: string, found: ReadonlySet<string>): Range[] {
  return [...text.matchAll(wordForm)]
    .filter(([word]) => found.has(word))
    .map(({ 0: word, index }) => ({ start: index, end: index + word.length }))
}

function countDistinct(text: string, hits: readonly Range[], { start, end }: Range): number {
  const within = hits.filter((hit) => hit.start >= start && hit.end <= end)
  return new Set(within.map((hit) => text.slice(hit.start, hit.end).toLowerCase())).size
}

/** Where the last sentence ends that is shown with the first. */
function growTo(sentences: readonly Range[], start: number): number {
  const [first, ...following] = sentences
  let end = first?.end ?? start
  for (const sentence of following) {
    if (sentence.end - start > together) break
    end = sentence.end
  }
  return end
}

/** Whole words of a sentence; where it has no spaces, characters. */
function wordsAround(text: string, { start, end }: Range, hits: readonly Range[]): Range {
  const within = hits.find((hit) => hit.start >= start && hit.end <= end)
  const hit = within ?? { start, end: start }
  const lead = hit.start - leadingWords
  const from = lead <= start ? start : afterSpace(text, { start: lead, end: hit.start })
  const last = Math.max(hit.end, beginningOf(text, from + longestSentence).length)
  if (last >= end) return { start: from, end }
  const space = text.slice(from, last).search(/\s\S*$/u)
  return { start: from, end: Math.max(space === -1 ? last : from + space, hit.end) }
}

function afterSpace(text: string, { start, end }: Range): number {
  const space = text.slice(start, end).search(/\s/u)
  return space === -1 ? end : start + space + 1
}

/** No space around it, and no sign before its first word that ends what is left out. */
function withoutSpace(text: string, { start, end }: Range): Range {
  const words = text.slice(start, end)
  const space = words.length - words.trimStart().length
  const signs = text.slice(0, start).trim() === '' ? 0 : wordStart(words)
  const lead = signs < words.length ? Math.max(space, signs) : space
  return { start: start + lead, end: start + Math.max(lead, words.trimEnd().length) }
}

/** Cells and lines are shown one after the other. */
function piecesOf(text: string, { start, end }: Range, hits: readonly Range[]): Piece[] {
  const within = hits.filter((hit) => hit.start >= start && hit.end <= end)
  const pieces: Piece[] = []
  let at = start
  for (const hit of within) {
    pieces.push({ text: text.slice(at, hit.start), found: false })
    pieces.push({ text: text.slice(hit.start, hit.end), found: true })
    at = hit.end
  }
  pieces.push({ text: text.slice(at, end), found: false })
  return pieces
    .filter((piece) => piece.text !== '')
    .map((piece) => ({ ...piece, text: onOneLine(piece.text) }))
}

function onOneLine(text: string): string {
  return text.replaceAll('\t', ' · ').replaceAll('\n', ' ')
}
