import type { Element, Nodes } from 'hast'

import type { MarkStyle } from './block.ts'
import { collectText, joinTexts, type MarkedText, type Piece } from './collect-text.ts'
import { attributeOf, blockElements, isDropped, pictureKept } from './html-elements.ts'
import { referencePiece } from './html-notes.ts'
import { type Inline, stylesWithin } from './html-styles.ts'
import { isBlank } from './normalise-text.ts'
import type { KeptPicture, Picture } from './picture.ts'
import { wordSet } from './word-set.ts'

type Styles = readonly MarkStyle[]

type Flattening = { inline: Inline; lineBreaks: boolean; pictures: boolean }

const edge: Piece = { text: ' ', styles: [] }

/** What a figure holds when it isn't a picture with its caption, but a block put in a frame. */
const framedElements = wordSet('table blockquote ul ol pre figure h1 h2 h3 h4 h5 h6')

/** Returns the words of an element that is one block whatever it holds: blocks in it are spaced. */
export function flattenElement(element: Element, styles: Styles, inline: Inline): Piece[] {
  return flattenChildren(element, styles, { inline, lineBreaks: true, pictures: true })
}

/** Returns the words of a title, which is quoted where no note follows: without its references. */
export function titlePieces(element: Element, inline: Inline): Piece[] {
  return flattenElement(element, [], inline).filter((piece) => {
    const refers =
      piece !== 'line-break' && piece.styles.some(({ kind }) => kind === 'note-reference')
    if (refers) inline.drop('note reference in the title')
    return !refers
  })
}

/** Returns the captions of a table that have words. */
export function captionsOf(table: Element, styles: Styles, inline: Inline): MarkedText[] {
  return childElements(table)
    .filter(({ tagName }) => tagName === 'caption')
    .map((caption) => readCell(caption, styles, inline))
    .filter(({ text }) => !isBlank(text))
}

/** Returns the words without the soft hyphens, at which they may be broken. */
export function withoutHyphens(text: string): string {
  return text.replaceAll('\u00AD', '')
}

/** Returns the one cell of a table that only draws a frame around it; null for any other. */
export function frameOf(table: Element): Element | null {
  const rows = rowsOf(table)
  const cells = rows.flatMap(cellsOf)
  const captioned = childElements(table).some(({ tagName }) => tagName === 'caption')
  return rows.length === 1 && cells.length === 1 && !captioned ? (cells[0] ?? null) : null
}

/**
 * Returns a table's words: its cells joined by TAB and its rows by LF; none for blank rows. A cell
 * that reaches over others says its words once and leaves the others empty, so that columns stay.
 */
export function tableOf(table: Element, styles: Styles, inline: Inline): MarkedText {
  const reached = new Map<number, number>()
  const texts = rowsOf(table).map((row) => {
    const cells: MarkedText[] = []
    const skip = (): void => {
      for (let down = reached.get(cells.length); down; down = reached.get(cells.length)) {
        reached.set(cells.length, down - 1)
        cells.push(nothing)
      }
    }
    for (const cell of cellsOf(row)) {
      skip()
      const [across, down] = [spanOf(cell, 'colSpan'), spanOf(cell, 'rowSpan')]
      const text = readCell(cell, styles, inline)
      for (let column = 0; column < across; column += 1) {
        if (down > 1) reached.set(cells.length, down - 1)
        cells.push(column === 0 ? text : nothing)
      }
    }
    skip()
    return joinTexts(cells, '\t')
  })
  return joinTexts(
    texts.filter(({ text }) => !isBlank(text)),
    '\n',
  )
}

const nothing: MarkedText = { text: '', marks: [] }

/** Cells: no table that people read is wider, and a longer reach is no more than a mistake. */
const longestSpan = 100

function spanOf(cell: Element, name: 'colSpan' | 'rowSpan'): number {
  const span = Math.trunc(Number(attributeOf(cell, name)) || 1)
  return span >= 1 && span <= longestSpan ? span : 1
}

function rowsOf(table: Element): Element[] {
  const groups = childElements(table).flatMap((child) =>
    /^t(?:head|body|foot)$/.test(child.tagName) ? childElements(child) : [child],
  )
  return groups.filter(({ tagName }) => tagName === 'tr')
}

function cellsOf(row: Element): Element[] {
  return childElements(row).filter(({ tagName }) => /^t[dh]$/.test(tagName))
}

export type Figure = MarkedText & { picture?: Picture }

/**
 * Returns the words of an `img`, or of a `figure` that is a picture and its caption: the
 * alternative and the caption, joined by LF, '' when it has neither; and the picture, where it was
 * kept. Of several it is the first that was, and its alternative stands first. Null when the figure is
 * a frame around something else.
 */
export function pictureOf(element: Element, styles: Styles, inline: Inline): Figure | null {
  const inside = descendants(element)
  const pictures = inside.filter(({ tagName }) => tagName === 'img')
  if (pictures.length === 0) return null
  if (inside.some((one) => one !== element && framedElements.has(one.tagName))) return null
  const flattening = { inline, lineBreaks: false, pictures: false }
  const caption = collectText(flattenChildren(element, styles, flattening))
  const [shown, ...further] = pictures.filter((img) => keptOf(img, inline) !== undefined)
  for (const _ of further) inline.drop('further picture of a figure')
  const others = pictures.filter((img) => img !== shown)
  const alternatives = others.map((img) => collectText([wordsOfPicture(img, styles)]))
  dropSilent(alternatives, inline)
  if (shown !== undefined) return showPicture(shown, styles, { inline, alternatives, caption })
  return joinLines([...alternatives, caption])
}

type Said = { inline: Inline; alternatives: MarkedText[]; caption: MarkedText }

/** A picture that no words stand for is not kept. */
function showPicture(
  img: Element,
  styles: Styles,
  { inline, alternatives, caption }: Said,
): Figure {
  const alternative = collectText([wordsOfPicture(img, styles)])
  const words = joinLines([alternative, ...alternatives, caption])
  const kept = keptOf(img, inline)
  if (kept === undefined || isBlank(words.text)) {
    dropSilent([alternative], inline)
    return words
  }
  const { sha256, type, width, height } = kept
  const described = !isBlank(alternative.text)
  return { ...words, picture: { sha256, type, width, height, described } }
}

function dropSilent(alternatives: readonly MarkedText[], { drop }: Inline): void {
  for (const { text } of alternatives) if (isBlank(text)) drop('image without alternative')
}

function joinLines(texts: readonly MarkedText[]): MarkedText {
  return joinTexts(
    texts.filter(({ text }) => !isBlank(text)),
    '\n',
  )
}

function keptOf(img: Element, { pictures }: Inline): KeptPicture | undefined {
  return pictures.get(attributeOf(img, pictureKept))
}

function readCell(cell: Element, styles: Styles, inline: Inline): MarkedText {
  const within = stylesWithin(cell, styles, inline)
  return collectText(flattenChildren(cell, within, { inline, lineBreaks: false, pictures: true }))
}

function flattenChildren(parent: Element, styles: Styles, flattening: Flattening): Piece[] {
  return parent.children.flatMap((child) => flattenNode(child, styles, flattening))
}

function flattenNode(node: Nodes, styles: Styles, flattening: Flattening): Piece[] {
  if (node.type === 'text') return [{ text: withoutHyphens(node.value), styles }]
  if (node.type !== 'element' || isDropped(node)) return []
  if (node.tagName === 'br') return [flattening.lineBreaks ? 'line-break' : edge]
  if (node.tagName === 'img') {
    return flattening.pictures
      ? [edge, alternativeOf(node, styles, flattening.inline), edge]
      : [edge]
  }
  const { notes } = flattening.inline
  const reference = referencePiece(node, styles, notes)
  if (reference !== null) return [reference]
  return notes.silent.has(node) ? [] : flattenStyled(node, styles, flattening)
}

function flattenStyled(node: Element, styles: Styles, flattening: Flattening): Piece[] {
  const within = stylesWithin(node, styles, flattening.inline)
  const pieces = flattenChildren(node, within, flattening)
  return blockElements.has(node.tagName) ? [edge, ...pieces, edge] : pieces
}

/** Of a picture among words, which stay without it. */
function alternativeOf(img: Element, styles: Styles, inline: Inline): Piece {
  if (isBlank(attributeOf(img, 'alt'))) inline.drop('image without alternative')
  else if (keptOf(img, inline) !== undefined) inline.drop('picture within words')
  return wordsOfPicture(img, styles)
}

function wordsOfPicture(img: Element, styles: Styles): Piece & object {
  return { text: attributeOf(img, 'alt'), styles }
}

function childElements(parent: Element): Element[] {
  return parent.children
    .filter((child) => child.type === 'element')
    .filter((one) => !isDropped(one))
}

function descendants(element: Element): Element[] {
  return [element, ...childElements(element).flatMap(descendants)]
}
