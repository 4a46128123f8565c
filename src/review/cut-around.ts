import { wordStart } from '../text/index.ts'

/** UTF-16 units of context that are kept with a passage, at least, where the paragraph has more. */
const keptAround = 63

/** What stood before a passage, from its first whole word; an ellipsis says that the paragraph begins earlier. */
export function fromWord(before: string): string {
  if (before.length < keptAround) return before
  const words = before.replace(/^\S*\s+(?=\S)/u, '')
  return `…${words.slice(wordStart(words))}`
}

/** What stood after a passage, up to its last whole word; an ellipsis says that the paragraph goes on. */
export function toWord(after: string): string {
  return after.length < keptAround ? after : `${after.replace(/(?<=\S)\s+\S*$/u, '')}…`
}
