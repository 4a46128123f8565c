import { markdownToText } from '../platform/markdown/markdown-to-text.ts'
import { beginningOf } from '../text/index.ts'
import { cellsInLine } from '../ui/redline.tsx'
import type { Amendment, Contribution } from './contribution.ts'

/** In characters: what tells one contribution from another in a long list. */
const excerptLength = 140

/** A contribution's title and the first words of what it says, whole words up to 140 characters. */
export function excerptOf({ content }: Pick<Contribution, 'content'>): string {
  // More source than is shown: links and marks of Markdown take room and are not seen.
  const body = markdownToText(content.body.slice(0, 10 * excerptLength))
  const text = [content.title, body].filter((part) => part !== null && part !== '').join(' · ')
  return cutShort(text)
}

/** The first words of the wording that an amendment proposes. */
export function wordingOf({ content: { wording } }: Amendment): string {
  return cutShort(cellsInLine(wording))
}

function cutShort(text: string): string {
  if (text.length <= excerptLength) return text
  const words = beginningOf(text, excerptLength).replace(/\s+\S*$/, '')
  return `${words.replace(/[\s,;:]+$/u, '')}…`
}
