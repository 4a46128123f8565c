import type { PhrasingContent } from 'mdast'

import type { Mark } from './block.ts'
import type { MarkedText } from './collect-text.ts'
import { nestMarks, type Nested } from './nest-marks.ts'
import { withoutRaisedReferences } from './refer-notes.ts'

type Words = MarkedText & {
  /** Where a line break would end what the words stand in, HTML's does not. */
  breaks: 'markdown' | 'html'
  /** What the note that a mark refers to is called; undefined where there is none. */
  noteNameOf: (mark: Mark) => string | undefined
}

/** Returns words with their marks as Markdown's tree has them; what it has no sign for is HTML. */
export function writeWords({ text, marks, breaks, noteNameOf }: Words): PhrasingContent[] {
  const names = new Map<Mark, string>()
  for (const mark of marks) {
    const name = mark.kind === 'note-reference' ? noteNameOf(mark) : undefined
    if (name !== undefined) names.set(mark, name)
  }
  const kept = withoutRaisedReferences(marks, (mark) => names.has(mark))
  const nameAt = new Map([...names].map(([mark, name]) => [mark.start, name]))
  return nestMarks({ text, marks: kept }).flatMap((node) => writeNode(node, { breaks, nameAt }))
}

type Writing = { breaks: Words['breaks']; nameAt: ReadonlyMap<number, string> }

function writeNode(node: Nested, writing: Writing): PhrasingContent[] {
  if (typeof node === 'string') return writeLines(node, writing.breaks)
  const { mark } = node
  const name = mark.kind === 'note-reference' ? writing.nameAt.get(mark.start) : undefined
  if (name !== undefined) return [{ type: 'footnoteReference', identifier: name, label: name }]
  const children = node.children.flatMap((child) => writeNode(child, writing))
  const tag = tagOf(mark)
  if (tag) return [html(`<${tag}>`), ...children, html(`</${tag.split(' ')[0]}>`)]
  switch (mark.kind) {
    case 'strong':
    case 'emphasis':
      return [{ type: mark.kind, children }]
    case 'link':
      return [{ type: 'link', url: mark.href, children }]
    default:
      return children
  }
}

/** Of what Markdown has no sign for. */
function tagOf(mark: Mark): string | null {
  if (mark.kind === 'superscript') return 'sup'
  if (mark.kind === 'subscript') return 'sub'
  return mark.kind === 'language' ? `span lang="${mark.lang}"` : null
}

function writeLines(text: string, breaks: Words['breaks']): PhrasingContent[] {
  return text.split('\n').flatMap((line, at): PhrasingContent[] => {
    const words: PhrasingContent[] = line === '' ? [] : [{ type: 'text', value: line }]
    if (at === 0) return words
    return [breaks === 'html' ? html('<br>') : { type: 'break' }, ...words]
  })
}

function html(value: string): PhrasingContent {
  return { type: 'html', value }
}
