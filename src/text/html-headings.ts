import type { Element, Nodes, Root } from 'hast'

import { isDropped } from './html-elements.ts'
import { isBlank } from './normalise-text.ts'

/**
 * Lowers the headings of a tree by one where several `h1` say different things: the first is the
 * title, the others are its parts, and what is under them may not stand beside them.
 */
export function lowerHeadings(tree: Root): void {
  const headings: Element[] = []
  collect(tree, headings)
  const [title, ...parts] = headings.filter((one) => one.tagName === 'h1' && !isBlank(wordsOf(one)))
  if (title === undefined) return
  const said = wordsOf(title)
  if (parts.every((part) => wordsOf(part) === said)) return
  for (const heading of headings) {
    if (heading !== title) heading.tagName = lower.get(heading.tagName) ?? heading.tagName
  }
}

const lower: ReadonlyMap<string, string> = new Map([
  ['h1', 'h2'],
  ['h2', 'h3'],
  ['h3', 'h4'],
  ['h4', 'h5'],
  ['h5', 'h6'],
])

/** What is quoted has no headings. */
function collect(node: Nodes, headings: Element[]): void {
  if (!('children' in node)) return
  for (const child of node.children) {
    if (child.type !== 'element' || child.tagName === 'blockquote' || isDropped(child)) continue
    if (/^h[1-6]$/.test(child.tagName)) headings.push(child)
    else collect(child, headings)
  }
}

function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(wordsOf).join('').replace(/\s+/gu, ' ').trim() : ''
}
