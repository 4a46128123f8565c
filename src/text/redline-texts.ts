import { align, type Item } from './align.ts'
import { markRuns } from './mark-changes.ts'
import type { AnyBlock } from './pair-blocks.ts'
import { redlineTable } from './redline-table.ts'
import { redline } from './redline.ts'
import type { Run } from './runs.ts'

export type RedlineItem = Item & { runs: Run[] }

/**
 * Returns what became of each block of a text (`align`), with its redline: the old texts of an item, joined by LF,
 * are its `same` and `del` runs in order, its new texts its `same` and `ins`, to the letter. Tables are compared
 * cell by cell. No run is empty.
 */
export function redlineTexts(old: readonly AnyBlock[], now: readonly AnyBlock[]): RedlineItem[] {
  return align(old, now).map((item) => {
    const before = item.old.flatMap((at) => old[at] ?? [])
    const after = item.new.flatMap((at) => now[at] ?? [])
    const runs = item.kind === 'same' ? unchanged(joined(after)) : runsOf(before, after)
    return { ...item, runs: runs.filter(({ text }) => text !== '') }
  })
}

function runsOf(old: readonly AnyBlock[], now: readonly AnyBlock[]): Run[] {
  const [before, after] = [joined(old), joined(now)]
  if (old.length === 0) return [{ op: 'ins', text: after }]
  if (now.length === 0) return [{ op: 'del', text: before }]
  const isTable = [...old, ...now].every(({ kind }) => kind === 'table')
  const runs = compare(before, after, isTable)
  const [one, other] = [old[0], now[0]]
  const isPair = old.length === 1 && now.length === 1
  return isPair && one && other ? noteMarks(one, other, runs) : runs
}

function unchanged(text: string): Run[] {
  return [{ op: 'same', text }]
}

function joined(blocks: readonly AnyBlock[]): string {
  return blocks.map(({ text }) => text).join('\n')
}

function compare(before: string, after: string, isTable: boolean): Run[] {
  if (before === after) return unchanged(after)
  return isTable ? redlineTable(before, after) : redline(before, after)
}

function noteMarks(old: AnyBlock, now: AnyBlock, runs: readonly Run[]): Run[] {
  if (old.marks.length === 0 && now.marks.length === 0) return [...runs]
  return markRuns(old, now, runs).map(({ op, text, note, gained, lost }) => {
    if (gained || lost) return { op, text, note: 'mark' }
    return note ? { op, text, note } : { op, text }
  })
}
