import type { Mark, MarkStyle } from './block.ts'
import type { Run } from './runs.ts'

type Marked = { text: string; marks: readonly Mark[] }

/** What became of the marks of words that both texts have. */
export type NewMarks = { gained: MarkStyle[]; lost: MarkStyle[] }

/** A run with where it begins in the old text and in the new one (UTF-16), and what its words gained or lost. */
export type MarkedRun = Run & { begins: { old: number; now: number } } & Partial<NewMarks>

/**
 * Returns the runs of a redline, those that both texts have cut where the marks that they gained or lost begin
 * and end. Without these cuts they are the runs that were given, and no run is empty. A note that is only
 * numbered otherwise is the same mark.
 */
export function markRuns(old: Marked, now: Marked, runs: readonly Run[]): MarkedRun[] {
  const begins = { old: 0, now: 0 }
  return runs.flatMap((run): MarkedRun[] => {
    const at = { ...begins }
    if (run.op !== 'ins') begins.old += run.text.length
    if (run.op !== 'del') begins.now += run.text.length
    return run.op === 'same' ? cutRun(run, at, { old, now }) : [{ ...run, begins: at }]
  })
}

type Place = { old: number; now: number }

function cutRun(run: Run, at: Place, { old, now }: Record<keyof Place, Marked>): MarkedRun[] {
  const { length } = run.text
  const before = cutMarks(old.marks, at.old, length)
  const after = cutMarks(now.marks, at.now, length)
  if (before.length === 0 && after.length === 0) return [{ ...run, begins: at }]
  const edges = [...before, ...after].flatMap(({ start, end }) => [start, end])
  const cuts = [...new Set([0, ...edges, length])].toSorted((one, other) => one - other)
  const pieces = cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0
    return { start, end, ...compareMarks(marksOn(before, start), marksOn(after, start)) }
  })
  return joinAlike(pieces).map(({ start, end, gained, lost }) => ({
    ...run,
    text: run.text.slice(start, end),
    begins: { old: at.old + start, now: at.now + start },
    ...(gained.length + lost.length > 0 ? { gained, lost } : {}),
  }))
}

/** The marks of so much text, by where they stand in it. */
function cutMarks(marks: readonly Mark[], from: number, length: number): Mark[] {
  return marks.flatMap((mark) => {
    const start = Math.max(0, mark.start - from)
    const end = Math.min(length, mark.end - from)
    return start < end ? [{ ...mark, start, end }] : []
  })
}

function marksOn(marks: readonly Mark[], at: number): Map<string, MarkStyle> {
  const there = marks.filter(({ start, end }) => start <= at && at < end)
  return new Map(
    there.map((mark) => {
      const { start: _start, end: _end, ...style } = mark
      return [keyOf(style), style]
    }),
  )
}

function keyOf(style: MarkStyle): string {
  return style.kind === 'note-reference' ? style.kind : JSON.stringify(style)
}

function compareMarks(
  before: ReadonlyMap<string, MarkStyle>,
  after: ReadonlyMap<string, MarkStyle>,
): NewMarks {
  return {
    gained: [...after].flatMap(([key, style]) => (before.has(key) ? [] : [style])),
    lost: [...before].flatMap(([key, style]) => (after.has(key) ? [] : [style])),
  }
}

type Piece = NewMarks & { start: number; end: number }

function joinAlike(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last && alike(last, piece)) last.end = piece.end
    else joined.push({ ...piece })
  }
  return joined
}

function alike(one: NewMarks, other: NewMarks): boolean {
  const keys = ({ gained, lost }: NewMarks) =>
    JSON.stringify([gained.map(keyOf).toSorted(), lost.map(keyOf).toSorted()])
  return keys(one) === keys(other)
}
