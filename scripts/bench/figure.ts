import type { Prepared } from './prepared.ts'

/** What a figure may be at most, or must be at least. */
export type Budget = { most: number } | { least: number }

export type Figure = {
  what: string
  value: number
  unit: string
  budget?: Budget
  /** What peers reach, by their names: a figure in the same unit, or words where there is none. */
  beside?: Record<string, number | string>
}

/** Something that is measured: its figures, in the order in which they are to be read. */
export type Benchmark = {
  title: string
  run: (prepared: Prepared) => Promise<Figure[]>
}

export type Verdict = 'kept' | 'missed' | 'none'

/** Whether a figure keeps its budget; `none` where it has none. */
export function judge({ value, budget }: Figure): Verdict {
  if (!budget) return 'none'
  const kept = 'most' in budget ? value <= budget.most : value >= budget.least
  return kept ? 'kept' : 'missed'
}
