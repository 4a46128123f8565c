import { strToU8, zipSync } from 'fflate'
import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'

import { countLosses, type Losses } from './count-losses.ts'
import { countNumbers } from './count-numbers.ts'
import { type DocxBody, readDocxBody } from './docx-body.ts'
import { placeMarks } from './docx-marks.ts'
import { listNotes } from './docx-notes.ts'
import { type Numbering, plainNumbering, readNumbering } from './docx-numbering.ts'
import { type DocxPart, readDocxParts } from './docx-parts.ts'
import { type DocxStyles, knownLanguage, readDocxStyles } from './docx-styles.ts'
import { dropUnread } from './docx-unread.ts'
import { attributeOf } from './html-elements.ts'
import { raiseHeadings } from './html-headings.ts'
import type { PictureKeeper } from './keep-pictures.ts'
import { type Known, type ParsedDocument, parseTree } from './parse-tree.ts'
import { UnreadableFile } from './unreadable-file.ts'
import { styleMap } from './word-style-map.ts'
import { decodeXml, xmlAttribute, xmlPieces } from './xml-tags.ts'

/**
 * Returns the text of a Word file as blocks, by the rules of `parseHtml`. Tracked insertions are
 * kept, deletions and hidden words are not; comments, headers, text boxes and whatever else cannot
 * be read is counted in `dropped`. A first heading that is alone at its level is the title, where no
 * style says which is. Pictures are their alternatives, without a keeper. Throws an UnreadableFile, or
 * a RangeError when it is nested too deep.
 */
export async function parseDocx(
  bytes: Uint8Array,
  keeper?: PictureKeeper,
): Promise<ParsedDocument> {
  const { parts, media } = readDocxParts(bytes)
  const losses = countLosses()
  const styles = readDocxStyles(xmlOf(parts, 'w:styles'))
  const properties = readProperties(parts.get('docProps/core.xml')?.xml ?? '')
  const numbering = readNumbering(xmlOf(parts, 'w:numbering'))
  const { readable, seen } = prepareParts(parts, { styles, numbering }, losses)
  const pictures = keeper ? new Map<string, Uint8Array>() : null
  const packed = { ...readable, ...(pictures && Object.fromEntries(media)) }
  const { value, messages } = await convert(packed, pictures)
  dropUnread(messages, seen, losses)
  const tree = fromHtml(value, { fragment: true })
  placeMarks(tree)
  markNotes(tree)
  if (!styles.contents.has(firstStyle(xmlOf(parts, 'w:document')))) raiseHeadings(tree)
  const known = { title: properties.title, lang: styles.lang ?? properties.lang }
  return parseTree(tree, { known, losses, keeper: keeper && keepConverted(keeper, pictures) })
}

type Pictures = Map<string, Uint8Array> | null

/** The pictures of a Word file are called by the numbers that they were given on their way. */
function keepConverted(keeper: PictureKeeper, pictures: Pictures): PictureKeeper {
  return {
    ...keeper,
    keepNamed: (source, drop) => {
      const bytes = pictures?.get(source)
      return bytes ? keeper.keepBytes(bytes, drop) : keeper.keepNamed(source, drop)
    },
  }
}

/**
 * What mammoth gets is what was looked at, packed anew: another reader of the same file might find
 * other entries in it.
 */
async function convert(parts: Record<string, Uint8Array>, pictures: Pictures) {
  // Every process loads this module, and few ever read a Word file.
  const { default: mammoth } = await import('mammoth')
  try {
    return await mammoth.convertToHtml(
      { buffer: Buffer.from(zipSync(parts, { level: 0 })) },
      {
        styleMap,
        includeDefaultStyleMap: false,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async (image) => ({
          src: pictures ? await take(image, pictures) : '',
        })),
      },
    )
  } catch (error) {
    throw error instanceof RangeError ? error : new UnreadableFile('broken-file')
  }
}

type Image = { readAsBuffer: () => Promise<Uint8Array> }

/** Returns what the picture is called from here on; one that lies elsewhere is not read. */
async function take(image: Image, pictures: Map<string, Uint8Array>): Promise<string> {
  const name = `picture ${pictures.size + 1}`
  try {
    pictures.set(name, new Uint8Array(await image.readAsBuffer()))
  } catch {
    // Its words stay, which mammoth would take away with it.
  }
  return name
}

type Around = { styles: DocxStyles; numbering: Numbering }

type Prepared = { readable: Record<string, Uint8Array>; seen: Map<string, number> }

function prepareParts(
  parts: ReadonlyMap<string, DocxPart>,
  around: Around,
  losses: Losses,
): Prepared {
  const prepared: Prepared = { readable: {}, seen: new Map() }
  const notes = new Set<string>()
  for (const [name, part] of parts) {
    if (leaveOut(part, losses)) continue
    const { xml, seen, notes: referred } = preparePart(part, around, losses)
    prepared.readable[name] = strToU8(xml)
    for (const [element, count] of seen) {
      prepared.seen.set(element, (prepared.seen.get(element) ?? 0) + count)
    }
    for (const note of referred) notes.add(note)
  }
  const told = [...parts.values()].flatMap(listNotes)
  losses.drop('note without a reference', told.filter((note) => !notes.has(note)).length)
  return prepared
}

function preparePart(
  { xml, root }: DocxPart,
  { styles, numbering }: Around,
  losses: Losses,
): DocxBody {
  const none = { seen: new Map(), notes: new Set<string>() }
  if (root === 'w:styles') return { xml: styles.xml, ...none }
  if (root === 'w:numbering') return { xml: plainNumbering, ...none }
  if (!/^w:(?:document|footnotes|endnotes)$/.test(root)) return { xml, ...none }
  // Each of these texts counts its numbers for itself.
  return readDocxBody(xml, { styles, count: countNumbers(numbering) }, losses.drop)
}

function leaveOut({ xml, root }: DocxPart, { drop }: Losses): boolean {
  if (root === 'w:comments') drop('comment', countOf(xml, 'w:comment'))
  if (root === 'w:hdr' && hasWords(xml)) drop('header')
  if (root === 'w:ftr' && hasWords(xml)) drop('footer')
  return /^w:(?:comments|hdr|ftr)$/.test(root)
}

function xmlOf(parts: ReadonlyMap<string, DocxPart>, root: string): string {
  return [...parts.values()].find((part) => part.root === root)?.xml ?? ''
}

function countOf(xml: string, name: string): number {
  let count = 0
  for (const piece of xmlPieces(xml)) {
    if (piece.kind !== 'text' && piece.kind !== 'close' && piece.name === name) count += 1
  }
  return count
}

/** The style of the first words: a table of contents is not read, and what stands below it is no title. */
function firstStyle(xml: string): string {
  let [style, within] = ['', '']
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text') {
      if (within === 'w:t' && piece.text.trim() !== '') return style
      continue
    }
    if (piece.kind === 'open' && piece.name === 'w:p') style = ''
    if (piece.name === 'w:pStyle') style = xmlAttribute(piece.tag, 'val') ?? style
    within = piece.kind === 'open' ? piece.name : ''
  }
  return ''
}

/** A page number alone says nothing. */
function hasWords(xml: string): boolean {
  let within = ''
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'open') within = piece.name
    if (piece.kind === 'text' && within === 'w:t' && /\p{L}/u.test(piece.text)) return true
  }
  return false
}

function readProperties(xml: string): Known {
  const known: Known = { title: null, lang: null }
  let within = ''
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text' && within === 'dc:title') known.title = decodeXml(piece.text)
    if (piece.kind === 'text' && within === 'dc:language') known.lang = knownLanguage(piece.text)
    if (piece.kind !== 'text') within = piece.kind === 'open' ? piece.name : ''
  }
  return known
}

/** mammoth puts the notes into a last list, and says what they are by their ids only. */
function markNotes(tree: Root): void {
  for (const list of tree.children) {
    if (list.type !== 'element' || list.tagName !== 'ol') continue
    const ids = list.children.map((item) =>
      item.type === 'element' ? attributeOf(item, 'id') : '',
    )
    if (ids.every((id) => /^(?:foot|end)note-/.test(id))) list.properties['role'] = 'doc-endnotes'
  }
}
