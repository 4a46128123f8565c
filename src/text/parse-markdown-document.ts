import type { Root as HtmlTree } from 'hast'
import { raw } from 'hast-util-raw'
import type { Heading, Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { toHast } from 'mdast-util-to-hast'
import { gfm } from 'micromark-extension-gfm'

import { countLosses, type Losses } from './count-losses.ts'
import { readFrontMatter } from './front-matter.ts'
import { lowerHeadings } from './html-headings.ts'
import type { PictureKeeper } from './keep-pictures.ts'
import { refuseDeepMarkdown } from './markdown-nesting.ts'
import { type ParsedDocument, parseTree } from './parse-tree.ts'

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
  const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const known = { title: placeTitle(tree, title, losses), lang }
  dropUnusedNotes(tree, losses)
  const html = readRawHtml(tree)
  lowerHeadings(html)
  return parseTree(html, { known, losses, keeper })
}

/**
 * A front matter's title above several `#` is the document's, and they are its parts: all headings
 * go down by one. Above a single `#` that one is the title, as it is what readers saw.
 */
function placeTitle(tree: Root, title: string | null, losses: Losses): string | null {
  if (title === null) return null
  const headings = tree.children.filter((node) => node.type === 'heading')
  const tops = headings.filter(({ depth }) => depth === 1)
  const [first] = tops
  if (first === undefined) return title
  const same = wordsOf(first).trim() === title.trim()
  if (tops.length > 1 && !same) {
    for (const heading of headings) heading.depth = lower[heading.depth]
    return title
  }
  if (!same) losses.drop('title of the front matter')
  return null
}

const lower = { 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 6 } as const satisfies Record<
  Heading['depth'],
  Heading['depth']
>

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

/** The HTML of a Markdown text is read with what stands around it: a tag may open here, end there. */
function readRawHtml(tree: Root): HtmlTree {
  const html = raw(toHast(tree, { allowDangerousHtml: true }))
  return html.type === 'root' ? html : { type: 'root', children: [] }
}

function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}
