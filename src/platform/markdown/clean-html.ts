import type { Element, ElementContent, Nodes } from 'hast'

import { isSafeAddress } from './inline.ts'
import { isEmptyText } from './plain-lines.ts'

type Drop = (what: string) => void

const nestingLimit = 40

const wordSet = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Elements dropped with all that is in them, and counted. */
const droppedElements = wordSet(`
  script style template iframe frame frameset object embed applet form input button select
  textarea datalist progress meter output svg math canvas video audio map noembed noframes
  head base
`)

const keptElements = wordSet(`
  p strong em del ul ol li blockquote br hr code pre h1 h2 h3 h4 h5 h6 div
`)

/** What a reader would not tell from the element that Markdown can write. Underlined is stressed. */
const renamedElements: ReadonlyMap<string, string> = new Map([
  ['b', 'strong'],
  ['i', 'em'],
  ['u', 'em'],
  ['ins', 'em'],
  ['s', 'del'],
  ['strike', 'del'],
  ['menu', 'ul'],
  ['dir', 'ul'],
  ['listing', 'pre'],
  ['xmp', 'pre'],
  ['plaintext', 'pre'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['tt', 'code'],
])

const blockElements = wordSet(`
  html body section article main header footer nav aside address center figure figcaption
  details summary dialog fieldset legend search hgroup dl dt dd table caption thead tbody
  tfoot tr
`)

const plainElements = wordSet(`
  span a td th abbr acronym bdi bdo cite data dfn time label var wbr picture source
  noscript slot q colgroup col img
`)

const knownElements = new Set([
  ...keptElements,
  ...renamedElements.keys(),
  ...blockElements,
  ...plainElements,
])

/**
 * Returns a parsed piece of HTML with only the elements that Markdown can write, and of attributes
 * `href` and `start`. Cells of a row are joined by ` | `, images are links; `drop` is told what is
 * left out, once for each.
 */
export function cleanHtml(node: Nodes, drop: Drop): ElementContent[] {
  return cleanChildren(node, { drop, depth: 0, inList: false, inLink: false })
}

/** What the place of an element in its tree changes. */
type Place = { drop: Drop; depth: number; inList: boolean; inLink: boolean }

function cleanChildren(node: Nodes, place: Place): ElementContent[] {
  if (!('children' in node)) return []
  return node.children.flatMap((child) => cleanNode(child, place))
}

function cleanNode(node: Nodes, place: Place): ElementContent[] {
  if (node.type === 'text') return textOf(node.value.replaceAll('\uFDD0', '\uFFFD'))
  if (node.type === 'comment') place.drop('comment')
  if (node.type !== 'element') return []
  const left = whyDropped(node)
  if (left !== null) {
    place.drop(left)
    return []
  }
  reportLosses(node, place.drop)
  if (place.depth < nestingLimit) return cleanElement(node, { ...place, depth: place.depth + 1 })
  place.drop('nesting too deep')
  return textOf(` ${wordsOf(node)} `)
}

function whyDropped(element: Element): string | null {
  if (droppedElements.has(element.tagName)) return element.tagName
  const hidden = element.properties['hidden']
  return hidden !== undefined && hidden !== false ? 'hidden element' : null
}

function cleanElement(node: Element, place: Place): ElementContent[] {
  const tagName = renamedElements.get(node.tagName) ?? node.tagName
  const clean = cleaners.get(tagName)
  if (clean !== undefined) return clean(node, place)
  const children = cleanChildren(node, { ...place, inList: false })
  if (keptElements.has(tagName)) return keepApart(elementOf(tagName, children))
  return blockElements.has(tagName) ? keepApart(elementOf('div', children)) : children
}

const cleaners: ReadonlyMap<string, (node: Element, place: Place) => ElementContent[]> = new Map([
  ['img', cleanImage],
  ['a', cleanLink],
  ['tr', cleanRow],
  ['q', cleanQuote],
  ['ul', cleanList],
  ['ol', cleanList],
  ['li', cleanItem],
])

function cleanQuote(node: Element, place: Place): ElementContent[] {
  return [...textOf('“'), ...cleanChildren(node, place), ...textOf('”')]
}

function cleanList(node: Element, place: Place): ElementContent[] {
  const children = cleanChildren(node, { ...place, inList: true })
  const properties = node.tagName === 'ol' ? startOf(node) : {}
  return [{ ...elementOf(node.tagName === 'ol' ? 'ol' : 'ul', children), properties }]
}

/** An item that stands in no list is words like others. */
function cleanItem(node: Element, place: Place): ElementContent[] {
  const children = cleanChildren(node, { ...place, inList: false })
  return [elementOf(place.inList ? 'li' : 'div', children)]
}

const partingElements = wordSet(`
  p div blockquote h1 h2 h3 h4 h5 h6
`)

/** An empty block still keeps the words before it from those after it. */
function keepApart(element: Element): Element[] {
  const isEmpty = partingElements.has(element.tagName) && isEmptyText(wordsOf(element))
  return [isEmpty ? elementOf('br', []) : element]
}

function startOf(node: Element): { start?: number } {
  const start = Number(node.properties['start'] ?? 1)
  return Number.isSafeInteger(start) && start >= 0 && start < 1e9 && start !== 1 ? { start } : {}
}

function cleanRow(row: Element, place: Place): ElementContent[] {
  const cells = row.children.filter((child) => child.type === 'element')
  const children = cells.flatMap((cell, index) => {
    const words = cleanNode(cell, { ...place, inList: false })
    return index === 0 ? words : [...textOf(' | '), ...words]
  })
  return keepApart(elementOf('div', children))
}

function cleanImage(node: Element, place: Place): ElementContent[] {
  place.drop('image')
  const address = addressOf(node, 'src')
  const alt = node.properties['alt']
  const words = typeof alt === 'string' && !isEmptyText(alt) ? alt : null
  if (address === null || place.inLink) return textOf(words ?? '')
  return [linkTo(address, textOf(words ?? address))]
}

function cleanLink(node: Element, place: Place): ElementContent[] {
  const address = addressOf(node, 'href')
  const said = node.properties['href']
  if (address === null && typeof said === 'string' && said.trim() !== '') {
    const scheme = /^[a-z][a-z\d+.-]{0,20}:/i.exec(said.trim())?.[0].toLowerCase()
    place.drop(scheme === undefined ? 'relative link' : `${scheme} link`)
  }
  const children = cleanChildren(node, { ...place, inLink: address !== null || place.inLink })
  if (address === null || place.inLink) return children
  if (children.every((child) => isEmptyText(wordsOf(child)))) return []
  return [linkTo(address, children)]
}

function linkTo(href: string, children: ElementContent[]): Element {
  return { type: 'element', tagName: 'a', properties: { href }, children }
}

function addressOf(node: Element, name: string): string | null {
  const said = node.properties[name]
  const address = typeof said === 'string' ? said.trim() : ''
  return isSafeAddress(address) ? address.replace(/\s/g, encodeURIComponent) : null
}

function reportLosses(element: Element, drop: Drop): void {
  for (const name of Object.keys(element.properties)) {
    if (/^on/i.test(name)) drop('event handler')
    if (name === 'style') drop('style attribute')
  }
  const { tagName } = element
  if (tagName === 'p' && isEmptyText(wordsOf(element))) drop('empty paragraph')
  if (!knownElements.has(tagName)) drop(`formatting of ${tagName}`)
}

/** The words of an element, however deep they stand. */
function wordsOf(node: Nodes): string {
  const waiting: Nodes[] = [node]
  let words = ''
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.type === 'text') words += next.value
    if (next.type === 'element' && droppedElements.has(next.tagName)) continue
    if ('children' in next) waiting.push(...next.children.toReversed())
  }
  return words
}

function elementOf(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children }
}

function textOf(value: string): ElementContent[] {
  return value === '' ? [] : [{ type: 'text', value }]
}
