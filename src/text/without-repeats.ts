import type { Block } from './block.ts'
import { breakSpaces, normaliseWording, sameWords } from './normalise-text.ts'
import { type Amendment, type Taken, wordsOf } from './replace-sentences.ts'
import { splitSentences } from './sentences.ts'

/**
 * Returns what taking an amendment comes to where the passage has changed since: `nothing-changed` where all that it
 * says stands by now, here or in the other blocks, and nothing of what it leaves out; `passage-changed-since` where it
 * would say again a sentence that somebody put in meanwhile; else what it was. An equal amendment that was taken
 * before is known by it, whatever was split, merged or removed around it since.
 */
export function withoutRepeats(amendment: Amendment, taken: Taken): Taken {
  const { base, current, beside = [], replaced } = amendment
  const isAsRead = beside.length === 0 && sameWords(base.text, current.text)
  if (isAsRead || base.kind === 'table') return taken
  const read = countSentences([base])
  const now = countSentences([current, ...beside])
  const wording = countWords(sentencesOf(amendment))
  const brought = [...wording.keys()].filter((words) => !read.has(words))
  if (brought.length === 0) return taken
  const left = base.sentences
    .filter(({ n }) => replaced.includes(n))
    .map((sentence) => plain(wordsOf(base.text, sentence)))
    .filter((words) => !wording.has(words))
  const isSaid = [...wording.keys()].every((words) => now.has(words))
  if (isSaid && !left.some((words) => now.has(words))) {
    return { ok: false, problem: 'nothing-changed' }
  }
  if (!taken.ok) return taken
  const then = countSentences([taken.block, ...beside])
  const isDoubled = brought.some(
    (words) => countOf(then, words) > Math.max(countOf(now, words), countOf(wording, words)),
  )
  return isDoubled ? { ok: false, problem: 'passage-changed-since' } : taken
}

function sentencesOf({ base, wording, lang }: Amendment): string[] {
  const words = normaliseWording(wording, base.kind)
  return splitSentences(words, lang).map((range) => plain(wordsOf(words, range)))
}

function countSentences(blocks: readonly Block[]): Map<string, number> {
  return countWords(
    blocks.flatMap(({ text, sentences }) =>
      sentences.map((sentence) => plain(wordsOf(text, sentence))),
    ),
  )
}

function countWords(all: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const words of all) counts.set(words, countOf(counts, words) + 1)
  return counts
}

function countOf(counts: ReadonlyMap<string, number>, words: string): number {
  return counts.get(words) ?? 0
}

function plain(words: string): string {
  return breakSpaces(words).trim()
}
