import type { Element, ElementContent, Root, Text } from 'hast'

import { attributeOf, ownNumber, likeHeading } from './html-elements.ts'

/**
 * What mammoth has no word for is carried through it as the name of a bookmark. A file that holds
 * such names itself says of its own text what it could say in other ways.
 */
export type DocxMark = { kind: 'number' | 'alternative' | 'prominent'; text: string }

const written = /^vivace-(number|alternative|prominent) ([^]*)$/

/** Returns a bookmark that stands for the mark, with the prefix that the file gives Word's elements. */
export function writeMark({ kind, text }: DocxMark, prefix: string): string {
  const name = `vivace-${kind} ${text}`.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`)
  return `<${prefix}bookmarkStart ${prefix}id="0" ${prefix}name="${name}"/>`
}

type Around = { block: Element | null; cell: boolean }

const blocks = /^(?:p|li|h[1-6])$/

/**
 * Puts what the bookmarks of a tree stand for in its place: a picture with that alternative; the
 * number of a list item; what else Word shows before a paragraph, as words of it.
 */
export function placeMarks(tree: Root): void {
  placeWithin(tree, { block: null, cell: false })
}

function placeWithin(parent: Root | Element, around: Around): void {
  for (const [index, child] of parent.children.entries()) {
    if (child.type !== 'element') continue
    const mark = child.tagName === 'a' ? written.exec(attributeOf(child, 'id')) : null
    if (mark !== null) parent.children[index] = place(mark[1] ?? '', mark[2] ?? '', around)
    else placeWithin(child, enter(child, around))
  }
}

function enter(element: Element, around: Around): Around {
  const { tagName } = element
  if (tagName === 'td' || tagName === 'th') return { block: null, cell: true }
  return blocks.test(tagName) ? { ...around, block: element } : around
}

function place(kind: string, text: string, { block, cell }: Around): ElementContent {
  if (kind === 'alternative') return pictureOf(text)
  const inList = block?.tagName === 'li' && !cell
  if (kind === 'number' && !inList) return words(`${text} `)
  if (block !== null && kind === 'number') block.properties[ownNumber] = bareNumber(text)
  if (block !== null && kind === 'prominent') block.properties[likeHeading] = true
  return words('')
}

/** «(a)» and «1.» are the numbers a and 1. */
function bareNumber(text: string): string {
  return text.replace(/^[([\s]+|[.)\]:\s–—-]+$/gu, '') || text
}

function words(value: string): Text {
  return { type: 'text', value }
}

function pictureOf(alt: string): Element {
  return { type: 'element', tagName: 'img', properties: { alt }, children: [] }
}
