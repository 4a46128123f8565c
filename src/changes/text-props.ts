import type { Edition, Report } from '../reports/index.ts'
import type { Block } from '../text/index.ts'
import type { Frame } from '../ui/layout.tsx'
import type { Comparison } from './compare-texts.ts'
import type { OutlineLine, TextPart } from './text-part.ts'

export type TextProps = {
  frame: Frame
  report: Report
  latest: Edition | undefined
  comparison: Comparison
  /** How many changes wait for the next edition. */
  waiting: number
  part: TextPart
  outline: OutlineLine[]
  /** The blocks that a new place is sought for; empty where none is. */
  moving: readonly Block[]
  /** They were taken out, and are to be put back. */
  returning: boolean
  /** Numbers of the contributions for which one came, as in an address. */
  because: string
  imported: boolean
}
