import { beginningOf } from '../text/index.ts'

/** The first words of a text, on one line, whole words up to 60 characters. */
export function startOf({ text }: { text: string }): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= 60) return line
  const start = beginningOf(line, 60)
  return `${start.replace(/\s+\S*$/, '')}…`
}
