import type { Element, Nodes } from 'hast'

import type { MarkStyle } from './block.ts'
import { wordSet } from './word-set.ts'

/** Elements that are dropped with all that is in them, and counted. */
const droppedElements = wordSet(`
  script style template iframe frameset object embed applet
  form input button select textarea datalist progress meter output
  svg math canvas video audio map noembed noframes hr
`)

/** Elements that begin and end a block. */
export const blockElements = wordSet(`
  html body div main section article header footer nav aside
  p h1 h2 h3 h4 h5 h6 hgroup address center pre blockquote
  ul ol menu dir li dl dt dd figure figcaption details
  summary dialog fieldset legend search optgroup option
  table caption colgroup col thead tbody tfoot tr td th
`)

/** Inline elements whose text is kept and that say nothing a reader would miss. */
const plainElements = wordSet(`
  span a abbr acronym bdi bdo cite data dfn time label var
  br wbr img picture source font small big noscript slot
  head title meta link base basefont
`)

const styles: ReadonlyMap<string, MarkStyle> = new Map([
  ['strong', { kind: 'strong' }],
  ['b', { kind: 'strong' }],
  ['em', { kind: 'emphasis' }],
  ['i', { kind: 'emphasis' }],
  ['sup', { kind: 'superscript' }],
  ['sub', { kind: 'subscript' }],
] as const)

/** Properties of our own: no document can have an attribute with a space in its name. */
export const ownNumber = 'number shown'
export const likeHeading = 'like a heading'
export const pictureKept = 'picture kept'

/** Returns the mark that the element's name stands for, if any. */
export function styleOf(tag: string): MarkStyle | undefined {
  return styles.get(tag)
}

/** Returns an attribute as text: '' when it isn't there. Names are hast's: `colSpan`. */
export function attributeOf(element: Element, name: string): string {
  const value = element.properties[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** Returns whether the element and all that is in it are left out. */
export function isDropped(element: Element): boolean {
  const hidden = element.properties['hidden']
  if (hidden !== undefined && hidden !== false) return true
  return droppedElements.has(element.tagName) || unshown.test(attributeOf(element, 'style'))
}

const unshown = /(?:^|;)\s*display\s*:\s*none\s*(?:!important\s*)?(?:;|$)/i

/**
 * Reports whatever of the tree is left out, one call for each: dropped elements, comments, event
 * handlers, style attributes, merged cells, and inline formatting that no mark stands for (its
 * text is kept).
 */
export function reportDropped(node: Nodes, report: (what: string) => void): void {
  if (node.type === 'comment') report('comment')
  if (node.type === 'element') {
    if (isDropped(node)) {
      report(droppedElements.has(node.tagName) ? node.tagName : 'hidden element')
      return
    }
    reportFormatting(node, report)
  }
  if (!('children' in node)) return
  for (const child of node.children) reportDropped(child, report)
}

function reportFormatting(element: Element, report: (what: string) => void): void {
  for (const name of Object.keys(element.properties)) {
    if (/^on/i.test(name)) report('event handler')
    if (name === 'style') report('style attribute')
    if (/^(?:col|row)Span$/.test(name) && attributeOf(element, name) !== '1') report('merged cells')
  }
  const tag = element.tagName
  const known = blockElements.has(tag) || plainElements.has(tag) || styles.has(tag)
  if (!known) report(`formatting of ${tag}`)
}
