import type { Element, ElementContent, Root as Tree, RootContent } from 'hast'
import { sanitize } from 'hast-util-sanitize'
import type { BlockContent, DefinitionContent, List, Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toHast } from 'mdast-util-to-hast'

import { rememberTexts } from '../remember.ts'
import { bodySchema } from './body-schema.ts'
import { cutDepth } from './cut-depth.ts'
import { readInline } from './inline.ts'
import { isReadable, limitNesting } from './markdown-limits.ts'
import { plainLines } from './plain-lines.ts'
import { rememberEscapedTildes } from './strike.ts'

/** What Markdown would take out of sight or out of a plain text's hands: it is read as typed. */
const notRead = ['htmlFlow', 'htmlText', 'codeIndented', 'definition']

/** Gives the level at which a heading is shown, from the level at which it was typed. */
type Demote = (depth: number) => number

/** UTF-16 units of what was read last, at each level: lists show the same to all, and reading is most of their making. */
const mostKnown = 3_000_000
const known = new Map<number, (source: string) => Tree>()

/**
 * Returns a Markdown body as a tree, not to be altered, of p, strong, em, del, a[href], br, code, pre, hr, ul,
 * ol[start], li, blockquote and headings, from `level` down and never skipping one. Links lead to
 * http, https and mailto only; images are links; HTML is shown as it was typed. A line feed is a
 * line break. A text that is too long (40,000 characters) or mostly marks is read as plain, and
 * what is nested too deep stays as typed: it neither throws nor takes long.
 */
export function parseMarkdown(source: string, level = 3): Tree {
  const read = known.get(level) ?? rememberTexts(mostKnown, (text) => readMarkdown(text, level))
  known.set(level, read)
  return read(source)
}

function readMarkdown(source: string, level: number): Tree {
  const text = source.replace(/\r\n?/g, '\n').replaceAll('\uFDD0', '\uFFFD')
  if (!isReadable(text)) return plainTree(text)
  const limited = limitNesting(text)
  const tree = fromMarkdown(limited, {
    extensions: [{ disable: { null: notRead } }],
    mdastExtensions: [rememberEscapedTildes],
  })
  cutDepth(tree, limited)
  const demote = demoteFrom(level)
  const shown: Root = { type: 'root', children: readBlocks(tree.children, demote) }
  const clean = sanitize(toHast(shown), bodySchema)
  return { type: 'root', children: clean.type === 'root' ? tidyRoot(clean.children) : [] }
}

function plainTree(text: string): Tree {
  return { type: 'root', children: plainLines(text).map(paragraphOf) }
}

function paragraphOf(lines: string[]): Element {
  const children = lines.flatMap((value, index): ElementContent[] => {
    const line = { type: 'text', value } as const
    return index === 0 ? [line] : [elementOf('br', []), line]
  })
  return elementOf('p', children)
}

function elementOf(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children }
}

/** A heading is one level under the last one that was typed higher, so that none is skipped. */
function demoteFrom(level: number): Demote {
  const above: number[] = []
  return (depth) => {
    while ((above.at(-1) ?? 0) >= depth) above.pop()
    above.push(depth)
    return Math.min(6, level + above.length - 1)
  }
}

type Block = BlockContent | DefinitionContent

function readBlocks(children: readonly Nodes[], demote: Demote): Block[] {
  return children.flatMap((child) => readBlock(child, demote))
}

function readBlock(node: Nodes, demote: Demote): Block[] {
  switch (node.type) {
    case 'paragraph': {
      const children = readInline(node.children)
      return children.length > 0 ? [{ type: 'paragraph', children }] : []
    }
    case 'heading':
      return readHeading(readInline(node.children), node.depth, demote)
    case 'list':
      return [readList(node, demote)]
    case 'blockquote': {
      const children = readBlocks(node.children, demote)
      return children.length > 0 ? [{ type: 'blockquote', children }] : []
    }
    case 'code':
      return [{ type: 'code', value: node.value }]
    case 'thematicBreak':
      return [node]
    default:
      return []
  }
}

function readHeading(
  children: ReturnType<typeof readInline>,
  typed: number,
  demote: Demote,
): Block[] {
  if (children.length === 0) return []
  const shown = demote(typed)
  const depth = ([1, 2, 3, 4, 5, 6] as const).find((known) => known === shown) ?? 6
  return [{ type: 'heading', depth, children }]
}

function readList(list: List, demote: Demote): List {
  const items = list.children.map((item) => ({
    type: 'listItem' as const,
    spread: item.spread ?? false,
    children: readBlocks(item.children, demote),
  }))
  return { ...list, children: items }
}

const holdsBlocks = new Set(['ul', 'ol', 'li', 'blockquote'])

/** The line feeds between blocks and after `br` would be seen where line feeds are kept. */
function tidyRoot(children: readonly RootContent[]): RootContent[] {
  const kept = children.filter((child) => !isLineFeed(child))
  return kept.map((child) => (child.type === 'element' ? tidyElement(child) : child))
}

function tidyElement(element: Element): Element {
  if (element.tagName === 'pre') return element
  const children = element.children
    .filter((child, index) => {
      const before = element.children[index - 1]
      const afterBreak = before?.type === 'element' && before.tagName === 'br'
      return !(isLineFeed(child) && (afterBreak || holdsBlocks.has(element.tagName)))
    })
    .map((child) => (child.type === 'element' ? tidyElement(child) : child))
  return { ...element, children }
}

function isLineFeed(node: RootContent): boolean {
  return node.type === 'text' && /^\n+$/.test(node.value)
}
