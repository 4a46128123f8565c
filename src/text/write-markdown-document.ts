import type { BlockContent, DefinitionContent, Heading, ListItem, RootContent, Text } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown, type Info, type State } from 'mdast-util-to-markdown'

import type { Mark, ParsedBlock } from './block.ts'
import { writeEscapedAddresses } from './escaped-addresses.ts'
import { groupBlocks, type GroupedItem, type GroupedList } from './group-blocks.ts'
import { isHeading } from './outline.ts'
import { referNotes, type References } from './refer-notes.ts'
import { figureText, tableRows } from './slice-marked.ts'
import { writeWords } from './write-markdown-words.ts'

type Flow = BlockContent | DefinitionContent

export type MarkdownDocument<B> = {
  title: string
  blocks: readonly B[]
  /** Where a figure's picture is; null where there is none. */
  pictureOf: (figure: B) => string | null
}

type Writing<B> = Pick<MarkdownDocument<B>, 'pictureOf'> & {
  references: References<B>
  /** What each note is called, which its references name. */
  names: ReadonlyMap<B, string>
}

/**
 * Returns the text as a Markdown document that `parseMarkdownDocument` reads as the same blocks. What
 * Markdown has no word for comes back otherwise: headings deeper than its six levels are of the sixth,
 * notes stand at the end and are numbered as they are referred to, a table's shorter rows get empty cells,
 * and a heading is what its level and words say, whatever editors
 * made of it.
 */
export function writeMarkdownDocument<B extends ParsedBlock>({
  title,
  blocks,
  pictureOf,
}: MarkdownDocument<B>): string {
  const references = referNotes(blocks)
  const writing = { references, names: nameNotes(blocks, references), pictureOf }
  const heading: Heading = { type: 'heading', depth: 1, children: writeWords(plain(title)) }
  const children: RootContent[] = [heading, ...writeGroups(blocks, writing)]
  return toMarkdown(
    { type: 'root', children },
    {
      bullet: '-',
      rule: '-',
      listItemIndent: 'one',
      resourceLink: true,
      handlers: { text: writeText },
      extensions: [gfmToMarkdown({ tablePipeAlign: false }), writeEscapedAddresses],
    },
  )
}

/**
 * A sign beside emphasis may be written as a reference (`&#x1F600;`), which ends in punctuation: an underscore beside
 * it would begin emphasis. `mdast-util-to-markdown` knows that of signs of one UTF-16 unit; those of two are told here.
 */
function writeText(node: Text, _parent: unknown, state: State, info: Info): string {
  return state
    .safe(node.value, info)
    .replaceAll(/(?<=[\u{10000}-\u{10FFFF}])_|(?<!\\)_(?=[\u{10000}-\u{10FFFF}])/gu, '\\_')
}

/** Texts that count their notes anew in each chapter have several of one number. */
function nameNotes<B extends ParsedBlock>(blocks: readonly B[], { firstTo }: References<B>) {
  const names = new Map<B, string>()
  const taken = new Set<string>()
  for (const note of blocks.filter((block) => block.kind === 'note' && firstTo(block))) {
    const number = (note.number ?? '').replaceAll(/[^\p{L}\p{N}]+/gu, '') || 'note'
    let name = number
    for (let again = 2; taken.has(name); again += 1) name = `${number}-${again}`
    taken.add(name)
    names.set(note, name)
  }
  return names
}

function writeGroups<B extends ParsedBlock>(blocks: readonly B[], writing: Writing<B>): Flow[] {
  return groupBlocks(blocks).flatMap((group): Flow[] => {
    if (group.kind === 'list') return writeList(group.list, writing)
    if (group.kind === 'block') return writeBlock(group.block, writing)
    return [
      { type: 'blockquote', children: group.blocks.map((quote) => paragraph(quote, writing)) },
    ]
  })
}

function writeBlock<B extends ParsedBlock>(block: B, writing: Writing<B>): Flow[] {
  if (isHeading(block)) {
    const children = wordsOf(block, writing, { breaks: 'html' })
    return [{ type: 'heading', depth: depthOf(block.level), children }]
  }
  if (block.kind === 'table') return [writeTable(block, writing)]
  if (block.kind === 'figure') return writeFigure(block, writing)
  if (block.kind === 'note') return writeNote(block, writing)
  return [paragraph(block, writing)]
}

const depths = [2, 3, 4, 5, 6] as const

function depthOf(level: number): Heading['depth'] {
  return depths[level - 1] ?? 6
}

function writeTable<B extends ParsedBlock>(block: B, writing: Writing<B>): Flow {
  const rows = tableRows(block).map((cells) => ({
    type: 'tableRow' as const,
    children: cells.map((cell) => ({
      type: 'tableCell' as const,
      children: wordsOf(block, writing, { words: cell }),
    })),
  }))
  return { type: 'table', children: rows }
}

/** Markdown has no caption: HTML's is around a picture that stands in Markdown. */
function writeFigure<B extends ParsedBlock>(block: B, writing: Writing<B>): Flow[] {
  const url = writing.pictureOf(block) ?? ''
  const { alternatives, caption } = figureText(block)
  const images = alternatives.map((alt) => ({ type: 'image' as const, url, alt }))
  const pictures: Flow = { type: 'paragraph', children: images }
  if (caption === null) return [pictures]
  return [
    html('<figure>'),
    pictures,
    html('<figcaption>'),
    { type: 'paragraph', children: wordsOf(block, writing, { words: caption }) },
    html('</figcaption></figure>'),
  ]
}

/** A note that nothing refers to would be shown nowhere. */
function writeNote<B extends ParsedBlock>(block: B, writing: Writing<B>): Flow[] {
  const name = writing.names.get(block)
  const children = [paragraph(block, writing)]
  if (name !== undefined) return [{ type: 'footnoteDefinition', identifier: name, children }]
  const number = block.number === null ? '' : ` data-number="${attributeText(block.number)}"`
  return [html(`<aside role="doc-footnote"${number}>`), ...children, html('</aside>')]
}

/** Markdown counts with figures only: other lists are HTML's, with Markdown in them. */
function writeList<B extends ParsedBlock>(list: GroupedList<B>, writing: Writing<B>): Flow[] {
  const { type, start, given, items } = list
  if (type === null || (type === '1' && !given)) {
    const children = items.map((item): ListItem => ({
      type: 'listItem',
      spread: false,
      children: writeItem(item, writing),
    }))
    return [{ type: 'list', ordered: type !== null, start, spread: false, children }]
  }
  const written = items.flatMap((item) => [
    html(`<li${numberGiven(item, given)}>`),
    ...writeItem(item, writing),
    html('</li>'),
  ])
  return [html(`<ol type="${type}" start="${start}">`), ...written, html('</ol>')]
}

function numberGiven<B extends ParsedBlock>({ block }: GroupedItem<B>, given: boolean): string {
  const number = given ? (block?.number ?? '') : ''
  return number === '' ? '' : ` data-number="${attributeText(number)}"`
}

function attributeText(text: string): string {
  return text.replaceAll(/[&"<>]/g, '')
}

function writeItem<B extends ParsedBlock>(item: GroupedItem<B>, writing: Writing<B>): Flow[] {
  const own = item.block ? [paragraph(item.block, writing)] : []
  return [...own, ...item.lists.flatMap((list) => writeList(list, writing))]
}

function paragraph<B extends ParsedBlock>(block: B, writing: Writing<B>): Flow {
  return { type: 'paragraph', children: wordsOf(block, writing) }
}

type OfBlock = { words?: Words; breaks?: 'markdown' | 'html' }
type Words = Pick<ParsedBlock, 'text' | 'marks'> & { from?: number }

/** `words`: those of a part of the block. */
function wordsOf<B extends ParsedBlock>(
  block: B,
  { references, names }: Writing<B>,
  { words = block, breaks = 'markdown' }: OfBlock = {},
) {
  const { text, marks, from = 0 }: Words = words
  const noteNameOf = ({ start }: Mark) => {
    const note = references.noteAt(block, from + start)
    return note && names.get(note)
  }
  return writeWords({ text, marks, breaks, noteNameOf })
}

function html(value: string): Flow {
  return { type: 'html', value }
}

function plain(text: string): Parameters<typeof writeWords>[0] {
  return { text, marks: [], breaks: 'html', noteNameOf: () => undefined }
}
