import type { Edit } from './edit-text.ts'

/** A tag of an XML text, or words between tags. Offsets are UTF-16 units in that text. */
export type XmlPiece =
  | {
      kind: 'open' | 'close' | 'empty'
      name: string
      nameStart: number
      nameEnd: number
      tag: string
    }
  | { kind: 'text'; text: string }

export type XmlTag = Exclude<XmlPiece, { kind: 'text' }>

/** How elements are called here, whatever prefix a file gives them: by their namespace. */
const prefixes: readonly [RegExp, string][] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, 'w'],
  [/\/drawingml\/(?:2006\/)?main$/, 'a'],
  [/\/drawingml\/(?:2006\/)?picture$/, 'pic'],
  [/\/drawingml\/(?:2006\/)?wordprocessingDrawing$/, 'wp'],
  [/\/officeDocument\/(?:2006\/)?math$/, 'm'],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/^urn:schemas-microsoft-com:vml$/, 'v'],
  [/^urn:schemas-microsoft-com:office:office$/, 'o'],
  [/^http:\/\/purl\.org\/dc\/elements\/1\.1\/$/, 'dc'],
]

/**
 * Yields the tags and words of a well-formed XML text in order; comments and instructions are left
 * out. An element of a namespace that isn't known here is `?:name`.
 */
export function* xmlPieces(xml: string): Generator<XmlPiece> {
  const known = new Map<string, string>()
  let at = 0
  for (;;) {
    const start = xml.indexOf('<', at)
    const text = xml.slice(at, start === -1 ? xml.length : start)
    if (text !== '') yield { kind: 'text', text }
    if (start === -1) return
    at = endOf(xml, start)
    const tag = xml.slice(start, at)
    if (tag.startsWith('<![CDATA[')) yield { kind: 'text', text: tag.slice(9, -3) }
    else if (!/^<[!?]/.test(tag)) yield readTag(tag, start, known)
  }
}

function readTag(tag: string, start: number, known: Map<string, string>): XmlPiece {
  if (tag.includes('xmlns')) learnPrefixes(tag, known)
  const mark = tag.startsWith('</') ? 2 : 1
  const said = /^[^\s/>]*/.exec(tag.slice(mark))?.[0] ?? ''
  const opens = tag.endsWith('/>') ? 'empty' : 'open'
  const nameStart = start + mark
  return {
    kind: mark === 2 ? 'close' : opens,
    name: nameOf(said, known),
    nameStart,
    nameEnd: nameStart + said.length,
    tag,
  }
}

/** Returns an attribute of a tag, whatever its prefix; null when it isn't there. */
export function xmlAttribute(tag: string, name: string): string | null {
  for (const [, said, one, other] of tag.matchAll(attributes)) {
    if (said?.split(':').at(-1) === name) return decodeXml(one ?? other ?? '')
  }
  return null
}

const attributes = /([^\s="'<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** Whether a switch is off that is on where nothing is said. */
export function isOff(said: string | null): boolean {
  return /^(?:0|false|off)$/.test(said ?? '')
}

/** The prefix that the file gives a tag's namespace, with its colon. */
export function prefixOf({ tag }: XmlTag): string {
  return /^<\/?([^\s/>:]*:)/.exec(tag)?.[1] ?? ''
}

/** Where the tag ends, with its «>». */
export function endOfTag({ kind, nameStart, tag }: XmlTag): number {
  return nameStart - (kind === 'close' ? 2 : 1) + tag.length
}

/** Its name gives way to another, under the prefix that it has. */
export function nameEdit({ tag, nameStart, nameEnd }: XmlTag, by: string): Edit {
  const said = tag.slice(tag.startsWith('</') ? 2 : 1).slice(0, nameEnd - nameStart)
  return { start: nameStart + said.indexOf(':') + 1, end: nameEnd, by }
}

/** Returns text with XML's own five entities and its character references as characters. */
export function decodeXml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (said, decimal, hex, name) => {
    if (name !== undefined) return entities.get(name) ?? said
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD'
  })
}

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

function endOf(xml: string, start: number): number {
  for (const [opening, closing] of spans) {
    if (xml.startsWith(opening, start)) return after(xml, closing, start + opening.length)
  }
  // A «>» may stand in an attribute's value.
  const mark = /["'>]/g
  mark.lastIndex = start
  for (let found = mark.exec(xml); found !== null; found = mark.exec(xml)) {
    if (found[0] === '>') return found.index + 1
    mark.lastIndex = after(xml, found[0], found.index + 1)
  }
  return xml.length
}

const spans = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

function after(xml: string, closing: string, from: number): number {
  const found = xml.indexOf(closing, from)
  return found === -1 ? xml.length : found + closing.length
}

function learnPrefixes(tag: string, known: Map<string, string>): void {
  for (const [, said = '', one, other] of tag.matchAll(attributes)) {
    const declared = /^xmlns(?::(.+))?$/.exec(said)
    if (declared === null) continue
    const found = prefixes.find(([pattern]) => pattern.test(one ?? other ?? ''))
    known.set(declared[1] ?? '', found?.[1] ?? '?')
  }
}

function nameOf(said: string, known: ReadonlyMap<string, string>): string {
  const colon = said.indexOf(':')
  const prefix = known.get(said.slice(0, Math.max(0, colon))) ?? '?'
  return `${prefix}:${said.slice(colon + 1)}`
}
