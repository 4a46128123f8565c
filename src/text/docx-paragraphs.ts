import type { NumberCounter, ShownNumber } from './count-numbers.ts'
import { type DocxMark, writeMark } from './docx-marks.ts'
import { bulletList, numberedList } from './docx-numbering.ts'
import type { DocxStyles } from './docx-styles.ts'
import type { Edit } from './edit-text.ts'
import { endOfTag, prefixOf, xmlAttribute, type XmlTag } from './xml-tags.ts'

/** What is known of the file around a text. */
export type Surroundings = { styles: DocxStyles; count: NumberCounter }

/** What a paragraph says of itself; `list` and `depth` are its own place among numbers. */
export type Properties = {
  style: string
  list: string | null
  depth: string | null
  /** From 1; 0 is body text. */
  outline: number
  /** Its end was deleted: it is one with the next. */
  gone: boolean
}

type Reader = (tag: XmlTag, within: readonly string[], properties: Properties) => void

/** By the name of an element; `within` are the elements between it and the paragraph's `w:pPr`. */
export const propertyReaders: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['w:pStyle', readStyle],
  ['w:outlineLvl', readOutline],
  ['w:numId', readList],
  ['w:ilvl', readDepth],
  ['w:del', readGone],
  ['w:moveFrom', readGone],
])

export function newProperties(): Properties {
  return { style: '', list: null, depth: null, outline: 0, gone: false }
}

function readStyle({ tag }: XmlTag, within: readonly string[], properties: Properties): void {
  if (within.length === 0) properties.style = xmlAttribute(tag, 'val') ?? ''
}

function readOutline({ tag }: XmlTag, within: readonly string[], properties: Properties): void {
  const level = Number(xmlAttribute(tag, 'val') ?? '9')
  if (within.length === 0 && level >= 0 && level < 9) properties.outline = Math.trunc(level) + 1
}

function readList({ tag }: XmlTag, within: readonly string[], properties: Properties): void {
  if (within.join() === 'w:numPr') properties.list = xmlAttribute(tag, 'val')
}

function readDepth({ tag }: XmlTag, within: readonly string[], properties: Properties): void {
  if (within.join() === 'w:numPr') properties.depth = xmlAttribute(tag, 'val')
}

function readGone(_: XmlTag, within: readonly string[], properties: Properties): void {
  if (within.join() === 'w:rPr') properties.gone = true
}

/** The tags of a paragraph's properties. */
export type PropertyTags = { open: XmlTag; close: XmlTag }

/**
 * Returns what has to be said of a paragraph for mammoth to know it as Word shows it. Paragraphs are
 * to be asked for in their order, since each counts.
 */
export function endProperties(
  properties: Properties,
  tags: PropertyTags,
  { styles, count }: Surroundings,
  drop: (what: string) => void,
): Edit[] {
  if (properties.gone) return []
  const level = outlineOf(properties, styles)
  const heading = level > 0 || isNamed(properties, styles)
  const place = placeOf(properties, styles)
  const shown = count(place, styles.numbers.get(properties.style)?.style ?? properties.style)
  countUnknown(shown, drop)
  const prefix = prefixOf(tags.open)
  const style = level > 0 ? `<${prefix}pStyle ${prefix}val="${headingStyle(level)}"/>` : ''
  const number = numberXml(prefix, heading ? null : shown)
  const prominent = !heading && styles.prominent.has(properties.style)
  const marks = marksOf(shown, prominent).map((mark) => writeMark(mark, prefix))
  return [
    // mammoth takes the first of two.
    insertAt(endOfTag(tags.open), style + number),
    insertAt(endOfTag(tags.close), marks.join('')),
  ]
}

function countUnknown(shown: ShownNumber | null, drop: (what: string) => void): void {
  if (shown?.unknown) drop('number of another script')
}

function marksOf(shown: ShownNumber | null, prominent: boolean): DocxMark[] {
  const marks: DocxMark[] = prominent ? [{ kind: 'prominent', text: '' }] : []
  if (shown !== null && shown.text !== '') marks.push({ kind: 'number', text: shown.text })
  return marks
}

function isNamed({ style }: Properties, styles: DocxStyles): boolean {
  return styles.headings.has(style) || styles.titles.has(style)
}

/** The level that the paragraph gives itself, where its style says nothing of it. */
function outlineOf(properties: Properties, styles: DocxStyles): number {
  const said = isNamed(properties, styles) || styles.contents.has(properties.style)
  return said ? 0 : properties.outline
}

function insertAt(place: number, by: string): Edit {
  return { start: place, end: place, by }
}

function placeOf({ style, list, depth }: Properties, styles: DocxStyles) {
  const own = styles.numbers.get(style)
  if (list !== null) return { list, depth }
  return { list: own?.list ?? null, depth: depth ?? own?.depth ?? null }
}

/** The place among the items of a list; none for a number that is words of its paragraph. */
function numberXml(prefix: string, shown: ShownNumber | null): string {
  const [value, number] = [`${prefix}val`, `${prefix}numPr`]
  const depth = `<${prefix}ilvl ${value}="${Math.min(8, shown?.depth ?? 0)}"/>`
  return `<${number}>${depth}<${prefix}numId ${value}="${listOf(shown)}"/></${number}>`
}

/** A number with words of its own («Article 1») begins a paragraph; no item of a list has one. */
function listOf(shown: ShownNumber | null): string {
  if (shown === null || shown.kind === 'none' || shown.worded) return '0'
  return shown.kind === 'bullet' ? bulletList : numberedList
}

/** The id of a style that stands for a heading's level; no file defines it. */
export function headingStyle(level: number): string {
  return `vivace-heading-${level}`
}
