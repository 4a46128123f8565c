import type { NumberPlace } from './docx-numbering.ts'
import { applyEdits, type Edit } from './edit-text.ts'
import { isOff, xmlAttribute, xmlPieces } from './xml-tags.ts'

/** What reading a Word file needs to know of its styles. */
export type DocxStyles = {
  /** The styles, headings under whatever name having the name that Word gives them. */
  xml: string
  lang: string | null
  /** How paragraphs of a style number themselves, by its id. */
  numbers: ReadonlyMap<string, StyleNumber>
  /** Ids of the styles of titles and headings, and of lines of a table of contents. */
  titles: ReadonlySet<string>
  headings: ReadonlySet<string>
  contents: ReadonlySet<string>
  /** Those that keep with what follows, or are bold throughout, as headings do. */
  prominent: ReadonlySet<string>
}

/** The place, and the style on the way up that says it. */
export type StyleNumber = NumberPlace & { style: string }

type Style = {
  id: string
  name: string
  nameAt: Edit | null
  basedOn: string | null
  /** From 1; 0 is body text. */
  outline: number | null
  list: string | null
  depth: string | null
  prominent: boolean
}

/** Styles build on each other; a longer chain than this is a ring. */
const longestChain = 20

/**
 * Returns the styles of a Word file. A report's own «Titre de chapitre», which builds on a heading
 * or has its outline level, is that heading.
 */
export function readDocxStyles(xml: string): DocxStyles {
  const { styles, lang } = scanStyles(xml)
  const byId = new Map(styles.map((style) => [style.id, style]))
  const headings = new Set<string>()
  const numbers = new Map<string, StyleNumber>()
  const edits: Edit[] = []
  for (const style of styles) {
    const chain = chainOf(style, byId)
    const numbering = chain.find(({ list }) => list !== null)
    const depth = chain.find((one) => one.depth !== null)?.depth ?? null
    if (numbering) numbers.set(style.id, { list: numbering.list, depth, style: numbering.id })
    const level = levelOf(chain)
    if (level === 0) continue
    headings.add(style.id)
    if (style.nameAt !== null) edits.push({ ...style.nameAt, by: `heading ${level}` })
  }
  const idsOf = (is: (style: Style) => boolean) => new Set(styles.filter(is).map(({ id }) => id))
  return {
    xml: applyEdits(xml, edits),
    lang,
    numbers,
    titles: idsOf(({ name }) => isTitle.test(name)),
    headings,
    contents: idsOf(({ name }) => isContents.test(name)),
    prominent: idsOf(({ prominent }) => prominent),
  }
}

const isTitle = /^(?:sub)?title$/i

/** «toc 1», «TOC Heading»; LibreOffice's «Contents 1». */
const isContents = /^(?:toc|contents) (?:\d|heading)$/i

function scanStyles(xml: string): { styles: Style[]; lang: string | null } {
  const found: { styles: Style[]; lang: string | null } = { styles: [], lang: null }
  const path: string[] = []
  let style: Style | null = null
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text') continue
    if (piece.kind === 'close') {
      path.pop()
      continue
    }
    if (piece.name === 'w:style') style = startStyle(piece.tag, found.styles)
    else if (path.includes('w:style'))
      readProperty(piece.name, piece.tag, piece.nameStart - 1, style)
    else if (piece.name === 'w:lang') found.lang ??= knownLanguage(xmlAttribute(piece.tag, 'val'))
    if (piece.kind === 'open') path.push(piece.name)
  }
  return found
}

function startStyle(tag: string, styles: Style[]): Style | null {
  const id = xmlAttribute(tag, 'styleId')
  if (id === null || xmlAttribute(tag, 'type') !== 'paragraph') return null
  const style: Style = {
    id,
    name: '',
    nameAt: null,
    basedOn: null,
    outline: null,
    list: null,
    depth: null,
    prominent: false,
  }
  styles.push(style)
  return style
}

function readProperty(name: string, tag: string, at: number, style: Style | null): void {
  const value = xmlAttribute(tag, 'val')
  if (style === null) return
  if (/^w:(?:keepNext|b)$/.test(name) && !isOff(value)) style.prominent = true
  if (value !== null) readValue(name, value, style)
  if (name === 'w:name') style.nameAt = valueAt(tag, at)
}

function readValue(name: string, value: string, style: Style): void {
  if (name === 'w:name') style.name = value
  if (name === 'w:basedOn') style.basedOn = value
  if (name === 'w:outlineLvl') style.outline = Number(value) < 9 ? Number(value) + 1 : 0
  if (name === 'w:numId') style.list = value
  if (name === 'w:ilvl') style.depth = value
}

function valueAt(tag: string, at: number): Edit | null {
  const said = /([\s:]val\s*=\s*["'])([^"']*)/.exec(tag)
  if (said === null) return null
  const start = at + said.index + (said[1] ?? '').length
  return { start, end: start + (said[2] ?? '').length, by: '' }
}

function chainOf(style: Style, byId: ReadonlyMap<string, Style>): Style[] {
  const chain: Style[] = []
  let next: Style | undefined = style
  while (next !== undefined && chain.length < longestChain) {
    chain.push(next)
    next = next.basedOn === null ? undefined : byId.get(next.basedOn)
  }
  return chain
}

/** The outline level of the nearest style that has one, or is a heading by name; 0 for none. */
function levelOf(chain: readonly Style[]): number {
  for (const { name, outline } of chain) {
    if (isTitle.test(name)) return 0
    const named = /^heading ([1-9])$/i.exec(name)?.[1]
    if (named !== undefined) return Number(named)
    if (outline !== null) return Number.isInteger(outline) ? outline : 0
    const alike = ownHeading.exec(name)?.[1]
    // A is 1, B is 2.
    if (alike !== undefined) return Number.parseInt(alike, 16) % 9 || 9
  }
  return 0
}

/** «Titre 2 annexe», «HeadA»: what templates and other programs call their headings. */
const ownHeading =
  /^(?:[Hh]ead(?:ing)?|HEADING|[Tt]itre|TITRE|[Tt][íi]tulo|[Tt]itolo|Überschrift)[\s_-]?([1-9]|[A-F](?=$|\s))(?![\p{L}\p{N}’'])/u

/** Word writes «x-none» for no language. */
export function knownLanguage(said: string | null): string | null {
  return said === null || said.trim() === '' || said === 'x-none' ? null : said.trim()
}
