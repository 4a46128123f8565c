import type { Nodes, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { sanitize } from 'hast-util-sanitize'
import { toMdast } from 'hast-util-to-mdast'
import type { PhrasingContent } from 'mdast'

import { bodySchema } from './body-schema.ts'
import { cleanHtml } from './clean-html.ts'
import { markdownToText, visibleText } from './markdown-to-text.ts'
import { plainToMarkdown } from './plain-to-markdown.ts'
import { type Block, writeMarkdown } from './write-markdown.ts'

export type ImportedMarkdown = {
  markdown: string
  /** What was left out, and how often: elements, attributes, links that lead to no safe place. */
  dropped: { what: string; count: number }[]
}

const htmlSchema = { ...bodySchema, tagNames: [...(bodySchema.tagNames ?? []), 'div'] }

/**
 * Returns an HTML body as Markdown that shows the same words. Scripts, styles, frames and forms are
 * dropped, images become links to their address, underlined words are stressed, cells of a row are
 * joined by ` | `, no-break spaces stay; what Markdown cannot say is dropped and counted, its words
 * are kept. Never throws, however odd the HTML.
 */
export function htmlToMarkdown(html: string): ImportedMarkdown {
  const counts = new Map<string, number>()
  const drop = (what: string): void => {
    counts.set(what, (counts.get(what) ?? 0) + 1)
  }
  const tree = readHtml(html, drop)
  const clean: Root = { type: 'root', children: cleanHtml(tree, drop) }
  const safe = sanitize(clean, htmlSchema)
  const markdown = writeFaithfully(safe, drop)
  return { markdown, dropped: [...counts].map(([what, count]) => ({ what, count })) }
}

/** HTML that nests thousands deep is read without its elements. */
function readHtml(html: string, drop: (what: string) => void): Root {
  try {
    return fromHtml(html, { fragment: true })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    drop('nesting too deep')
    const flat = html
      .replace(/<(script|style)\b[^]*?<\/\1\s*>/gi, ' ')
      .replace(/<\/?[a-z!?][^>]*>?/gi, ' ')
    return fromHtml(flat, { fragment: true })
  }
}

/** The first way of writing that reads as the HTML did: with its formatting, without, plain. */
function writeFaithfully(tree: Nodes, drop: (what: string) => void): string {
  const words = lettersOf(visibleText(tree))
  const blocks = blocksOf(tree)
  const full = writeMarkdown(blocks)
  if (lettersOf(markdownToText(full)) === words) return full
  drop('formatting that Markdown cannot say')
  const unmarked = writeMarkdown(blocks.flatMap(withoutMarks))
  if (lettersOf(markdownToText(unmarked)) === words) return unmarked
  return plainToMarkdown(visibleText(tree))
}

function blocksOf(tree: Nodes): Block[] {
  const mdast = toMdast(tree, { document: true })
  if (mdast.type !== 'root') return []
  return mdast.children.flatMap((child): Block[] => {
    switch (child.type) {
      case 'paragraph':
      case 'heading':
      case 'list':
      case 'blockquote':
      case 'code':
      case 'thematicBreak':
        return [child]
      default:
        return []
    }
  })
}

function withoutMarks(block: Block): Block[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [{ ...block, children: block.children.flatMap(unmark) }]
    case 'blockquote':
      return [{ ...block, children: block.children.flatMap(withoutMarks) }]
    case 'list': {
      const children = block.children.map((item) => ({
        ...item,
        children: item.children.flatMap(withoutMarks),
      }))
      return [{ ...block, children }]
    }
    default:
      return [block]
  }
}

function unmark(node: PhrasingContent): PhrasingContent[] {
  const marked = node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete'
  return marked ? node.children.flatMap(unmark) : [node]
}

function lettersOf(text: string): string {
  return text.replace(/[\s\u200B]+/gu, '')
}
