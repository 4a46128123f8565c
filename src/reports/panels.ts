import type { Child } from 'hono/jsx'
import type { Panel, Viewing } from '../request.ts'
import type { Edition, PlacedBlock, Report } from './report.ts'

export type ReportSubject = { report: Report; edition: Edition }
/** `removedIn`: number of the edition that no longer has it, which was the next after `edition`. */
export type PassageSubject = ReportSubject & { block: PlacedBlock; removedIn: number | null }

/** What stands in the margin beside each block, by block id. */
export type Margin = (viewing: Viewing, subject: ReportSubject) => Promise<Map<string, Child>>

/** Where later modules set their pieces into the reading pages. */
export type ReportPanels = {
  front: readonly Panel<ReportSubject>[]
  passage: readonly Panel<PassageSubject>[]
  edition: readonly Panel<ReportSubject>[]
  margin: Margin
}
