import type { NewChange } from '../reports/index.ts'
import { wordFollower } from '../text/index.ts'

/** UTF-16 units of a text. */
export type TextRange = { start: number; end: number }

export type Step = Pick<NewChange, 'operation' | 'blockId' | 'before' | 'after' | 'block'>

/**
 * Returns every text that a block had from one edition to the next, by its recorded changes; null where they don't
 * lead from the one to the other: then only the texts themselves can tell.
 */
export function textsBetween(
  before: string,
  after: string,
  steps: readonly Step[],
): string[] | null {
  const texts = [before]
  for (const step of steps) {
    const text = textAfter(texts.at(-1) ?? '', step)
    if (text === null) return null
    if (text !== texts.at(-1)) texts.push(text)
  }
  return texts.at(-1) === after ? texts : null
}

/** Taken out and put back, it says what it says then. */
function textAfter(text: string, { operation, before, after, block }: Step): string | null {
  if (operation === 'move-block' || operation === 'remove-block') return text
  if (block) return block.text
  if (operation !== 'replace-sentences' || before === null) return null
  // An amendment's sentences, by their words: where these stand twice, which were meant isn't written here.
  const at = text.indexOf(before)
  if (at === -1 || text.includes(before, at + 1)) return null
  return text.slice(0, at) + after + text.slice(at + before.length)
}

/** Returns a function that follows a range through texts that came one after the other; null where it is lost. */
export function followThrough(texts: readonly string[]): (range: TextRange) => TextRange | null {
  const followers = texts.slice(1).map((text, at) => wordFollower(texts[at] ?? '', text))
  return (range) =>
    followers.reduce<TextRange | null>((found, follow) => found && follow(found), range)
}
