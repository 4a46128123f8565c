import type { Child } from 'hono/jsx'
import type { Panel, Viewing } from '../request.ts'
import type { Edition, PlacedBlock, Report } from './report.ts'

export type ReportSubject = { report: Report; edition: Edition }
/** `removedIn`: number of the edition that no longer has it, which was the next after `edition`. */
export type PassageSubject = ReportSubject & { block: PlacedBlock; removedIn: number | null }

/** All editions that there are, newest first. */
export type EditionsSubject = { report: Report; editions: readonly Edition[] }

/** What stands in the margin beside each of these blocks, by block id. */
export type Margin = (
  viewing: Viewing,
  subject: ReportSubject,
  blocks: readonly PlacedBlock[],
) => Promise<Map<string, Child>>

export type PartSubject = ReportSubject & { blocks: readonly PlacedBlock[] }

/** Where later modules set their pieces into the reading pages. */
export type ReportPanels = {
  /** Of each report, where all of them are listed. */
  home: readonly Panel<{ report: Report }>[]
  /** The first buttons of a front page. */
  lead: readonly Panel<ReportSubject>[]
  /** Where to look for words, on every page that text is read on. */
  search: readonly Panel<ReportSubject>[]
  front: readonly Panel<ReportSubject>[]
  /** On the front page before the first edition. */
  unpublished: readonly Panel<{ report: Report }>[]
  passage: readonly Panel<PassageSubject>[]
  /** After the text of a part, chapter or proposition. */
  part: readonly Panel<PartSubject>[]
  /** After the whole text. */
  whole: readonly Panel<ReportSubject>[]
  edition: readonly Panel<ReportSubject>[]
  /** Above the list of all editions. */
  editions: readonly Panel<EditionsSubject>[]
  margin: Margin
}
