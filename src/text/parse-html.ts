import type { Element, Nodes, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'

import type { BlockKind, MarkStyle, ParsedBlock } from './block.ts'
import { collectText, type Piece } from './collect-text.ts'
import { readHeading } from './heading.ts'
import { attributeOf, blockElements, isDropped, reportDropped } from './html-elements.ts'
import { captionsOf, flattenElement, pictureOf, tableOf } from './html-flat.ts'
import { type Inline, readLanguage, stylesWithin } from './html-styles.ts'
import { listNumber } from './list-number.ts'
import { isBlank } from './normalise-text.ts'

export type ParsedDocument = {
  title: string | null
  /** The document's language as a canonical BCP 47 tag, when it says one that is well-formed. */
  lang: string | null
  blocks: ParsedBlock[]
  /** What was left out, most of it formatting and active content: never visible words in silence. */
  dropped: { what: string; count: number }[]
}

/** What the words at some place of the document become. */
type Place = {
  kind: BlockKind
  level: number
  number: string | null
  listDepth: number
  preformatted: boolean
  styles: readonly MarkStyle[]
  quoted: boolean
  /** Inside a list item: its first block is the item, what follows in it are paragraphs. */
  item: { begun: boolean } | null
}

type Reading = {
  title: string | null
  blocks: ParsedBlock[]
  pieces: Piece[]
  piecesPlace: Place
  inline: Inline
}

type ElementReader = (element: Element, place: Place, reading: Reading) => void

const body: Place = {
  kind: 'paragraph',
  level: 0,
  number: null,
  listDepth: 0,
  preformatted: false,
  quoted: false,
  styles: [],
  item: null,
}

/**
 * Returns the text of an HTML document as blocks. The first `h1` that has words is the title (else
 * the `title` element); `h2` is level 1, `h3` level 2 and so on. Whatever is left out is counted in
 * `dropped`. Marks are UTF-16 offsets in their block's text. Malformed HTML is read as browsers read
 * it; a document nested more than a thousand elements deep may throw a RangeError.
 */
export function parseHtml(html: string): ParsedDocument {
  const tree = fromHtml(html)
  const counts = new Map<string, number>()
  const drop = (what: string): void => {
    counts.set(what, (counts.get(what) ?? 0) + 1)
  }
  reportDropped(tree, drop)
  const root = findElement(tree, 'html')
  const lang = root === undefined ? null : readLanguage(attributeOf(root, 'lang'), drop)
  const reading: Reading = {
    title: null,
    blocks: [],
    pieces: [],
    piecesPlace: body,
    inline: { lang, drop },
  }
  readChildren(tree, body, reading)
  endBlock(reading)
  return {
    title: reading.title ?? titleInHead(root, reading.inline),
    lang,
    blocks: reading.blocks,
    dropped: [...counts].map(([what, count]) => ({ what, count })),
  }
}

function readChildren(parent: Element | Root, place: Place, reading: Reading): void {
  for (const child of parent.children) readNode(child, place, reading)
}

function readNode(node: Nodes, place: Place, reading: Reading): void {
  if (node.type === 'text') addText(node.value, place, reading)
  if (node.type !== 'element' || isDropped(node) || node.tagName === 'head') return
  if (node.tagName === 'br') return addPiece('line-break', place, reading)
  const styles = stylesWithin(node, place.styles, reading.inline)
  const styled = { ...place, styles }
  const read = readers.get(node.tagName)
  if (read !== undefined) return read(node, styled, reading)
  if (!blockElements.has(node.tagName)) return readChildren(node, styled, reading)
  endBlock(reading)
  readChildren(node, styled, reading)
  endBlock(reading)
}

function addText(text: string, place: Place, reading: Reading): void {
  const lines = place.preformatted ? text.split(/\r\n?|\n/) : [text]
  for (const [index, line] of lines.entries()) {
    if (index > 0) addPiece('line-break', place, reading)
    addPiece({ text: line, styles: place.styles }, place, reading)
  }
}

function addPiece(piece: Piece, place: Place, reading: Reading): void {
  if (reading.pieces.length === 0) reading.piecesPlace = place
  reading.pieces.push(piece)
}

function endBlock(reading: Reading): void {
  const marked = collectText(reading.pieces)
  reading.pieces = []
  if (isBlank(marked.text)) return
  const { kind, level, number, item } = reading.piecesPlace
  const follows = kind === 'list-item' && item?.begun === true
  if (item !== null && kind === 'list-item') item.begun = true
  const own = follows ? { kind: body.kind, level: 0, number: null } : { kind, level, number }
  reading.blocks.push({ ...own, ...marked })
}

const readers: ReadonlyMap<string, ElementReader> = new Map([
  ['h1', readTitle],
  ['h2', readHeadingElement],
  ['h3', readHeadingElement],
  ['h4', readHeadingElement],
  ['h5', readHeadingElement],
  ['h6', readHeadingElement],
  ['p', readParagraph],
  ['li', readParagraph],
  ['ul', readList],
  ['menu', readList],
  ['ol', readList],
  ['blockquote', readQuote],
  ['pre', readPreformatted],
  ['table', readTable],
  ['figure', readFigure],
  ['img', readFigure],
])

function readTitle(element: Element, place: Place, reading: Reading): void {
  if (reading.title !== null || place.quoted) return readHeadingElement(element, place, reading)
  endBlock(reading)
  const { text } = collectText(flattenElement(element, place.styles, reading.inline))
  if (isBlank(text)) return reading.inline.drop('empty heading')
  reading.title = text.replaceAll('\n', ' ')
}

function readHeadingElement(element: Element, place: Place, reading: Reading): void {
  endBlock(reading)
  const marked = collectText(flattenElement(element, place.styles, reading.inline))
  if (isBlank(marked.text)) return reading.inline.drop('empty heading')
  const level = Math.max(1, Number(element.tagName.slice(1)) - 1)
  const quote = { kind: 'quote', level: 0, number: null } as const
  const heading = place.quoted ? quote : readHeading(marked.text, level)
  reading.blocks.push({ ...heading, ...marked })
}

function readParagraph(element: Element, place: Place, reading: Reading): void {
  endBlock(reading)
  const before = reading.blocks.length
  readChildren(element, place, reading)
  endBlock(reading)
  if (reading.blocks.length > before) return
  reading.inline.drop(element.tagName === 'li' ? 'empty list item' : 'empty paragraph')
}

function readList(element: Element, place: Place, reading: Reading): void {
  endBlock(reading)
  const listDepth = place.listDepth + 1
  const ordered = element.tagName === 'ol'
  let value = Number.parseInt(attributeOf(element, 'start'), 10)
  if (Number.isNaN(value)) value = 1
  for (const child of element.children) {
    if (child.type !== 'element' || child.tagName !== 'li') {
      readNode(child, { ...place, listDepth }, reading)
      continue
    }
    const given = Number.parseInt(attributeOf(child, 'value'), 10)
    if (!Number.isNaN(given)) value = given
    const number = ordered ? listNumber(value, attributeOf(element, 'type')) : null
    const item = { begun: false }
    readNode(
      child,
      { ...place, kind: 'list-item', level: listDepth, listDepth, number, item },
      reading,
    )
    value += 1
  }
  endBlock(reading)
}

function readQuote(element: Element, place: Place, reading: Reading): void {
  endBlock(reading)
  const quote = { kind: 'quote', level: 0, number: null, item: null, quoted: true } as const
  readChildren(element, { ...place, ...quote, listDepth: 0 }, reading)
  endBlock(reading)
}

function readPreformatted(element: Element, place: Place, reading: Reading): void {
  endBlock(reading)
  readChildren(element, { ...place, preformatted: true }, reading)
  endBlock(reading)
}

function readTable(element: Element, place: Place, reading: Reading): void {
  endBlock(reading)
  for (const caption of captionsOf(element, place.styles, reading.inline)) {
    reading.blocks.push({ kind: 'paragraph', level: 0, number: null, ...caption })
  }
  const table = tableOf(element, place.styles, reading.inline)
  if (isBlank(table.text)) return reading.inline.drop('empty table')
  reading.blocks.push({ kind: 'table', level: 0, number: null, ...table })
}

function readFigure(element: Element, place: Place, reading: Reading): void {
  const picture = pictureOf(element, place.styles, reading.inline)
  if (picture !== null && !isBlank(picture.text)) {
    endBlock(reading)
    reading.blocks.push({ kind: 'figure', level: 0, number: null, ...picture })
    return
  }
  if (picture !== null || element.tagName === 'img') return
  endBlock(reading)
  readChildren(element, place, reading)
  endBlock(reading)
}

function titleInHead(root: Element | undefined, inline: Inline): string | null {
  const head = root && findElement(root, 'head')
  const title = head && findElement(head, 'title')
  const text = title ? collectText(flattenElement(title, [], inline)).text : ''
  return isBlank(text) ? null : text
}

function findElement(parent: Element | Root, tag: string): Element | undefined {
  for (const child of parent.children) {
    if (child.type === 'element' && child.tagName === tag) return child
  }
  return undefined
}
