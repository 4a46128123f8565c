import type { Child } from 'hono/jsx'
import { nestMarks, withoutRaisedReferences, type Mark, type Nested } from '../text/index.ts'

/** A note as a reference leads to it. */
export type ReferredNote = { id: string; isFirst: boolean }

type Props = {
  words: { text: string; marks: readonly Mark[] }
  noteOf: (mark: Mark) => ReferredNote | undefined
}

/** Words with their marks, as `parseHtml` reads them again; a reference leads to its note. */
export function OfflineWords({ words: { text, marks }, noteOf }: Props) {
  const notes = new Map<number, ReferredNote>()
  for (const mark of marks) {
    const note = mark.kind === 'note-reference' ? noteOf(mark) : undefined
    if (note) notes.set(mark.start, note)
  }
  const isLed = ({ kind, start }: Mark) => kind === 'note-reference' && notes.has(start)
  const kept = withoutRaisedReferences(marks, isLed)
  return <>{nestMarks({ text, marks: kept }).map((node) => showNode(node, notes))}</>
}

function showNode(node: Nested, notes: ReadonlyMap<number, ReferredNote>): Child {
  if (typeof node === 'string') return showLines(node)
  const { mark } = node
  const note = mark.kind === 'note-reference' ? notes.get(mark.start) : undefined
  const inner = node.children.map((child) => showNode(child, notes))
  return note ? showReference(note, inner) : showMark(mark, inner)
}

function showReference({ id, isFirst }: ReferredNote, inner: Child) {
  return (
    <sup>
      <a role="doc-noteref" href={`#${id}`} id={isFirst ? `to-${id}` : undefined}>
        {inner}
      </a>
    </sup>
  )
}

function showMark(mark: Mark, inner: Child): Child {
  switch (mark.kind) {
    case 'strong':
      return <strong>{inner}</strong>
    case 'emphasis':
      return <em>{inner}</em>
    case 'link':
      return <a href={mark.href}>{inner}</a>
    case 'language':
      return <span lang={mark.lang}>{inner}</span>
    case 'superscript':
      return <sup>{inner}</sup>
    case 'subscript':
      return <sub>{inner}</sub>
    case 'note-reference':
      return inner
  }
}

function showLines(text: string): Child {
  return text.split('\n').map((line, at) => (
    <>
      {at > 0 && <br />}
      {line}
    </>
  ))
}
