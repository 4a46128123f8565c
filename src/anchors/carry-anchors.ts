import {
  carrier,
  findWords,
  foldTypography,
  keptPart,
  wordFollower,
  type Block,
  type Carried,
} from '../text/index.ts'
import {
  leastKept,
  leastSure,
  type AnchorPlace,
  type AnchorState,
  type CarriedRule,
  type Standing,
} from './anchor.ts'
import { recordFollower, type Followed, type Step } from './follow-block.ts'
import { headingFinder, headingsOver } from './nearest-heading.ts'
import { standsAsAmended } from './own-wording.ts'

/** An anchor of the edition before. */
export type Stood = Standing & {
  /** The words that were read when the contribution was written, in which block, under which heading. */
  exact: string
  readIn: string
  readUnder: string | null
  /** Whether it is an amendment. */
  amends: boolean
  /** Of an orphan: where its passage last stood, and all that the block said. */
  last: (AnchorPlace & { text: string }) | null
}

export type Texts = {
  old: readonly Block[]
  now: readonly Block[]
  /** What was done to the text from the one to the other, in order. */
  steps: readonly Step[]
}

type Found = {
  rule: CarriedRule
  place: AnchorPlace
  moved: boolean
  rewritten: boolean
  /** By text only: the part of its letters that stand there. */
  score: number | null
  /** Of its words in the edition before, the part that is left. */
  kept: number
  /** A part of them stands in another block. */
  torn?: boolean
}

/** Fewer words say nothing by themselves. */
const tellingWords = 4

/**
 * Returns where passages stand in the text that follows: by their block first, where it says the same; through its
 * recorded changes; by what the two texts say last. A place is worse than none where nothing vouches for it.
 */
export function carryAnchors(stood: readonly Stood[], texts: Texts): Standing[] {
  const find = finderOf(texts)
  const shown = new Map(texts.now.map((block) => [block.id, block]))
  const homeOf = once(() => headingFinder(texts.old, texts.now))
  const over = once(() => headingsOver(texts.now))
  const isHome = ({ readIn, readUnder }: Stood, { blockId }: AnchorPlace) =>
    blockId === readIn && (over().get(blockId) ?? null) === readUnder
  const isOwn = ({ number, exact, amends }: Stood, { blockId }: AnchorPlace) => {
    const block = shown.get(blockId)
    return amends && !!block && standsAsAmended({ number, exact, block }, texts.steps)
  }
  return stood.map((anchor) => {
    const found = anchor.place ? find(anchor, anchor.place) : findPutBack(anchor, shown)
    return found && 'place' in found
      ? standingAt(anchor, found, { shown, isHome, isOwn })
      : orphanOf(anchor, found, (blockId) => homeOf()(blockId))
  })
}

function orphanOf(
  { number, place, homeId, score, doubtful }: Stood,
  lost: Lost | null,
  homeOf: (blockId: string) => string | null,
): Standing {
  const home = place?.blockId ?? homeId
  const kept = { rule: 'unchanged' as const, score, doubtful }
  const orphaned = lost && { ...lost, doubtful: true }
  return {
    number,
    state: 'orphan',
    place: null,
    homeId: home && homeOf(home),
    ...(orphaned ?? kept),
  }
}

type Lost = { rule: CarriedRule; score: number }
type Find = (anchor: Stood, place: AnchorPlace) => Found | Lost

function finderOf(texts: Texts): Find {
  const { old, now, steps } = texts
  const olds = new Map(old.map((block, at) => [block.id, { block, at }]))
  const nows = new Map(now.map((block) => [block.id, block]))
  const histories = Map.groupBy(steps, ({ blockId }) => blockId)
  const isRelocated = relocations(texts, histories)
  const carry = once(() => carrier(old, now))
  const byText = remembering((place: AnchorPlace) => {
    const { at } = olds.get(place.blockId) ?? { at: -1 }
    return carry()({ block: at, start: place.start, end: place.end })
  }, keyOf)
  const follow = once(() => recordFollower(texts))

  const found = (rule: CarriedRule, place: AnchorPlace, from = place.blockId): Found => {
    const moved = nows.has(place.blockId) && isRelocated(from, place.blockId)
    return { rule, place, moved, rewritten: false, score: null, kept: 1 }
  }
  /**
   * The record says which words came in the place of these, where they stand nowhere else: none in the place of what
   * went with another passage.
   */
  const findReplaced = (place: AnchorPlace, is: Block | undefined, { divided }: Followed) => {
    const carried = byText(place)
    const placed = foundByText(carried, now)
    if ('place' in placed && !placed.rewritten) return placed
    if (divided && !is) return { rule: 'gone' as const, score: 0 }
    if (!is || is.text === '' || carried.rule === 'ambiguous') return placed
    return { ...found('recorded', wholeOf(is), place.blockId), rewritten: true }
  }

  return (anchor, place) => {
    const [was, is] = [olds.get(place.blockId)?.block, nows.get(place.blockId)]
    if (!was) return { rule: 'not-in-old', score: 0 }
    if (is?.text === was.text) return found('unchanged', place)
    const again = is && findAgain(anchor, is)
    if (again) return found('put-back', again)
    const followed = follow()(place.blockId, place)
    const into = nows.get(followed.blockId ?? '')
    const recorded = into && followIn({ was, is: into, followed }, place)
    if (!recorded) return findReplaced(place, into, followed)
    return { ...found('recorded', recorded.place, place.blockId), ...recorded }
  }
}

/**
 * Whether the words of a block stand under another heading than before, in that block or in another, because it was
 * put there.
 */
function relocations({ old, now }: Texts, histories: ReadonlyMap<string, readonly Step[]>) {
  const over = once(() => ({ old: headingsOver(old), now: headingsOver(now) }))
  return (from: string, to: string): boolean => {
    const placed = [from, to]
      .flatMap((id) => histories.get(id) ?? [])
      .some(({ operation }) => operation === 'move-block' || operation === 'insert-block')
    return placed && over().old.get(from) !== over().now.get(to)
  }
}

type Following = { was: Block; is: Block; followed: Followed }

/** All of a passage stays all of it, unless it is divided. */
function followIn({ was, is, followed }: Following, place: AnchorPlace) {
  const { range, divided, torn } = followed
  if (!range) return null
  const [before, after] = [
    was.text.slice(place.start, place.end),
    is.text.slice(range.start, range.end),
  ]
  const kept = keptPart(before, after)
  if (kept < leastKept) return null
  const isWhole = !divided && place.start === 0 && place.end === was.text.length
  return { kept, torn, place: isWhole ? wholeOf(is) : { blockId: is.id, ...range } }
}

/** The words that were read, once, in a block that said others. */
function findAgain({ state, exact }: Stood, block: Block): AnchorPlace | null {
  if (state === 'exact' || state === 'moved') return null
  if (exact.trim().split(/\s+/u).length < tellingWords) return null
  const [place, ...others] = findWords(block.text, exact)
  return place && others.length === 0 ? { blockId: block.id, ...place } : null
}

/** An orphan's passage, in its own block, which was taken out and stands again. */
function findPutBack({ last }: Stood, shown: ReadonlyMap<string, Block>): Found | null {
  const block = last && shown.get(last.blockId)
  if (!last || !block) return null
  const { text, ...place } = last
  const found = { moved: false, rewritten: false, score: null, kept: 1, rule: 'put-back' as const }
  if (block.text === text) return { ...found, place }
  const range = wordFollower(text, block.text)(place)
  return range && range.kept >= leastKept
    ? { ...found, place: { blockId: block.id, start: range.start, end: range.end } }
    : null
}

function foundByText(carried: Carried, now: readonly Block[]): Found | Lost {
  const { rule, score } = carried
  if (carried.state === 'orphan') return { rule, score }
  const { state, start, end, block } = carried
  const { id: blockId } = now[block] ?? { id: '' }
  if (end <= start) return { rule: 'gone', score: 0 }
  const place = { blockId, start, end }
  const [moved, rewritten] = [state === 'moved', state === 'rewritten']
  return { rule, place, moved, rewritten, score, kept: score }
}

type Shown = {
  shown: ReadonlyMap<string, Block>
  /** Whether that is where it was read. */
  isHome: (anchor: Stood, place: AnchorPlace) => boolean
  /** Whether the words that it led to itself stand there. */
  isOwn: (anchor: Stood, place: AnchorPlace) => boolean
}

function standingAt(anchor: Stood, found: Found, { shown, isHome, isOwn }: Shown): Standing {
  const { number, exact } = anchor
  const { place, rule } = found
  const words = shown.get(place.blockId)?.text.slice(place.start, place.end) ?? ''
  const isSame = foldTypography(words).trim() === foldTypography(exact).trim()
  const strayed = found.moved || anchor.state === 'moved'
  const moved = strayed && !isHome(anchor, place)
  const state = isSame ? (moved ? 'moved' : 'exact') : changedState(anchor, found)
  const score = scoreOf({ anchor, found }, words, isSame)
  const sure = isSure({ anchor, found }, state, score) && !staysDoubtful(anchor, rule, state)
  const doubtful = !sure && !isOwn(anchor, place)
  return { number, state, place, homeId: null, rule, score, doubtful }
}

function changedState(anchor: Stood, { rule, rewritten }: Found): AnchorState {
  return rewritten || (anchor.state === 'rewritten' && rule !== 'put-back') ? 'rewritten' : 'edited'
}

type Carrying = { anchor: Stood; found: Found }

function scoreOf({ anchor, found: { rule, score } }: Carrying, words: string, isSame: boolean) {
  if (isSame) return 1
  if (rule === 'unchanged') return anchor.score
  if (score === null) return keptPart(anchor.exact, words)
  return anchor.state === 'exact' || anchor.state === 'moved'
    ? score
    : Math.min(score, anchor.score)
}

/**
 * What nobody has to look at: what did not change since it was last looked at, and what the record says of words of
 * which most are left.
 */
function isSure({ anchor, found }: Carrying, state: AnchorState, score: number): boolean {
  const { rule } = found
  if (rule === 'unchanged' || state === 'exact') return true
  if (isLoose(found)) return false
  // Little by little, it may have become another.
  if (state === 'edited' && score < leastSure && anchor.score >= leastSure) return false
  return state === 'edited' || rule === 'recorded' || rule === 'put-back'
}

/** Nobody looked at it, and nothing says since that it is right. */
function staysDoubtful({ doubtful }: Stood, rule: CarriedRule, state: AnchorState): boolean {
  return doubtful && rule !== 'put-back' && state !== 'exact'
}

/** Other words, or only a part of what they were. */
function isLoose({ rewritten, torn, kept }: Found): boolean {
  return rewritten || torn === true || kept < leastSure
}

function wholeOf({ id, text }: Block): AnchorPlace {
  return { blockId: id, start: 0, end: text.length }
}

function keyOf({ blockId, start, end }: AnchorPlace): string {
  return `${blockId} ${start} ${end}`
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

function remembering<A, T>(make: (asked: A) => T, nameOf: (asked: A) => string): (asked: A) => T {
  const known = new Map<string, { value: T }>()
  return (asked) => {
    const name = nameOf(asked)
    const made = known.get(name) ?? { value: make(asked) }
    known.set(name, made)
    return made.value
  }
}
