import type { Block, Mark } from '../text/index.ts'

/** The formatting, links and note references of a block that another wording of it no longer has, with their words. */
export function lostMarks(before: Block, after: Block): { kind: Mark['kind']; text: string }[] {
  const left = after.marks.map((mark) => keyOf(after, mark))
  return before.marks.flatMap((mark) => {
    const key = keyOf(before, mark)
    const at = left.indexOf(key)
    if (at !== -1) {
      left.splice(at, 1)
      return []
    }
    return [{ kind: mark.kind, text: before.text.slice(mark.start, mark.end).trim() }]
  })
}

function keyOf({ text }: Block, { start, end, ...style }: Mark): string {
  return JSON.stringify([style, text.slice(start, end).trim()])
}
