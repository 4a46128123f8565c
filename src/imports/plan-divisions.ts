import { newBlockId } from '../platform/ids.ts'
import { merger, split, type NewChange } from '../reports/index.ts'
import {
  cutsOf,
  mergeBlocks,
  rewriteBlock,
  sameWords,
  splitBlock,
  type Block,
  type Cut,
  type Matched,
  type ParsedBlock,
} from '../text/index.ts'
import type { MergedBlock } from './merger-store.ts'

type Reading = {
  before: readonly Block[]
  blocks: readonly ParsedBlock[]
  divided: Matched['divided']
  /** What became a part of another and is no block now, the last first. */
  away: readonly MergedBlock[]
  lang: string
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
 * words of a piece on one side at least. A piece that is what once became a part of the block is that again, as it
 * was. What else was made of such blocks are edits, insertions and removals.
 */
export function planDivisions(
  { before, blocks, divided, away, lang, isBack }: Reading,
  dated: Parameters<typeof merger>[2],
): Divisions {
  const divisions: Divisions = { changes: [], text: [...before], known: new Map() }
  for (const { old, now } of divided) {
    const ids = old.flatMap((at) => before[at]?.id ?? [])
    const at = divisions.text.findIndex(({ id }) => id === ids[0])
    if (now.length === 1) mergeAll(divisions, { ids, at, to: now[0] ?? -1 }, dated)
    else if (!now.some(isBack)) splitAll(divisions, { at, now, blocks, away, lang }, dated)
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

type Splitting = {
  at: number
  now: readonly number[]
  blocks: readonly ParsedBlock[]
  away: readonly MergedBlock[]
  lang: string
}

/** Cuts a block in two, and its pieces where they are several of the document's. */
function splitAll(
  divisions: Divisions,
  { at, now, blocks, away, lang }: Splitting,
  dated: Parameters<typeof merger>[2],
): void {
  const { changes, text, known } = divisions
  const whole = text[at]
  if (!whole) return
  known.set(now[0] ?? -1, whole)
  const parsed = now.flatMap((to) => blocks[to] ?? [])
  const gone = away.filter(({ block }) => !text.some(({ id }) => id === block.id))
  const cut = cutBack(whole, parsed, { gone, lang }) ?? cutAnew(whole, parsed)
  if (!cut) return
  changes.push(split(whole, cut.pieces, dated))
  text.splice(at, 1, ...cut.pieces)
  // The second first: what is made of it stands behind the first.
  splitAll(divisions, { at: at + 1, now: now.slice(cut.first), blocks, away, lang }, dated)
  splitAll(divisions, { at, now: now.slice(0, cut.first), blocks, away, lang }, dated)
}

/** The pieces, and of how many blocks of the document the first one is made. */
type CutBlock = { pieces: [Block, Block]; first: number }

/** Where it was put together, the last time first: what the second piece, or the document for it, says is what that said then. */
function cutBack(
  whole: Block,
  parsed: readonly ParsedBlock[],
  { gone, lang }: { gone: readonly MergedBlock[]; lang: string },
): CutBlock | undefined {
  for (const { block } of gone.filter(({ into }) => into === whole.id)) {
    for (let first = 1; first < parsed.length; first += 1) {
      const next = parsed.slice(first)
      const places = placesBetween(whole, parsed.slice(0, first), next)
      const isSaid = joinTexts(next) === block.text
      const cut = places.find(({ rest }) => rest === block.text) ?? (isSaid ? places[0] : undefined)
      const pieces = cut && splitBlock(whole, cut.n, block.id)
      if (pieces) return { pieces: [pieces[0], asItWas(block, pieces[1], lang)], first }
    }
  }
  return undefined
}

/** With the words of the piece, where what was put together was worded anew since. */
function asItWas(block: Block, piece: Block, lang: string): Block {
  return piece.text === block.text
    ? block
    : rewriteBlock(block, { ...piece, number: block.number }, lang)
}

function cutAnew(whole: Block, [first, next]: readonly ParsedBlock[]): CutBlock | undefined {
  const [cut] = first && next ? placesBetween(whole, [first], [next]) : []
  const pieces = cut && splitBlock(whole, cut.n, newBlockId())
  return pieces ? { pieces, first: 1 } : undefined
}

type CutPlace = Pick<Cut, 'n'> & { rest: string }

/** After which sentences: where the first blocks end, or the next ones are all that is left. */
function placesBetween(
  whole: Block,
  first: readonly ParsedBlock[],
  next: readonly ParsedBlock[],
): CutPlace[] {
  const [said, left] = [joinTexts(first), joinTexts(next)]
  return cutsOf(whole).flatMap(({ n }) => {
    const end = whole.sentences.find((sentence) => sentence.n === n)?.end ?? 0
    const [one, rest] = [whole.text.slice(0, end).trim(), whole.text.slice(end).trim()]
    return sameWords(one, said) || sameWords(rest, left) ? [{ n, rest }] : []
  })
}

function joinTexts(blocks: readonly ParsedBlock[]): string {
  return blocks.map(({ text }) => text).join(' ')
}
