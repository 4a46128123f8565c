import { findIslands } from './find-islands.ts'
import { splitSentences } from './sentences.ts'
import { type Island, type Run, writeRuns } from './runs.ts'
import { isWord, tokensOf } from './tokens.ts'

/** Below it, words that both texts have between two changes are noise (living documents, (c)). */
const shortestIsland = 3

/** Below it, a sentence is shown as a whole, old then new (the threshold is VisualEditor's). */
const leastKept = 0.5

type Side = { tokens: string[]; sentenceOf: number[]; wordsIn: number[] }

/**
 * Returns what changed between two texts, to be read: `same` and `del` joined are the old text,
 * `same` and `ins` the new one, to the letter. Between two `same` there is at most one `del` and
 * one `ins`, in that order. Meant for a block: long texts that have little in common are compared
 * line by line or sentence by sentence only (`findIslands`).
 */
export function redline(oldText: string, newText: string): Run[] {
  const old = readSide(oldText)
  const now = readSide(newText)
  const found = findIslands(old.tokens, now.tokens)
  const islands = dropShort(dropRewritten(dropShort(found, old, now), old, now), old, now)
  return writeRuns(old.tokens, now.tokens, islands)
}

function readSide(text: string): Side {
  const tokens = tokensOf(text)
  const sentences = splitSentences(text, 'und')
  const sentenceOf: number[] = []
  const wordsIn = sentences.map(() => 0)
  let sentence = 0
  let at = 0
  for (const token of tokens) {
    while (at >= (sentences[sentence]?.end ?? Infinity)) sentence += 1
    sentenceOf.push(sentence)
    if (isWord(token)) wordsIn[sentence] = (wordsIn[sentence] ?? 0) + 1
    at += token.length
  }
  return { tokens, sentenceOf, wordsIn }
}

/** Words in common between two changes are kept from three on, or when they end a line. */
function dropShort(islands: readonly Island[], old: Side, now: Side): Island[] {
  return islands.filter((island) => {
    const tokens = old.tokens.slice(island.old, island.oldEnd)
    const nowEnd = island.now + tokens.length
    const first = island.old === 0 && island.now === 0
    const last = island.oldEnd === old.tokens.length && nowEnd === now.tokens.length
    if (first || last || tokens.includes('\n')) return true
    return tokens.filter(isWord).length >= shortestIsland
  })
}

/**
 * Drops what two sentences have in common when it is less than half of either: the reader sees one
 * after the other. (Half of one only is a sentence cut or grown, and reads better as such.)
 */
function dropRewritten(islands: readonly Island[], old: Side, now: Side): Island[] {
  const pairs = islands.flatMap(pairsOf)
  const rewrittenOld = rewrittenSentences(
    old,
    pairs.map((pair) => pair.old),
  )
  const rewrittenNow = rewrittenSentences(
    now,
    pairs.map((pair) => pair.now),
  )
  const left: Island[] = []
  for (const pair of pairs) {
    const inOld = rewrittenOld[old.sentenceOf[pair.old] ?? -1] === true
    const inNow = rewrittenNow[now.sentenceOf[pair.now] ?? -1] === true
    if (inOld && inNow && old.tokens[pair.old] !== '\n') continue
    const last = left.at(-1)
    const follows = last !== undefined && last.oldEnd === pair.old
    if (follows && last.now + last.oldEnd - last.old === pair.now) last.oldEnd += 1
    else left.push({ old: pair.old, oldEnd: pair.old + 1, now: pair.now })
  }
  return left
}

function pairsOf({ old, oldEnd, now }: Island): { old: number; now: number }[] {
  return Array.from({ length: oldEnd - old }, (_, index) => ({
    old: old + index,
    now: now + index,
  }))
}

function rewrittenSentences(side: Side, keptTokens: readonly number[]): boolean[] {
  const kept = side.wordsIn.map(() => 0)
  for (const index of keptTokens) {
    const sentence = side.sentenceOf[index] ?? -1
    if (isWord(side.tokens[index] ?? '')) kept[sentence] = (kept[sentence] ?? 0) + 1
  }
  return side.wordsIn.map((words, sentence) => (kept[sentence] ?? 0) < words * leastKept)
}
