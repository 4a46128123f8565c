import type { Nodes } from 'hast'

import { parseMarkdown } from './parse-markdown.ts'

const inlineElements = new Set(['a', 'strong', 'em', 'del', 'code'])

/** Returns the words that a reader of the Markdown sees, on one line: for excerpts and titles. */
export function markdownToText(source: string): string {
  return visibleText(parseMarkdown(source))
    .replace(/[^\S\u00A0\u202F]+/gu, ' ')
    .trim()
}

/** Returns the words of a tree; whatever begins a line of its own has white space around it. */
export function visibleText(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  const inside = node.children.map(visibleText).join('')
  if (node.type === 'element' && inlineElements.has(node.tagName)) return inside
  return ` ${inside} `
}
