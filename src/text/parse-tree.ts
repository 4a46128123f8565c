import type { Element, Root } from 'hast'

import type { ParsedBlock } from './block.ts'
import { collectText } from './collect-text.ts'
import { countLosses, type Losses } from './count-losses.ts'
import { readBlocks } from './html-blocks.ts'
import { attributeOf, reportDropped } from './html-elements.ts'
import { flattenElement } from './html-flat.ts'
import { findNotes } from './html-notes.ts'
import { type Inline, readLanguage } from './html-styles.ts'
import type { PictureKeeper } from './keep-pictures.ts'
import { isBlank } from './normalise-text.ts'
import { placePictures } from './place-pictures.ts'

export type ParsedDocument = {
  title: string | null
  /** The document's language as a canonical BCP 47 tag, when it says one that is well-formed. */
  lang: string | null
  blocks: ParsedBlock[]
  /** What was left out, most of it formatting and active content: never visible words in silence. */
  dropped: { what: string; count: number }[]
}

/** What is known of a document from elsewhere; what the tree says of itself goes first. */
export type Known = { title: string | null; lang: string | null }

/** What comes with a tree: the losses of what it was made from, and who keeps its pictures. */
export type Around = { known?: Known; losses?: Losses; keeper?: PictureKeeper | undefined }

/**
 * Returns the text of an HTML tree as blocks, by the rules of `parseHtml`. A tree nested more than a
 * thousand elements deep may throw a RangeError.
 */
export function parseTree(
  tree: Root,
  { known = { title: null, lang: null }, losses = countLosses(), keeper }: Around = {},
): ParsedDocument {
  const { drop } = losses
  const pictures = keeper ? placePictures(tree, keeper, drop) : new Map()
  reportDropped(tree, drop)
  const root = findElement(tree, 'html')
  const said = root === undefined ? null : readLanguage(attributeOf(root, 'lang'), drop)
  const lang = said ?? (known.lang === null ? null : readLanguage(known.lang, drop))
  const inline: Inline = { lang, drop, notes: findNotes(tree), pictures }
  const { title, blocks } = readBlocks(tree, inline)
  return {
    title: title ?? titleInHead(root, inline) ?? blankToNull(known.title),
    lang,
    blocks,
    dropped: losses.list(),
  }
}

function blankToNull(title: string | null): string | null {
  const { text } = collectText([{ text: title ?? '', styles: [] }])
  return isBlank(text) ? null : text
}

function titleInHead(root: Element | undefined, inline: Inline): string | null {
  const head = root && findElement(root, 'head')
  const title = head && findElement(head, 'title')
  const text = title ? collectText(flattenElement(title, [], inline)).text : ''
  return isBlank(text) ? null : text
}

function findElement(parent: Element | Root, tag: string): Element | undefined {
  for (const child of parent.children) {
    if (child.type === 'element' && child.tagName === tag) return child
  }
  return undefined
}
