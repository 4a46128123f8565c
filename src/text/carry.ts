import type { ParsedBlock } from './block.ts'
import { groupPairs } from './group-pairs.ts'
import { pairBlocks, type Pairing } from './pair-blocks.ts'
import { numberAt } from './number-at.ts'
import { trusted } from './pair-headings.ts'
import {
  foldTypography,
  placeQuote,
  quoteAt,
  withItsSentence,
  type Placed,
  type Quote,
} from './place-quote.ts'
import { rewordedPlace, settleEdges } from './reworded-place.ts'
import { keptOf, type Sections, sectionsOf } from './sections.ts'
import { indexShingles, readWords, type Worded } from './worded.ts'

/** Where a passage stands: UTF-16 units in the text of the block of that index. */
export type Passage = { block: number; start: number; end: number }

/**
 * Why a passage is where it is said to be: its block says the same; its words, or most of their letters, stand in
 * the block that it became, or in its section; elsewhere, and nowhere as well; its block was worded anew; nowhere;
 * at several places that nothing tells apart.
 */
export type CarryRule =
  | 'same-block'
  | 'became'
  | 'same-section'
  | 'elsewhere'
  | 'worded-anew'
  | 'gone'
  | 'ambiguous'
  | 'not-in-old'

/** `score`: the part of its letters (of a short one, with its context) that stand there, 0 to 1. */
export type Carried =
  | (Passage & {
      state: 'exact' | 'edited' | 'moved' | 'rewritten'
      rule: CarryRule
      score: number
    })
  | { state: 'orphan'; rule: CarryRule; score: number }

/**
 * The part of a quote's letters that may differ: where it stood; in a section that is less surely the same; and
 * elsewhere. Chosen on `reglement-an`; `npm run bench -- text-anchors` says what they give.
 */
const mostAtHome = 0.2
const mostOfLong = 0.25
const mostNear = 0.09
const mostElsewhere = 0.05

/** How much two sections must say alike for one to be the other, where headings prove nothing. */
const surelySame = 0.9

/** By how much the best place must be better than the next. */
const leastLead = 0.05

type Texts = { old: readonly ParsedBlock[]; now: readonly ParsedBlock[]; pairing: Pairing }

/** What is known of two texts, of which passages are carried from one to the other. */
type Known = Texts & {
  /** For each old block the new one that it is; -1: none. */
  became: Int32Array
  /** Of an old block that was split or merged, all the new ones that it is in. */
  pieces: ReadonlyMap<number, readonly number[]>
  sections: { old: Sections; now: Sections }
  folded: { old: (at: number) => string; now: (at: number) => string }
  findAnywhere: (words: string) => number[]
}

/**
 * Returns a function that finds a passage of the old text in the new one, by what became of its block and its
 * section first, and by its words second: a wrong place is worse than none. What differs in typography only
 * is the same.
 */
export function carrier(
  old: readonly ParsedBlock[],
  now: readonly ParsedBlock[],
  pairing: Pairing = pairBlocks(old, now),
): (passage: Passage) => Carried {
  const became = new Int32Array(old.length).fill(-1)
  for (const [to, from] of pairing.places.entries()) if (from >= 0) became[from] = to
  const known: Known = {
    old,
    now,
    pairing,
    became,
    pieces: new Map(
      groupPairs(pairing.places, { old, now, read: pairing.read }).flatMap((group) =>
        group.old.map((from) => [from, group.now] as const),
      ),
    ),
    sections: { old: sectionsOf(old), now: sectionsOf(now) },
    folded: { old: foldEach(old), now: foldEach(now) },
    findAnywhere: finder(now, pairing),
  }
  return (passage) => {
    const text = known.folded.old(passage.block)
    const sought = { passage, quote: quoteAt(text, passage.start, passage.end) }
    return (
      stay(passage, known) ??
      findAtHome(sought, known) ??
      findElsewhere(sought, known) ??
      inItsPlace(sought, known)
    )
  }
}

/** Where its block says the same. */
function stay(passage: Passage, known: Known): Carried | null {
  const block = numberAt(known.became, passage.block)
  if (block < 0 || known.folded.now(block) !== known.folded.old(passage.block)) return null
  const { sections } = known
  const from = numberAt(sections.old.headingOf, passage.block)
  const isMoved = allowedIn(from, numberAt(sections.now.headingOf, block), known) === mostElsewhere
  return { ...passage, block, state: isMoved ? 'moved' : 'exact', rule: 'same-block', score: 1 }
}

/** A block in which a quote may be; `most`: how much may differ in its section, `allowed`: of this quote. */
type Near = { block: number; most: number; allowed: number }

function nearAt(block: number, most: number): Near {
  return { block, most, allowed: most }
}

type Found = Placed & Near

/** A passage that is looked for by its words. */
type Sought = { passage: Passage; quote: Quote }

/** In what its block became, else in its section. */
function findAtHome(sought: Sought, known: Known): Carried | null {
  const { passage, quote } = sought
  const from = passage.block
  // A long quote is known by itself, however sure its section is.
  const near = nearby(from, known).map((one) =>
    quote.short ? one : { ...one, allowed: mostOfLong },
  )
  const pieces = new Set(known.pieces.get(from))
  const [kept] = findIn(
    near.filter(({ block }) => pieces.has(block)),
    quote,
    known,
  )
  if (kept) return say(kept, 'became', sought, known)
  return sayBest(findIn(near, quote, known), 'same-section', sought, known)
}

function findElsewhere(sought: Sought, known: Known): Carried | null {
  const { quote } = sought
  const places = known.findAnywhere(quote.words).map((block) => nearAt(block, mostElsewhere))
  return sayBest(findIn(places, withItsSentence(quote), known), 'elsewhere', sought, known)
}

/** Places of the quote, the one with the fewest errors first; what has many more than another is not looked for. */
function findIn(near: readonly Near[], quote: Quote, known: Known): Found[] {
  let least = 1
  return near
    .flatMap((place): Found[] => {
      const most = Math.min(place.allowed, least + leastLead)
      const placed = placeQuote(quote, known.folded.now(place.block), most)
      if (!placed) return []
      least = Math.min(least, placed.errors)
      return [{ ...placed, ...place }]
    })
    .toSorted((one, other) => one.errors - other.errors)
}

/** In the paragraph that is where the passage was, if it surely is: most of its words, else the whole. */
function inItsPlace({ passage, quote }: Sought, known: Known): Carried {
  const { became, sections, now, folded } = known
  const block = numberAt(became, passage.block)
  const heading = numberAt(sections.old.headingOf, passage.block)
  const home = numberAt(sections.now.headingOf, block)
  const end = now[block]?.text.length ?? 0
  if (end === 0 || allowedIn(heading, home, known) < mostAtHome)
    return { state: 'orphan', rule: 'gone', score: 0 }
  const texts = { before: folded.old(passage.block), after: folded.now(block) }
  const place = quote.short ? null : rewordedPlace(texts, passage)
  if (!place) return { state: 'rewritten', rule: 'worded-anew', block, start: 0, end, score: 0 }
  const { kept: score, ...range } = place
  return { state: 'edited', rule: 'became', block, ...range, score }
}

function sayBest(found: Found[], rule: CarryRule, sought: Sought, known: Known): Carried | null {
  const [best, next] = found
  if (!best) return null
  const isClear = next === undefined || next.errors - best.errors >= leastLead
  if (isClear) return say(best, rule, sought, known)
  return { state: 'orphan', rule: 'ambiguous', score: 1 - best.errors }
}

function say(
  found: Found,
  rule: CarryRule,
  { passage, quote }: Sought,
  { folded }: Known,
): Carried {
  const { block, start, end, errors, most } = found
  const now = folded.now(block)
  const score = 1 - errors
  const isSame = now.slice(start, end) === quote.words
  if (isSame)
    return { state: most === mostElsewhere ? 'moved' : 'exact', rule, block, start, end, score }
  const range = settleEdges({ before: folded.old(passage.block), after: now }, passage, found)
  return { state: 'edited', rule, block, ...range, score }
}

/** How sure it is that a section became the other: the part of a quote that may differ there. */
function allowedIn(from: number, to: number, { became, pairing, sections, old, now }: Known) {
  if (from === -1 && to === -1) return mostAtHome
  if (from === -1 || became[from] !== to) return mostElsewhere
  if (pairing.trust > trusted) return old[from]?.text === now[to]?.text ? mostAtHome : mostElsewhere
  return keptOf(pairing, sections, [from, to]) >= surelySame ? mostAtHome : mostNear
}

/** Blocks of a section that are searched: in a longer one, those around where the passage was. */
const mostSearched = 200

/** Around the block that this one is, or where it stood among its own. */
function nearestIn(
  blocks: readonly number[],
  from: number,
  { became, sections }: Known,
): readonly number[] {
  if (blocks.length <= mostSearched) return blocks
  const own = blocks.indexOf(numberAt(became, from))
  const stood = sections.old.below.get(numberAt(sections.old.headingOf, from))?.indexOf(from) ?? 0
  const middle = Math.min(own === -1 ? stood : own, blocks.length)
  return blocks.slice(Math.max(0, middle - mostSearched / 2), middle + mostSearched / 2)
}

/** Blocks under the headings that the one above it became, in whole or in part. */
function nearby(from: number, known: Known): Near[] {
  const { sections, became, pieces } = known
  const heading = numberAt(sections.old.headingOf, from)
  const homes = (pieces.get(from) ?? []).map((at) => numberAt(sections.now.headingOf, at))
  const home = heading === -1 ? -1 : numberAt(became, heading)
  if (home >= 0 || heading === -1) homes.unshift(home)
  const found = new Map<number, number>()
  for (const to of new Set(homes)) {
    const most = allowedIn(heading, to, known)
    for (const at of nearestIn(sections.now.below.get(to) ?? [], from, known))
      found.set(at, Math.max(most, found.get(at) ?? 0))
  }
  return [...found].map(([block, most]) => nearAt(block, most))
}

function foldEach(blocks: readonly ParsedBlock[]) {
  const known = blocks.map((): string | undefined => undefined)
  return (at: number): string => (known[at] ??= foldTypography(blocks[at]?.text ?? ''))
}

/** Blocks of the new text that share the most words in a row with some others; made when first asked for. */
function finder(now: readonly ParsedBlock[], { read }: Pairing): (words: string) => number[] {
  let find: ((worded: Worded) => number[]) | undefined
  return (words) => {
    find ??= indexShingles(new Map([...now.keys()].map((at) => [at, read.now(at)])))
    return find(readWords(words))
  }
}
