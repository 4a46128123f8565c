import { findIslands } from './find-islands.ts'
import { uintAt } from './number-at.ts'
import { type Island, type Run, type Tokens, writeRuns } from './runs.ts'
import { splitSentences } from './sentences.ts'
import { slideChanges } from './slide-changes.ts'
import { isWord, tokensOf } from './tokens.ts'

/** Below it, words that both texts have between two changes are noise (living documents, (c)). */
const shortestIsland = 3

/** Below it, a sentence is shown as a whole, old then new (the threshold is VisualEditor's). */
const leastKept = 0.5

/**
 * Returns what changed between two texts, to be read: `same` and `del` joined are the old text,
 * `same` and `ins` the new one, to the letter. Between two `same` there is at most one `del` and
 * one `ins`, in that order. Meant for a block: long texts that have little in common are compared
 * line by line or sentence by sentence only (`findIslands`).
 */
export function redline(oldText: string, newText: string): Run[] {
  const old = readTokens(oldText)
  const now = readTokens(newText)
  const found = findIslands(old.tokens, now.tokens)
  const told = dropShort(found, old, now)
  const kept = dropRewritten(told, readSentences(old), readSentences(now))
  return writeRuns(old, now, slideChanges(dropShort(kept, old, now), old, now))
}

function readTokens(text: string): Tokens {
  const tokens = tokensOf(text)
  const starts = new Uint32Array(tokens.length + 1)
  let at = 0
  for (const [index, token] of tokens.entries()) {
    starts[index] = at
    at += token.length
  }
  starts[tokens.length] = at
  return { text, tokens, starts }
}

/** For each token whether it is a word, and its sentence; for each sentence how many words it has. */
type Sentences = {
  tokens: readonly string[]
  words: Uint8Array
  of: Uint32Array
  sizes: Uint32Array
}

function readSentences({ text, tokens, starts }: Tokens): Sentences {
  const sentences = splitSentences(text, 'und')
  const sizes = new Uint32Array(sentences.length + 1)
  const of = new Uint32Array(tokens.length)
  const words = new Uint8Array(tokens.length)
  let sentence = 0
  for (const [index, token] of tokens.entries()) {
    while ((starts[index] ?? 0) >= (sentences[sentence]?.end ?? Infinity)) sentence += 1
    of[index] = sentence
    if (!isWord(token)) continue
    words[index] = 1
    sizes[sentence] = (sizes[sentence] ?? 0) + 1
  }
  return { tokens, words, of, sizes }
}

/**
 * Words in common between two changes are kept from three on, or when they end a line, or when they are longer than
 * either change («[ne ]sont dus [qu’]à»), or between two changes that only add or only take out («Il {lui }est
 * {également }interdit»), which read as they are.
 */
function dropShort(islands: readonly Island[], old: Tokens, now: Tokens): Island[] {
  const end = { old: old.tokens.length, oldEnd: old.tokens.length, now: now.tokens.length }
  return islands.filter((island, index) => {
    const [before, after] = [islands[index - 1] ?? atStart, islands[index + 1] ?? end]
    if (touches(before, island) || touches(island, after)) return true
    const tokens = old.tokens.slice(island.old, island.oldEnd)
    const words = tokens.filter(isWord).length
    if (words >= shortestIsland || tokens.includes('\n')) return true
    if (words === 0) return false
    if (isOneSided(before, island) && isOneSided(island, after)) return true
    const size = tokens.join('').trim().length
    const longest = Math.max(
      changedBetween(before, island, old, now),
      changedBetween(island, after, old, now),
    )
    return size > longest
  })
}

/** How long the longer side of a change is, in UTF-16 units. */
function changedBetween(before: Island, after: Island, old: Tokens, now: Tokens): number {
  const end = before.now + before.oldEnd - before.old
  const removed = uintAt(old.starts, after.old) - uintAt(old.starts, before.oldEnd)
  return Math.max(removed, uintAt(now.starts, after.now) - uintAt(now.starts, end))
}

const atStart: Island = { old: 0, oldEnd: 0, now: 0 }

/** Whether nothing is between two islands: at either end of both texts. */
function touches(before: Island, after: Island): boolean {
  return before.oldEnd === after.old && before.now + before.oldEnd - before.old === after.now
}

/** Whether only one of the texts has anything between two islands. */
function isOneSided(before: Island, after: Island): boolean {
  return before.oldEnd === after.old || before.now + before.oldEnd - before.old === after.now
}

/**
 * Drops what two sentences have in common when it is less than half of either: the reader sees one
 * after the other. (Half of one only is a sentence cut or grown, and reads better as such.)
 */
function dropRewritten(islands: readonly Island[], old: Sentences, now: Sentences): Island[] {
  const rewritten = {
    old: rewrittenSentences(
      old,
      islands.map(({ old: from, oldEnd }) => [from, oldEnd]),
    ),
    now: rewrittenSentences(
      now,
      islands.map(({ old: from, oldEnd, now: at }) => [at, at + oldEnd - from]),
    ),
  }
  if (!rewritten.old.includes(1) || !rewritten.now.includes(1)) return [...islands]
  return islands.flatMap((island) => {
    const left: Island[] = []
    for (let from = island.old, at = island.now; from < island.oldEnd; from += 1, at += 1) {
      const both = rewritten.old[old.of[from] ?? 0] === 1 && rewritten.now[now.of[at] ?? 0] === 1
      if (both && old.tokens[from] !== '\n') continue
      const last = left.at(-1)
      if (last?.oldEnd === from) last.oldEnd += 1
      else left.push({ old: from, oldEnd: from + 1, now: at })
    }
    return left
  })
}

/** 1 for each sentence of which less than half stands in the stretches of tokens that were kept. */
function rewrittenSentences(
  { words, of, sizes }: Sentences,
  keptTokens: readonly (readonly [from: number, end: number])[],
): Uint8Array {
  const kept = new Uint32Array(sizes.length)
  for (const [from, end] of keptTokens) {
    for (let at = from; at < end; at += 1) {
      const sentence = of[at] ?? 0
      kept[sentence] = (kept[sentence] ?? 0) + (words[at] ?? 0)
    }
  }
  return Uint8Array.from(sizes, (size, sentence) =>
    (kept[sentence] ?? 0) < size * leastKept ? 1 : 0,
  )
}
