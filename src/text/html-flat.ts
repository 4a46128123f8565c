import type { Element, Nodes } from 'hast'

import type { MarkStyle } from './block.ts'
import { collectText, joinTexts, type MarkedText, type Piece } from './collect-text.ts'
import { attributeOf, blockElements, isDropped } from './html-elements.ts'
import { type Inline, stylesWithin } from './html-styles.ts'
import { isBlank } from './normalise-text.ts'
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

/** Returns the captions of a table that have words. */
export function captionsOf(table: Element, styles: Styles, inline: Inline): MarkedText[] {
  return childElements(table)
    .filter(({ tagName }) => tagName === 'caption')
    .map((caption) => readCell(caption, styles, inline))
    .filter(({ text }) => !isBlank(text))
}

/** Returns a table's words: its cells joined by TAB and its rows by LF; none for blank rows. */
export function tableOf(table: Element, styles: Styles, inline: Inline): MarkedText {
  const groups = childElements(table).flatMap((child) =>
    /^t(?:head|body|foot)$/.test(child.tagName) ? childElements(child) : [child],
  )
  const rows = groups.filter(({ tagName }) => tagName === 'tr')
  const texts = rows.map((row) => {
    const cells = childElements(row).filter(({ tagName }) => /^t[dh]$/.test(tagName))
    return joinTexts(
      cells.map((cell) => readCell(cell, styles, inline)),
      '\t',
    )
  })
  return joinTexts(
    texts.filter(({ text }) => !isBlank(text)),
    '\n',
  )
}

/**
 * Returns the words of an `img`, or of a `figure` that is a picture and its caption: the
 * alternative and the caption, joined by LF; '' when it has neither. Null when the figure is a
 * frame around something else.
 */
export function pictureOf(element: Element, styles: Styles, inline: Inline): MarkedText | null {
  const inside = descendants(element)
  const pictures = inside.filter(({ tagName }) => tagName === 'img')
  if (pictures.length === 0) return null
  if (inside.some((one) => one !== element && framedElements.has(one.tagName))) return null
  const alternatives = pictures.map((img) => collectText([alternativeOf(img, styles, inline)]))
  const flattening = { inline, lineBreaks: false, pictures: false }
  const caption = collectText(flattenChildren(element, styles, flattening))
  return joinTexts(
    [...alternatives, caption].filter(({ text }) => !isBlank(text)),
    '\n',
  )
}

function readCell(cell: Element, styles: Styles, inline: Inline): MarkedText {
  const within = stylesWithin(cell, styles, inline)
  return collectText(flattenChildren(cell, within, { inline, lineBreaks: false, pictures: true }))
}

function flattenChildren(parent: Element, styles: Styles, flattening: Flattening): Piece[] {
  return parent.children.flatMap((child) => flattenNode(child, styles, flattening))
}

function flattenNode(node: Nodes, styles: Styles, flattening: Flattening): Piece[] {
  if (node.type === 'text') return [{ text: node.value, styles }]
  if (node.type !== 'element' || isDropped(node)) return []
  if (node.tagName === 'br') return [flattening.lineBreaks ? 'line-break' : edge]
  if (node.tagName === 'img') {
    return flattening.pictures
      ? [edge, alternativeOf(node, styles, flattening.inline), edge]
      : [edge]
  }
  const within = stylesWithin(node, styles, flattening.inline)
  const pieces = flattenChildren(node, within, flattening)
  return blockElements.has(node.tagName) ? [edge, ...pieces, edge] : pieces
}

function alternativeOf(img: Element, styles: Styles, inline: Inline): Piece {
  const text = attributeOf(img, 'alt')
  if (isBlank(text)) inline.drop('image without alternative')
  return { text, styles }
}

function childElements(parent: Element): Element[] {
  return parent.children
    .filter((child) => child.type === 'element')
    .filter((one) => !isDropped(one))
}

function descendants(element: Element): Element[] {
  return [element, ...childElements(element).flatMap(descendants)]
}
