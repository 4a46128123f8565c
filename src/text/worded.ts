import { byteAt, intAt, unitAt } from './number-at.ts'

/**
 * The words of a block, each as a number, in order and sorted; `figures`: those that begin with a digit. Two words
 * have the same number by chance once in a thousand million times.
 */
export type Worded = { words: Int32Array; sorted: Int32Array; figures: Int32Array }

/**
 * Returns the words of a text as numbers (FNV-1a; Fowler, Noll and Vo), the same ones however they are
 * capitalised and whichever apostrophe is in them. Apostrophes and hyphens inside belong to a word.
 */
export function readWords(text: string): Worded {
  const words = room(text.length)
  let count = 0
  for (let at = 0; at < text.length;) {
    const first = classOf(text.charCodeAt(at))
    if (first !== letter && first !== digit) {
      at += 1
      continue
    }
    let hash = 0x811c9dc5
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      if (classOf(code) === other) break
      hash = Math.imul(hash ^ unitAt(plain, code), 0x01000193)
    }
    words[count] = (hash << 1) | (first === digit ? 1 : 0)
    count += 1
  }
  const found = words.slice(0, count)
  const sorted = found.toSorted()
  return { words: found, sorted, figures: sorted.filter(isFigure) }
}

const [other, letter, digit, joiner] = [1, 2, 3, 4]

/** Where the words of one text are put before it is known how many they are: at most one to two units. */
let roomFor = new Int32Array(4096)

function room(length: number): Int32Array {
  const needed = (length + 1) >> 1
  if (roomFor.length < needed) roomFor = new Int32Array(2 * needed)
  return roomFor
}

/** What a UTF-16 unit is, found out when it is first met; 0: not yet. Half of a pair counts as a letter. */
const classes = new Uint8Array(0x10000)

/** As which unit it counts: letters as small ones, any apostrophe as one. Only of units whose class is known. */
const plain = new Uint16Array(0x10000)

function classOf(code: number): number {
  const known = byteAt(classes, code)
  return known > 0 ? known : learn(code)
}

function learn(code: number): number {
  const sign = String.fromCharCode(code)
  const kind = /[’'-]/.test(sign)
    ? joiner
    : /\p{N}/u.test(sign)
      ? digit
      : /[\p{L}\p{M}\p{Cs}]/u.test(sign)
        ? letter
        : other
  classes[code] = kind
  plain[code] = kind === joiner && sign !== '-' ? 0x27 : sign.toLowerCase().charCodeAt(0)
  return kind
}

function isFigure(number: number): boolean {
  return (number & 1) === 1
}

/**
 * Returns how many numbers two sorted lists have in common, as often as both have them; 0 as soon as it is
 * certain that they are fewer than `least`.
 */
export function commonOf(one: Int32Array, other: Int32Array, least: number = 0): number {
  let common = 0
  let i = 0
  let j = 0
  let oneLeft = one.length - least
  let otherLeft = other.length - least
  while (i < one.length && j < other.length) {
    const difference = intAt(one, i) - intAt(other, j)
    if (difference === 0) common += 1
    else if (difference < 0) oneLeft -= 1
    else otherLeft -= 1
    if (oneLeft < 0 || otherLeft < 0) return 0
    if (difference <= 0) i += 1
    if (difference >= 0) j += 1
  }
  return common
}

/** As many places as keep the words of a paragraph apart; a power of two. */
const filterSize = 4096

export type WordFilter = {
  /** Takes the words of a block as those that are said, for as long as `act` takes. */
  during: (worded: Worded, act: () => void) => void
  /** Never fewer than `commonOf` finds with what is said. */
  countAmong: (worded: Worded) => number
}

/** Returns how to count at once how many words of a block another may say (Bloom, 1970; one hash). */
export function wordFilter(): WordFilter {
  const said = new Uint8Array(filterSize)
  const placeOf = (words: Int32Array, at: number) => intAt(words, at) & (filterSize - 1)
  const mark = (words: Int32Array, as: 0 | 1): void => {
    for (let at = 0; at < words.length; at += 1) said[placeOf(words, at)] = as
  }
  const during: WordFilter['during'] = ({ words }, act) => {
    mark(words, 1)
    act()
    mark(words, 0)
  }
  const countAmong: WordFilter['countAmong'] = ({ words }) => {
    let count = 0
    for (let at = 0; at < words.length; at += 1) count += byteAt(said, placeOf(words, at))
    return count
  }
  return { during, countAmong }
}

/** Words in a row by which blocks are looked up, and how many blocks may say them for them to tell anything. */
const shingleLength = 3
const mostHolders = 30

/** How many of those that share the most are compared. */
const mostCompared = 12

/**
 * Returns a function that finds, for the words of a block, the indexes of those that share the most runs of
 * three words with it (Broder, 1997), most first. Near-linear: what many say leads nowhere.
 */
export function indexShingles(blocks: ReadonlyMap<number, Worded>): (worded: Worded) => number[] {
  const holders = new Map<number, number[]>()
  let largest = -1
  for (const [at, { words }] of blocks) {
    largest = Math.max(largest, at)
    for (let start = 0; start + shingleLength <= words.length; start += 1) {
      const shingle = shingleAt(words, start)
      const known = holders.get(shingle)
      if (known === undefined) holders.set(shingle, [at])
      else if (known.length <= mostHolders && known.at(-1) !== at) known.push(at)
    }
  }
  const shared = new Uint32Array(largest + 1)
  return ({ words }) => {
    const found: number[] = []
    for (let start = 0; start + shingleLength <= words.length; start += 1) {
      const known = holders.get(shingleAt(words, start))
      if (known === undefined || known.length > mostHolders) continue
      for (const at of known) {
        if (shared[at] === 0) found.push(at)
        shared[at] = (shared[at] ?? 0) + 1
      }
    }
    const ranked = found
      .map((at) => [at, shared[at] ?? 0] as const)
      .toSorted(([, one], [, other]) => other - one)
    for (const at of found) shared[at] = 0
    return ranked.slice(0, mostCompared).map(([at]) => at)
  }
}

/** As one number; two that are alike by chance cost a comparison, no more. */
function shingleAt(words: Int32Array, start: number): number {
  const [one, two] = [words[start] ?? 0, words[start + 1] ?? 0]
  const mixed = Math.imul(Math.imul(one, 0x9e3779b1) ^ two, 0x85ebca6b)
  // 30 bits: such a number costs no memory of its own.
  return Math.imul(mixed ^ (words[start + 2] ?? 0), 0x9e3779b1) >>> 2
}
