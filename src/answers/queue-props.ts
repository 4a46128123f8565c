import type { Child } from 'hono/jsx'
import type { Anchor } from '../anchors/index.ts'
import type { CountOfKind, ListedContribution } from '../contributions/index.ts'
import type { PlacedBlock, Report } from '../reports/index.ts'
import type { Frame } from '../ui/layout.tsx'
import type { Answer, Decision } from './answer.ts'
import type { Obstacles } from './obstacle-store.ts'
import type { Selection } from './selection.ts'

export type QueueProps = {
  frame: Frame
  report: Report
  /** The text now read, in its order. */
  blocks: readonly PlacedBlock[]
  selection: Selection
  /** Of what is selected, whatever its kind and state of answer. */
  counts: readonly CountOfKind[]
  pages: number
  entries: readonly ListedContribution[]
  /** Where they stand in the text now read, by number. */
  anchors: ReadonlyMap<number, Anchor>
  decisions: ReadonlyMap<number, Decision>
  /** What keeps amendments that wait from being taken as they are, by number. */
  obstacles: ReadonlyMap<number, Obstacles>
  /** The answer that has just been given. */
  given: Answer | null
  panels: Child[]
}
