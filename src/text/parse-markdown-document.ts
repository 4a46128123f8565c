import type { Element, Nodes as HtmlNodes, Root as HtmlTree } from 'hast'
import { raw } from 'hast-util-raw'
import type { Heading, Nodes, Root } from 'mdast'
import { defaultHandlers, type Handlers, toHast } from 'mdast-util-to-hast'

import { countLosses, type Losses } from './count-losses.ts'
import { readFrontMatter } from './front-matter.ts'
import { lowerHeadings } from './html-headings.ts'
import type { PictureKeeper } from './keep-pictures.ts'
import { refuseDeepMarkdown } from './markdown-nesting.ts'
import { type ParsedDocument, parseTree } from './parse-tree.ts'
import type { PlainBlock, PlainHeading } from './plain-markdown.ts'
import { type MarkdownTree, readMarkdown } from './read-markdown.ts'

/**
 * Returns the text of a Markdown document (CommonMark, and GitHub's tables, notes and struck words)
 * as blocks, by the rules of `parseHtml`, which also hold for the HTML in it. The first `#` is the
 * title; a front matter's `title` and `lang` stand where the text says nothing. Throws a RangeError
 * when it is nested too deep. A paragraph made of marks takes time by the square of its length:
 * what strangers send is read where it can be ended.
 */
export function parseMarkdownDocument(source: string, keeper?: PictureKeeper): ParsedDocument {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const { title, lang, others, body } = readFrontMatter(text)
  refuseDeepMarkdown(body)
  const losses = countLosses()
  losses.drop('entry of the front matter', others.length)
  const read = readMarkdown(body)
  const known = { title: placeTitle(read, title, losses), lang }
  dropUnusedNotes(read.tree, losses)
  const html = readRawHtml(read)
  lowerHeadings(html)
  return parseTree(html, { known, losses, keeper })
}

/**
 * A front matter's title above several `#` is the document's, and they are its parts: all headings
 * go down by one. Above a single `#` that one is the title, as it is what readers saw.
 */
function placeTitle(read: MarkdownTree, title: string | null, losses: Losses): string | null {
  if (title === null) return null
  const headings = headingsOf(read)
  const tops = headings.filter(({ depth }) => depth === 1)
  const [first] = tops
  if (first === undefined) return title
  const words = 'text' in first ? first.text : wordsOf(first)
  const same = words.trim() === title.trim()
  if (tops.length > 1 && !same) {
    for (const heading of headings) heading.depth = lower[heading.depth]
    return title
  }
  if (!same) losses.drop('title of the front matter')
  return null
}

const lower = { 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 6 } as const

type TopHeading = Heading | PlainHeading

function headingsOf({ tree, plain }: MarkdownTree): TopHeading[] {
  return tree.children.flatMap((node): TopHeading[] => {
    if (node.type === 'heading') return [node]
    return plain.get(node)?.filter((block) => block.kind === 'heading') ?? []
  })
}

/** The notes that nothing refers to are shown nowhere. */
function dropUnusedNotes(tree: Root, losses: Losses): void {
  const used = new Set<string>()
  const defined: string[] = []
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'footnoteReference') used.add(node.identifier)
    if (node.type === 'footnoteDefinition') defined.push(node.identifier)
    if (!('children' in node)) continue
    for (const child of node.children) waiting.push(child)
  }
  losses.drop('note without a reference', defined.filter((one) => !used.has(one)).length)
}

/**
 * The HTML of a Markdown text is read with what stands around it: a tag may open here, end there. A tree
 * without any is as HTML would be read already, but for links within links, which come apart.
 */
function readRawHtml({ tree, plain }: MarkdownTree): HtmlTree {
  const handlers: Handlers = {
    paragraph: (state, node) =>
      plain.get(node)?.map(elementOf) ?? defaultHandlers.paragraph(state, node),
  }
  const made = toHast(tree, { allowDangerousHtml: true, handlers })
  const html = isWellFormed(made, false) ? made : raw(made)
  return html.type === 'root' ? html : { type: 'root', children: [] }
}

function elementOf(block: PlainBlock): Element {
  const tagName = block.kind === 'heading' ? `h${block.depth}` : 'p'
  const children = [{ type: 'text' as const, value: block.text }]
  return { type: 'element', tagName, properties: {}, children }
}

function isWellFormed(node: HtmlNodes, linked: boolean): boolean {
  if (node.type === 'raw') return false
  if (!('children' in node)) return true
  const isLink = node.type === 'element' && node.tagName === 'a'
  if (isLink && linked) return false
  return node.children.every((child) => isWellFormed(child, linked || isLink))
}

function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}
