import type { Mark, MarkStyle } from './block.ts'
import { compose } from './compose.ts'

/** Words of a document in order, with the styles that hold there; `line-break` is a hard one. */
export type Piece = { text: string; styles: readonly MarkStyle[] } | 'line-break'

export type MarkedText = { text: string; marks: Mark[] }

type Stretch = { start: number; end: number; styles: readonly MarkStyle[] }

/**
 * Returns the pieces as one text, by the rules of `normaliseText`, with the marks of its styles
 * (UTF-16 offsets). Marks of the same style that touch or overlap are one mark.
 */
export function collectText(pieces: readonly Piece[]): MarkedText {
  const chunks: string[] = []
  const stretches: Stretch[] = []
  let length = 0
  let last = '\n'
  for (const piece of pieces) {
    if (piece === 'line-break') {
      if (length > 0) chunks.push('\n')
      if (length > 0) length += 1
      last = '\n'
      continue
    }
    let text = spaceOnce(piece.text)
    if (text.startsWith(' ') && (last === ' ' || last === '\n')) text = text.slice(1)
    if (text === '') continue
    chunks.push(text)
    stretches.push({ start: length, end: length + text.length, styles: piece.styles })
    length += text.length
    last = text.at(-1) ?? last
  }
  return tidyText(chunks.join(''), stretches)
}

/** White space that is not one space: most texts have none, and stay as they are. */
const spaced = /[^\S \u00A0\u202F]| {2}/u

function spaceOnce(text: string): string {
  return spaced.test(text) ? text.replace(/[^\S\u00A0\u202F]+/gu, ' ') : text
}

/** Returns the texts joined by the separator, their marks moved with them. */
export function joinTexts(texts: readonly MarkedText[], separator: string): MarkedText {
  const marks: Mark[] = []
  let at = 0
  for (const { text, marks: own } of texts) {
    for (const mark of own) marks.push({ ...mark, start: mark.start + at, end: mark.end + at })
    at += text.length + separator.length
  }
  return { text: texts.map(({ text }) => text).join(separator), marks }
}

/** Drops the space before a line break and at the end, composes to NFC, and moves the marks. */
function tidyText(raw: string, stretches: readonly Stretch[]): MarkedText {
  const text = tidy(raw)
  const marks = marksOf(stretches)
  const places = text === raw ? null : tidiedPlaces(raw, marks)
  for (const mark of marks) {
    mark.start = Math.min(places?.get(mark.start) ?? mark.start, text.length)
    mark.end = Math.min(places?.get(mark.end) ?? mark.end, text.length)
  }
  return { text, marks: marks.filter((mark) => mark.start < mark.end) }
}

function tidy(raw: string): string {
  const composed = compose(raw)
  const text = composed.includes(' \n') ? composed.replaceAll(' \n', '\n') : composed
  return text.endsWith(' ') || text.endsWith('\n') ? text.replace(/[ \n]+$/, '') : text
}

/** Characters compose with a few before them at most: what stands further back isn't read again. */
const reach = 32

/** Where the ends of the marks are once the text is tidy; one pass, however many they are. */
function tidiedPlaces(raw: string, marks: readonly Mark[]): Map<number, number> {
  const offsets = new Set(marks.flatMap(({ start, end }) => [start, end]))
  const places = new Map<number, number>()
  let last = 0
  let place = 0
  for (const offset of [...offsets].toSorted((one, other) => one - other)) {
    const from = Math.max(0, last - reach)
    place += tidiedLength(raw, from, offset) - tidiedLength(raw, from, last)
    places.set(offset, place)
    last = offset
  }
  return places
}

function tidiedLength(raw: string, from: number, to: number): number {
  const dropped = raw.slice(Math.max(0, to - 1), to + 1) === ' \n' ? 1 : 0
  return compose(raw.slice(from, to - dropped)).replace(/ \n/g, '\n').length
}

function marksOf(stretches: readonly Stretch[]): Mark[] {
  const marks: Mark[] = []
  const open = new Map<string, Mark>()
  for (const { start, end, styles } of stretches) {
    for (const style of styles) {
      const key = JSON.stringify(style)
      const before = open.get(key)
      if (before !== undefined && before.end >= start) {
        before.end = end
        continue
      }
      const mark = { ...style, start, end }
      open.set(key, mark)
      marks.push(mark)
    }
  }
  return marks
}
