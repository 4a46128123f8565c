import { newBlockId } from '../platform/ids.ts'
import { merger, split, type NewChange } from '../reports/index.ts'
import {
  cutsOf,
  mergeBlocks,
  sameWords,
  splitBlock,
  type Block,
  type Matched,
  type ParsedBlock,
} from '../text/index.ts'

type Reading = {
  before: readonly Block[]
  blocks: readonly ParsedBlock[]
  divided: Matched['divided']
  /** Whether a block of the document comes back under an id of its own. */
  isBack: (at: number) => boolean
}

export type Divisions = {
  changes: NewChange[]
  /** The text with them. */
  text: Block[]
  /** What blocks of the document, by their places, are pieces of, or were made from. */
  known: Map<number, Block>
}

/**
 * The splits and mergers by which a document that is read again differs from a text, as far as they can be done as
 * an editor would: neighbours of one kind that become one; a block that is cut where a sentence ends, with the
 * words of a piece on one side at least. What else was made of such blocks are edits, insertions and removals.
 */
export function planDivisions(
  { before, blocks, divided, isBack }: Reading,
  dated: Parameters<typeof merger>[2],
): Divisions {
  const divisions: Divisions = { changes: [], text: [...before], known: new Map() }
  for (const { old, now } of divided) {
    const ids = old.flatMap((at) => before[at]?.id ?? [])
    const at = divisions.text.findIndex(({ id }) => id === ids[0])
    if (now.length === 1) mergeAll(divisions, { ids, at, to: now[0] ?? -1 }, dated)
    else if (!now.some(isBack)) splitAll(divisions, { at, now, blocks }, dated)
  }
  return divisions
}

type Merging = { ids: readonly string[]; at: number; to: number }

function mergeAll(
  { changes, text, known }: Divisions,
  { ids, at, to }: Merging,
  dated: Parameters<typeof merger>[2],
): void {
  for (const id of ids.slice(1)) {
    const [first, next] = [text[at], text[at + 1]]
    const whole = first && next?.id === id && mergeBlocks(first, next)
    if (!whole) return
    changes.push(merger([first, next], whole, dated))
    text.splice(at, 2, whole)
    known.set(to, whole)
  }
}

type Splitting = { at: number; now: readonly number[]; blocks: readonly ParsedBlock[] }

function splitAll(
  { changes, text, known }: Divisions,
  { at, now, blocks }: Splitting,
  dated: Parameters<typeof merger>[2],
): void {
  for (const [index, to] of now.slice(1).entries()) {
    const whole = text[at + index]
    const [first, rest] = [blocks[now[index] ?? -1], blocks[to]]
    const after = whole && first && rest && cutBetween(whole, first, rest)
    const pieces = after && splitBlock(whole, after, newBlockId())
    if (!pieces) return
    changes.push(split(whole, pieces, dated))
    text.splice(at + index, 1, ...pieces)
    known.set(now[index] ?? -1, pieces[0])
    known.set(to, pieces[1])
  }
}

/** After which sentence: where the first piece ends, or the next one is all that is left. */
function cutBetween(whole: Block, first: ParsedBlock, rest: ParsedBlock): number | undefined {
  const place = cutsOf(whole).find(({ n }) => {
    const end = whole.sentences.find((sentence) => sentence.n === n)?.end ?? 0
    const [one, other] = [whole.text.slice(0, end).trim(), whole.text.slice(end).trim()]
    return sameWords(one, first.text) || sameWords(other, rest.text)
  })
  return place?.n
}
