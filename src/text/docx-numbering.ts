import { listNumber } from './list-number.ts'
import { isOff, xmlAttribute, xmlPieces } from './xml-tags.ts'

/** Where a paragraph's number comes from: a list of the file, and the depth in it from 0. */
export type NumberPlace = { list: string | null; depth: string | null }

/** How one level of a list numbers its paragraphs, as Word writes it («%1.%2»). */
export type NumberLevel = {
  depth: number
  start: number
  format: string
  text: string
  /** The paragraph style that the level is for. */
  style: string
  /** The level (from 1) at whose numbers this one begins again; null: at any above, 0: at none. */
  restart: number | null
  /** Higher levels stand in it in figures, whatever they look like themselves. */
  legal: boolean
}

export type NumberDefinition = { levels: Map<number, NumberLevel>; link: string; linked: string }

export type NumberList = { definition: string; starts: Map<number, number> }

export type Numbering = {
  definitions: ReadonlyMap<string, NumberDefinition>
  lists: ReadonlyMap<string, NumberList>
}

type Reading = {
  definitions: Map<string, NumberDefinition>
  lists: Map<string, NumberList>
  definition: NumberDefinition
  level: NumberLevel
  list: NumberList
  depth: number
}

/** UTF-16 units: nobody writes more before a number. */
const longestText = 100

type Reader = (said: (name: string) => string, reading: Reading) => void

/** Reads how a Word file numbers its lists, from the part that defines them. */
export function readNumbering(xml: string): Numbering {
  const reading: Reading = {
    definitions: new Map(),
    lists: new Map(),
    definition: newDefinition(),
    level: newLevel(0),
    list: { definition: '', starts: new Map() },
    depth: 0,
  }
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text' || piece.kind === 'close') continue
    readers.get(piece.name)?.((name) => xmlAttribute(piece.tag, name) ?? '', reading)
  }
  return reading
}

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['w:abstractNum', startDefinition],
  ['w:numStyleLink', (said, reading) => (reading.definition.link = said('val'))],
  ['w:styleLink', (said, reading) => (reading.definition.linked = said('val'))],
  ['w:lvl', startLevel],
  ['w:start', (said, reading) => (reading.level.start = wholeOf(said('val')))],
  ['w:numFmt', (said, reading) => (reading.level.format = said('val'))],
  ['w:lvlText', (said, reading) => (reading.level.text = said('val').slice(0, longestText))],
  ['w:pStyle', (said, reading) => (reading.level.style = said('val'))],
  ['w:lvlRestart', (said, reading) => (reading.level.restart = wholeOf(said('val')))],
  ['w:isLgl', (said, reading) => (reading.level.legal = !isOff(said('val')))],
  ['w:num', startList],
  ['w:abstractNumId', (said, reading) => (reading.list.definition = said('val'))],
  ['w:lvlOverride', (said, reading) => (reading.depth = wholeOf(said('ilvl')))],
  [
    'w:startOverride',
    (said, reading) => reading.list.starts.set(reading.depth, wholeOf(said('val'))),
  ],
])

function startDefinition(said: (name: string) => string, reading: Reading): void {
  reading.definition = newDefinition()
  reading.list = { definition: '', starts: new Map() }
  reading.definitions.set(said('abstractNumId'), reading.definition)
}

/** A level that stands in a list of its own is an override: its start is, its looks are not read. */
function startLevel(said: (name: string) => string, reading: Reading): void {
  const depth = wholeOf(said('ilvl'))
  reading.level = newLevel(depth)
  if (reading.list.definition === '') reading.definition.levels.set(depth, reading.level)
}

function startList(said: (name: string) => string, reading: Reading): void {
  reading.list = { definition: '', starts: new Map() }
  reading.lists.set(said('numId'), reading.list)
}

function newDefinition(): NumberDefinition {
  return { levels: new Map(), link: '', linked: '' }
}

function newLevel(depth: number): NumberLevel {
  return { depth, start: 1, format: 'decimal', text: '', style: '', restart: null, legal: false }
}

function wholeOf(said: string): number {
  const value = Number.parseInt(said, 10)
  return Number.isSafeInteger(value) && Math.abs(value) < 1e6 ? value : 0
}

const types: ReadonlyMap<string, string> = new Map([
  ['lowerLetter', 'a'],
  ['upperLetter', 'A'],
  ['lowerRoman', 'i'],
  ['upperRoman', 'I'],
])

/** Returns a number as a level shows it; numbers of other scripts are given in figures. */
export function formatNumber(value: number, format: string): string {
  if (format === 'none') return ''
  if (format === 'decimalZero') return String(value).padStart(2, '0')
  if (format.endsWith('Letter') && value > 26) {
    // Word goes on with aa, bb, cc… where others go on with aa, ab, ac…
    const letter = listNumber(((value - 1) % 26) + 1, types.get(format) ?? '')
    return letter.repeat(Math.min(20, Math.ceil(value / 26)))
  }
  return listNumber(value, types.get(format) ?? '')
}

/** Those that are shown as Word shows them. */
export const knownFormats: ReadonlySet<string> = new Set([
  ...types.keys(),
  'decimal',
  'decimalZero',
  'none',
])

const depths = [0, 1, 2, 3, 4, 5, 6, 7, 8]

/** The lists that mammoth is told of: of numbers, and of bullets. */
export const numberedList = '1'
export const bulletList = '2'

/** What mammoth needs to know of lists, whatever the file says of its own. */
export const plainNumbering: string = [
  '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
  ...[
    [numberedList, 'decimal'],
    [bulletList, 'bullet'],
  ].map(([id, format]) => {
    const levels = depths.map((at) => `<w:lvl w:ilvl="${at}"><w:numFmt w:val="${format}"/></w:lvl>`)
    return `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
  }),
  ...[numberedList, bulletList].map(
    (id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`,
  ),
  '</w:numbering>',
].join('')
