import {
  formatNumber,
  knownFormats,
  type NumberDefinition,
  type NumberLevel,
  type NumberPlace,
  type Numbering,
} from './docx-numbering.ts'

/** What stands before a paragraph: a bullet, or a number; the depth of both counts from 0. */
export type ShownNumber = {
  /** `none` takes a place in a list and shows nothing. */
  kind: 'bullet' | 'number' | 'none'
  depth: number
  text: string
  /** It says words as well: «Article 1», «Figure 4-1». */
  worded: boolean
  /** It is of a script or form that is given in figures here. */
  unknown: boolean
}

/** Gives each numbered paragraph of a text, asked for in their order, what Word shows before it. */
export type NumberCounter = (place: NumberPlace, style: string) => ShownNumber | null

type Counts = { values: Map<number, number>; begun: Set<string> }

/** Lists of one definition count on from each other, unless one says where it starts. */
export function countNumbers(numbering: Numbering): NumberCounter {
  const counted = new Map<NumberDefinition, Counts>()
  return (place, style) => {
    const list = place.list === null ? undefined : numbering.lists.get(place.list)
    const definition = list && definitionOf(numbering, list.definition)
    const level = definition && levelOf(definition, place, style)
    if (!list || !definition || !level) return null
    const counts = counted.get(definition) ?? { values: new Map(), begun: new Set() }
    counted.set(definition, counts)
    advance(counts, level, definition, startOf(list.starts, place.list, level, counts))
    return show(level, definition, counts)
  }
}

function show(level: NumberLevel, definition: NumberDefinition, counts: Counts): ShownNumber {
  const { depth, format } = level
  if (format === 'bullet') return { kind: 'bullet', depth, text: '', ...plain }
  const text = textOf(level, definition, counts)
  if (format === 'none' && text === '') return { kind: 'none', depth, text, ...plain }
  // One letter alone is the «L» of «L1».
  const worded = /\p{L}{2}/u.test(level.text)
  return { kind: 'number', depth, text, worded, unknown: !knownFormats.has(format) }
}

const plain = { worded: false, unknown: false }

/** A definition may be that of a style of lists, which another one holds. */
function definitionOf(numbering: Numbering, id: string): NumberDefinition | undefined {
  const definition = numbering.definitions.get(id)
  if (definition === undefined || definition.link === '') return definition
  const { link } = definition
  return [...numbering.definitions.values()].find(({ linked }) => linked === link) ?? definition
}

function levelOf(
  { levels }: NumberDefinition,
  { depth }: NumberPlace,
  style: string,
): NumberLevel | undefined {
  if (depth !== null) return levels.get(Number(depth))
  const own = style === '' ? undefined : [...levels.values()].find((one) => one.style === style)
  return own ?? levels.get(0)
}

/** Where the list begins at this level; null once it has begun. */
function startOf(
  starts: ReadonlyMap<number, number>,
  list: string | null,
  { depth }: NumberLevel,
  { begun }: Counts,
): number | null {
  const key = `${list} ${depth}`
  if (begun.has(key)) return null
  begun.add(key)
  return starts.get(depth) ?? null
}

function advance(
  { values }: Counts,
  { depth, start }: NumberLevel,
  { levels }: NumberDefinition,
  begin: number | null,
): void {
  const last = values.get(depth)
  values.set(depth, begin ?? (last === undefined ? start : last + 1))
  for (const below of levels.values()) {
    if (below.depth <= depth) continue
    if (below.restart === null || depth < below.restart) values.delete(below.depth)
  }
}

function textOf(level: NumberLevel, { levels }: NumberDefinition, { values }: Counts): string {
  const text = level.text.replace(/%([1-9])/g, (_, said: string) => {
    const depth = Number(said) - 1
    const shown = levels.get(depth)
    const value = values.get(depth) ?? shown?.start ?? 1
    const format = shown?.format ?? 'decimal'
    return formatNumber(value, level.legal && format !== 'none' ? 'decimal' : format)
  })
  return text.replaceAll(/\s+/gu, ' ').trim()
}
