import { counted, lostInDrawings, renamed } from './docx-elements.ts'
import { closeField, openField } from './docx-fields.ts'
import { writeMark } from './docx-marks.ts'
import {
  endProperties,
  newProperties,
  type Properties,
  propertyReaders,
  type Surroundings,
} from './docx-paragraphs.ts'
import { applyEdits, type Edit } from './edit-text.ts'
import {
  endOfTag,
  isOff,
  nameEdit,
  prefixOf,
  xmlAttribute,
  xmlPieces,
  type XmlTag as Tag,
} from './xml-tags.ts'

type Opened = {
  tag: Tag
  hidden: boolean
  words: boolean
  field: boolean
  read: boolean
  /** What a picture, drawing or object says of itself. */
  alternative: string
  properties: Properties
}

type Scan = {
  path: Opened[]
  edits: Edit[]
  drop: (what: string) => void
  around: Surroundings
  /** What `mc:AlternateContent` elements hold that is lost unless they have a fallback. */
  choices: { lost: string[]; alternative: string }[]
  seen: Map<string, number>
  notes: Set<string>
}

export type DocxBody = {
  xml: string
  /** Its elements by their names. */
  seen: ReadonlyMap<string, number>
  /** The notes that it refers to: «w:footnote 2». */
  notes: ReadonlySet<string>
}

/**
 * Returns the XML of a text, footnotes or endnotes as mammoth reads all its words, without those
 * that Word hides, with marks for what mammoth has no word for, and counts what is lost then.
 */
export function readDocxBody(
  xml: string,
  around: Surroundings,
  drop: (what: string) => void,
): DocxBody {
  const found = { seen: new Map(), notes: new Set<string>() }
  const scan: Scan = { path: [], edits: [], drop, around, choices: [], ...found }
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text') readWords(piece.text, scan)
    else if (piece.kind === 'close') close(piece, scan)
    else open(piece, scan)
  }
  return { xml: applyEdits(xml, scan.edits), ...found }
}

function readWords(text: string, scan: Scan): void {
  const top = scan.path.at(-1)
  if (top === undefined || !/^(?:w|a|m):t$/.test(top.tag.name) || text.trim() === '') return
  for (const opened of scan.path) opened.words = true
}

function open(tag: Tag, scan: Scan): void {
  const { name } = tag
  scan.seen.set(name, (scan.seen.get(name) ?? 0) + 1)
  rename(tag, scan)
  countLoss(name, scan)
  readProperty(tag, scan)
  openers.get(name)?.(tag, scan)
  if (name.startsWith('v:')) readShape(tag, scan)
  if (tag.kind === 'empty') return
  const unread = { hidden: false, words: false, field: false, read: false, alternative: '' }
  scan.path.push({ tag, ...unread, properties: newProperties() })
}

function countLoss(name: string, scan: Scan): void {
  const what = counted.get(name)
  if (what !== undefined) scan.drop(what)
  const lost = lostInDrawings.get(name)
  if (lost !== undefined && !isWithin('w:del', scan)) lose(lost, scan)
}

/** A property of a paragraph stands in its `w:pPr`, or deeper in that. */
function readProperty(tag: Tag, scan: Scan): void {
  const reader = propertyReaders.get(tag.name)
  if (reader === undefined) return
  const names = scan.path.slice(-3).map((opened) => opened.tag.name)
  const depth = names.lastIndexOf('w:p')
  if (depth === -1 || names[depth + 1] !== 'w:pPr') return
  const paragraph = scan.path.at(depth - names.length)
  if (paragraph !== undefined) reader(tag, names.slice(depth + 2), paragraph.properties)
}

function close(tag: Tag, scan: Scan): void {
  const opened = scan.path.pop()
  if (opened === undefined) return
  if (opened.hidden && opened.words && !opened.field) {
    scan.drop('hidden text')
    scan.edits.push(nameEdit(opened.tag, 'del'), nameEdit(tag, 'del'))
    return
  }
  rename(tag, scan)
  closers.get(opened.tag.name)?.(opened, tag, scan)
}

type Closer = (opened: Opened, tag: Tag, scan: Scan) => unknown

const closers: ReadonlyMap<string, Closer> = new Map<string, Closer>([
  ['w:p', countParagraph],
  ['w:pPr', closeProperties],
  ['w:fldSimple', (opened, tag, { edits }) => edits.push(closeField(opened.tag, tag))],
  ['w:drawing', closeDrawing],
  ['w:pict', closePicture],
  ['w:object', closePicture],
  ['mc:AlternateContent', endChoices],
])

function countParagraph({ properties, words }: Opened, _: Tag, scan: Scan): void {
  const { contents } = scan.around.styles
  if (words && contents.has(properties.style)) scan.drop('line of a table of contents')
}

/** What stands in a choice is not read: what it numbers is numbered in its fallback. */
function closeProperties({ tag: open }: Opened, close: Tag, scan: Scan): void {
  const paragraph = scan.path.at(-1)
  if (paragraph?.tag.name !== 'w:p' || isWithin('mc:Choice', scan)) return
  scan.edits.push(...endProperties(paragraph.properties, { open, close }, scan.around, scan.drop))
}

function closeDrawing(opened: Opened, tag: Tag, scan: Scan): void {
  if (!opened.read && (opened.alternative === '' || opened.words)) {
    lose(opened.words ? 'text box' : 'drawing', scan)
  } else if (!opened.read) showAlternative(opened, tag, scan)
}

function closePicture(opened: Opened, tag: Tag, scan: Scan): void {
  if (opened.alternative !== '' && !opened.words) showAlternative(opened, tag, scan)
}

function showAlternative({ alternative }: Opened, tag: Tag, scan: Scan): void {
  const choice = scan.choices.at(-1)
  const chosen = isWithin('mc:Choice', scan)
  if (choice !== undefined) choice.alternative = chosen ? alternative : ''
  if (!chosen) markAfter(tag, alternative, scan)
}

function markAfter(tag: Tag, text: string, scan: Scan): void {
  const word = scan.path.findLast((opened) => opened.tag.name.startsWith('w:'))
  const by = writeMark({ kind: 'alternative', text }, word ? prefixOf(word.tag) : '')
  scan.edits.push({ start: endOfTag(tag), end: endOfTag(tag), by })
}

/** Loss within a choice of alternatives is none if their fallback, which mammoth reads, follows. */
function lose(what: string, scan: Scan): void {
  const choice = isWithin('mc:Choice', scan) ? scan.choices.at(-1) : undefined
  if (choice === undefined) scan.drop(what)
  else choice.lost.push(what)
}

function endChoices(_: Opened, tag: Tag, scan: Scan): void {
  const choice = scan.choices.pop()
  for (const what of choice?.lost ?? []) lose(what, scan)
  if (choice?.alternative) markAfter(tag, choice.alternative, scan)
}

type Opener = (tag: Tag, scan: Scan) => unknown

const openers: ReadonlyMap<string, Opener> = new Map<string, Opener>([
  ['mc:AlternateContent', startChoices],
  ['mc:Fallback', forgetLost],
  ['w:fldSimple', (tag, { edits }) => edits.push(openField(tag))],
  ['w:fldChar', readField],
  ['w:instrText', readField],
  ['pic:pic', readPicture],
  ['wp:docPr', readAlternative],
  ['w:vanish', readHidden],
  ['w:footnoteReference', readReference],
  ['w:endnoteReference', readReference],
])

function startChoices(tag: Tag, { choices }: Scan): void {
  if (tag.kind === 'open') choices.push({ lost: [], alternative: '' })
}

function forgetLost(_: Tag, scan: Scan): void {
  scan.choices.at(-1)?.lost.splice(0)
}

function readReference(tag: Tag, scan: Scan): void {
  if (isWithin('w:del', scan) || isWithin('mc:Choice', scan)) return
  scan.notes.add(`${tag.name.replace('Reference', '')} ${xmlAttribute(tag.tag, 'id') ?? ''}`)
}

/** A field that lost its begin or its end would take in what stands around it. */
function readField(_: Tag, scan: Scan): void {
  for (const opened of scan.path) opened.field = true
}

/** Only a picture that is the whole drawing is read. */
function readPicture(_: Tag, scan: Scan): void {
  if (scan.path.at(-1)?.tag.name !== 'a:graphicData') return
  for (const opened of scan.path) opened.read = true
}

function readAlternative({ tag }: Tag, scan: Scan): void {
  const drawing = scan.path.findLast((opened) => opened.tag.name === 'w:drawing')
  const said = xmlAttribute(tag, 'descr')?.trim() || xmlAttribute(tag, 'title')?.trim()
  if (drawing !== undefined && said) drawing.alternative ||= said
}

/** mammoth doesn't know the alternative of an older picture: the picture gives way to it. */
function readShape(tag: Tag, scan: Scan): void {
  const picture = scan.path.findLast(({ tag: { name } }) => /^w:(?:pict|object)$/.test(name))
  if (picture === undefined) return
  picture.alternative ||= xmlAttribute(tag.tag, 'alt')?.trim() ?? ''
  const read = tag.name === 'v:imagedata' && picture.alternative !== ''
  if (read && tag.kind === 'empty') scan.edits.push(nameEdit(tag, 'lock'))
}

function readHidden(tag: Tag, scan: Scan): void {
  const run = scan.path.at(-2)
  const ofRun = scan.path.at(-1)?.tag.name === 'w:rPr' && run?.tag.name === 'w:r'
  if (ofRun && !isOff(xmlAttribute(tag.tag, 'val'))) run.hidden = true
}

function rename(tag: Tag, scan: Scan): void {
  const by = renamed.get(tag.name)
  if (by !== undefined) scan.edits.push(nameEdit(tag, by))
}

function isWithin(name: string, scan: Scan): boolean {
  return scan.path.some(({ tag }) => tag.name === name)
}
