import type { ParsedBlock } from './block.ts'
import { listNumber } from './list-number.ts'

/** A list as HTML and Markdown have it; `type` is that of HTML's `ol`, null where it has bullets. */
export type GroupedList<B> = {
  type: ListType | null
  start: number
  /** Its items show other numbers than a list counts: each its own. */
  given: boolean
  items: GroupedItem<B>[]
}

/** `block` is null where the text begins a list within a list that has no item. */
export type GroupedItem<B> = { block: B | null; lists: GroupedList<B>[] }

type ListType = '1' | 'a' | 'A' | 'i' | 'I'

/** Blocks that stand in one element: items of a list, quotes that follow one another, or one by itself. */
export type Group<B> =
  | { kind: 'list'; list: GroupedList<B> }
  | { kind: 'quote'; blocks: B[] }
  | { kind: 'block'; block: B }

/** Returns the blocks in the groups that a document sets them in. */
export function groupBlocks<B extends ParsedBlock>(blocks: readonly B[]): Group<B>[] {
  const groups: Group<B>[] = []
  let items: B[] = []
  const endList = () => {
    for (const list of nestItems(items, 1)) groups.push({ kind: 'list', list })
    items = []
  }
  for (const block of blocks) {
    if (block.kind === 'list-item') {
      items.push(block)
      continue
    }
    endList()
    const last = groups.at(-1)
    if (block.kind !== 'quote') groups.push({ kind: 'block', block })
    else if (last?.kind === 'quote') last.blocks.push(block)
    else groups.push({ kind: 'quote', blocks: [block] })
  }
  endList()
  return groups
}

/** Items at that depth and deeper, as the lists that they make. */
function nestItems<B extends ParsedBlock>(items: readonly B[], depth: number): GroupedList<B>[] {
  const lists: GroupedList<B>[] = []
  let deeper: B[] = []
  const endDeeper = () => {
    if (deeper.length === 0) return
    const under = lists.at(-1)?.items.at(-1)
    const nested = nestItems(deeper, depth + 1)
    if (under) under.lists.push(...nested)
    else lists.push({ ...bullets, items: [{ block: null, lists: nested }] })
    deeper = []
  }
  for (const block of items) {
    if (block.level > depth) {
      deeper.push(block)
      continue
    }
    endDeeper()
    const last = lists.at(-1)
    if (last && continues(last, block.number)) last.items.push({ block, lists: [] })
    else lists.push({ ...beginList(block.number), items: [{ block, lists: [] }] })
  }
  endDeeper()
  return lists
}

const bullets = { type: null, start: 1, given: false } as const

function continues<B>({ type, start, given, items }: GroupedList<B>, number: string | null) {
  if (number === null) return type === null
  if (type === null) return false
  return given ? readNumber(number) === null : listNumber(start + items.length, type) === number
}

function beginList(number: string | null): Omit<GroupedList<never>, 'items'> {
  if (number === null) return bullets
  const read = readNumber(number)
  return read ? { ...read, given: false } : { type: '1', start: 1, given: true }
}

/** Letters that are Roman numerals too are letters, but for the «i» that a list begins with. */
function readNumber(number: string): { type: ListType; start: number } | null {
  if (/^(?:0|[1-9]\d{0,8})$/.test(number)) return { type: '1', start: Number(number) }
  const roman = /^i/i.test(number) || /^[ivxlcdm]{2,}$/i.test(number)
  const types = roman ? (['i', 'I', 'a', 'A'] as const) : (['a', 'A', 'i', 'I'] as const)
  for (const type of types) {
    const start = longestCount.find((value) => listNumber(value, type) === number)
    if (start !== undefined) return { type, start }
  }
  return null
}

/** No list that people read counts further with letters. */
const longestCount = Array.from({ length: 200 }, (_, at) => at + 1)
