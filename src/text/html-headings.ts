import type { Element, Nodes, Root } from 'hast'

import { propositionNumber } from './heading.ts'
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

const upper: ReadonlyMap<string, string> = new Map([...lower].map(([from, to]) => [to, from]))

/**
 * Raises the headings of a tree without a title by one where its only `h2` stands first, before any
 * text: that one is the title, unless it is a proposition.
 */
export function raiseHeadings(tree: Root): void {
  const headings: Element[] = []
  collect(tree, headings)
  const worded = headings.filter((one) => !isBlank(wordsOf(one)))
  const first = tree.children.find((child) => !isBlank(wordsOf(child)))
  const [title, ...others] = worded.filter(({ tagName }) => tagName === 'h2')
  const titled = worded.some(({ tagName }) => tagName === 'h1')
  if (titled || title === undefined || title !== first || others.length > 0) return
  if (propositionNumber(wordsOf(title)) !== null) return
  for (const heading of headings) heading.tagName = upper.get(heading.tagName) ?? heading.tagName
}

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
