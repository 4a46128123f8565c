/** What stands from `start` to `end` (UTF-16 offsets) is replaced. */
export type Edit = { start: number; end: number; by: string }

/** Returns the text with edits that don't overlap, in whatever order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = []
  let at = 0
  for (const { start, end, by } of edits.toSorted((one, other) => one.start - other.start)) {
    pieces.push(text.slice(at, start), by)
    at = end
  }
  return pieces.join('') + text.slice(at)
}
