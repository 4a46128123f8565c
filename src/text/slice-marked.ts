import type { Mark, ParsedBlock } from './block.ts'
import type { MarkedText } from './collect-text.ts'

/** Words of a text, that stand in it from `from` on. */
export type Slice = MarkedText & { from: number }

/** Returns the words of a text from `start` up to `end`, with what its marks say of them. */
function sliceMarked({ text, marks, from = 0 }: Whole, start: number, end: number): Slice {
  const within = marks.flatMap((mark): Mark[] => {
    const kept = { start: Math.max(mark.start, start), end: Math.min(mark.end, end) }
    if (kept.start >= kept.end) return []
    return [{ ...mark, start: kept.start - start, end: kept.end - start }]
  })
  return { text: text.slice(start, end), marks: within, from: from + start }
}

type Whole = MarkedText & { from?: number }

/** Returns the rows of a table, and in each its cells. */
export function tableRows(table: MarkedText): Slice[][] {
  return splitMarked(table, '\n').map((row) => splitMarked(row, '\t'))
}

/** What a figure's text says: the alternatives of its pictures, and the caption under them. */
export type FigureText = { alternatives: string[]; caption: Slice | null }

/**
 * Returns the parts of a figure: by the rule of `Picture.described` where it has a picture; else words alone
 * are its alternative, unless they have marks.
 */
export function figureText(figure: ParsedBlock): FigureText {
  if (figure.picture) return ofPicture(figure, figure.picture.described)
  const lines = splitMarked(figure, '\n')
  const last = lines.at(-1)
  if (lines.length === 1 && figure.marks.length === 0) {
    return { alternatives: [figure.text], caption: null }
  }
  const alternatives = lines.slice(0, -1).map(({ text }) => text)
  return { alternatives: alternatives.length > 0 ? alternatives : [''], caption: last ?? null }
}

function ofPicture(figure: MarkedText, described: boolean): FigureText {
  const end = described ? figure.text.indexOf('\n') : -1
  if (described && end === -1) return { alternatives: [figure.text], caption: null }
  const alternative = figure.text.slice(0, Math.max(end, 0))
  const caption = sliceMarked(figure, end + 1, figure.text.length)
  return { alternatives: [alternative], caption: caption.text === '' ? null : caption }
}

function splitMarked(marked: Whole, separator: string): Slice[] {
  const parts: Slice[] = []
  let start = 0
  for (const part of marked.text.split(separator)) {
    parts.push(sliceMarked(marked, start, start + part.length))
    start += part.length + separator.length
  }
  return parts
}
