import type { Element, Nodes, Root } from 'hast'

import type { BlockKind, MarkStyle, ParsedBlock } from './block.ts'
import { collectText, joinTexts, type Piece } from './collect-text.ts'
import { readHeading } from './heading.ts'
import { attributeOf, blockElements, isDropped, likeHeading, ownNumber } from './html-elements.ts'
import {
  captionsOf,
  flattenElement,
  frameOf,
  pictureOf,
  tableOf,
  titlePieces,
  withoutHyphens,
} from './html-flat.ts'
import { referencePiece } from './html-notes.ts'
import { type Inline, stylesWithin } from './html-styles.ts'
import { listNumber } from './list-number.ts'
import { isBlank } from './normalise-text.ts'

/** What the words at some place of the document become. */
type Place = {
  kind: BlockKind
  level: number
  number: string | null
  listDepth: number
  preformatted: boolean
  styles: readonly MarkStyle[]
  quoted: boolean
  /** Inside a note everything is lines of words. */
  noted: boolean
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
  noted: false,
  styles: [],
  item: null,
}

/** Returns the blocks of a tree, in order, and its title: the first `h1` that has words. */
export function readBlocks(
  tree: Root,
  inline: Inline,
): { title: string | null; blocks: ParsedBlock[] } {
  const reading: Reading = { title: null, blocks: [], pieces: [], piecesPlace: body, inline }
  readChildren(tree, body, reading)
  endBlock(reading)
  return { title: reading.title, blocks: reading.blocks }
}

function readChildren(parent: Element | Root, place: Place, reading: Reading): void {
  for (const child of parent.children) readNode(child, place, reading)
}

function readNode(node: Nodes, place: Place, reading: Reading): void {
  if (node.type === 'text') addText(withoutHyphens(node.value), place, reading)
  if (node.type !== 'element' || isDropped(node) || node.tagName === 'head') return
  if (node.tagName === 'br') return addPiece('line-break', place, reading)
  const { notes } = reading.inline
  const reference = referencePiece(node, place.styles, notes)
  if (reference !== null) return addPiece(reference, place, reading)
  if (!notes.silent.has(node)) readElement(node, place, reading)
}

function readElement(node: Element, place: Place, reading: Reading): void {
  const styles = stylesWithin(node, place.styles, reading.inline)
  const styled = styles === place.styles ? place : { ...place, styles }
  const note = reading.inline.notes.numbers.get(node)
  if (note !== undefined) return readNote(node, note, styled, reading)
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
  if (reading.pieces.length === 0) return
  const marked = collectText(reading.pieces)
  reading.pieces = []
  if (isBlank(marked.text)) return
  const { kind, level, number, item } = reading.piecesPlace
  const follows = kind === 'list-item' && item?.begun === true
  if (item !== null && kind === 'list-item') item.begun = true
  const own = follows ? { kind: body.kind, level: 0, number: null } : { kind, level, number }
  reading.blocks.push({ ...own, ...marked })
}

const named = (names: readonly string[], read: ElementReader) =>
  names.map((name) => [name, read] as const)

const readers: ReadonlyMap<string, ElementReader> = new Map([
  ['h1', readTitle],
  ...named(['h2', 'h3', 'h4', 'h5', 'h6'], readHeadingElement),
  ...named(['p', 'li'], readParagraph),
  ...named(['ul', 'menu', 'ol'], readList),
  ['blockquote', readQuote],
  ['pre', readPreformatted],
  ['table', readTable],
  ['figure', readFigure],
  ['img', readFigure],
])

function readTitle(element: Element, place: Place, reading: Reading): void {
  if (reading.title !== null || place.quoted) return readHeadingElement(element, place, reading)
  endBlock(reading)
  const { text } = collectText(titlePieces(element, reading.inline))
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
  const first = reading.blocks[before]
  if (first !== undefined && element.properties[likeHeading] === true) first.likeHeading = true
  if (first !== undefined) return
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
    const shown = attributeOf(child, ownNumber) || attributeOf(child, 'dataNumber')
    const number = ordered ? shown || listNumber(value, attributeOf(element, 'type')) : null
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

/** A note is one block, however many paragraphs it has: they are its lines. */
function readNote(element: Element, number: string | null, place: Place, reading: Reading): void {
  endBlock(reading)
  const inside: Reading = { ...reading, blocks: [], pieces: [] }
  readChildren(element, { ...body, styles: place.styles, quoted: true, noted: true }, inside)
  endBlock(inside)
  const marked = joinTexts(inside.blocks, '\n')
  if (isBlank(marked.text)) return reading.inline.drop('empty note')
  reading.blocks.push({ kind: 'note', level: 0, number, ...marked })
}

function readTable(element: Element, place: Place, reading: Reading): void {
  endBlock(reading)
  if (place.noted) {
    for (const piece of flattenElement(element, place.styles, reading.inline)) {
      addPiece(piece, place, reading)
    }
    return endBlock(reading)
  }
  const frame = frameOf(element)
  if (frame !== null) return readFrame(frame, place, reading)
  for (const caption of captionsOf(element, place.styles, reading.inline)) {
    reading.blocks.push({ kind: 'paragraph', level: 0, number: null, ...caption })
  }
  const table = tableOf(element, place.styles, reading.inline)
  if (isBlank(table.text)) return reading.inline.drop('empty table')
  reading.blocks.push({ kind: 'table', level: 0, number: null, ...table })
}

/** A table of one cell draws a frame around words: they are read as they would be without it. */
function readFrame(cell: Element, place: Place, reading: Reading): void {
  const before = reading.blocks.length
  readChildren(cell, place, reading)
  endBlock(reading)
  const found = reading.blocks.length > before
  reading.inline.drop(found ? 'frame around words' : 'empty table')
}

function readFigure(element: Element, place: Place, reading: Reading): void {
  const picture = pictureOf(element, place.styles, reading.inline)
  if (picture !== null && !isBlank(picture.text)) {
    endBlock(reading)
    // A note is words alone.
    if (place.noted && picture.picture) reading.inline.drop('picture within words')
    reading.blocks.push({ kind: 'figure', level: 0, number: null, ...picture })
    return
  }
  if (picture !== null || element.tagName === 'img') return
  endBlock(reading)
  readChildren(element, place, reading)
  endBlock(reading)
}
