import { beginningOf } from '../text/index.ts'

/** UTF-16 units: a long text is not read to its end for its beginning. */
const looked = 150

/** The first words of a text, on one line, whole words up to 60 characters. */
export function startOf({ text }: { text: string }): string {
  const line = text.slice(0, looked).replaceAll(/\s+/g, ' ').trim()
  if (line.length <= 60 && text.length <= looked) return line
  const start = beginningOf(line, 60)
  return `${start.replace(/\s+\S*$/, '')}…`
}
