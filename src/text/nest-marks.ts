import type { Mark } from './block.ts'

/** Words of a text, or a mark with what stands in it. */
export type Nested = string | { mark: Mark; children: Nested[] }

/**
 * Returns the text with its marks as a tree, as HTML and Markdown have them: the one that begins first and
 * reaches furthest is outside, and one that would reach out of another is continued after it.
 */
export function nestMarks({ text, marks }: { text: string; marks: readonly Mark[] }): Nested[] {
  return nestWithin(text, inReadingOrder(marks), { from: 0, to: text.length })
}

type Range = { from: number; to: number }

function nestWithin(text: string, marks: readonly Mark[], { from, to }: Range): Nested[] {
  const nodes: Nested[] = []
  const waiting = marks.toReversed()
  let at = from
  for (let mark = waiting.pop(); mark !== undefined; mark = waiting.pop()) {
    if (mark.start > at) nodes.push(text.slice(at, mark.start))
    const end = Math.min(mark.end, to)
    const inside: Mark[] = []
    const beyond: Mark[] = []
    while ((waiting.at(-1)?.start ?? end) < end) {
      const other = waiting.pop()
      if (other === undefined) break
      inside.push({ ...other, end: Math.min(other.end, end) })
      if (other.end > end) beyond.push({ ...other, start: end })
    }
    waiting.push(...inReadingOrder(beyond).toReversed())
    const range = { from: mark.start, to: end }
    nodes.push({ mark, children: nestWithin(text, inside, range) })
    at = end
  }
  if (at < to) nodes.push(text.slice(at, to))
  return nodes
}

function inReadingOrder(marks: readonly Mark[]): Mark[] {
  return marks.toSorted((one, other) => one.start - other.start || other.end - one.end)
}
