import { fromHtml } from 'hast-util-from-html'

import { lowerHeadings } from './html-headings.ts'
import type { PictureKeeper } from './keep-pictures.ts'
import { type ParsedDocument, parseTree } from './parse-tree.ts'

/**
 * Returns the text of an HTML document as blocks. The first `h1` that has words is the title (else
 * the `title` element); `h2` is level 1, `h3` level 2 and so on, and one lower where
 * several `h1` are parts. Whatever is left out is counted in
 * `dropped`. Marks are UTF-16 offsets in their block's text. Malformed HTML is read as browsers read
 * it; a document nested more than a thousand elements deep may throw a RangeError. Figures have their
 * pictures where a keeper is given that keeps them.
 */
export function parseHtml(html: string, keeper?: PictureKeeper): ParsedDocument {
  const tree = fromHtml(html)
  lowerHeadings(tree)
  return parseTree(tree, { keeper })
}
