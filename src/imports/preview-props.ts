import type { Report } from '../reports/index.ts'
import type { ParsedBlock } from '../text/index.ts'
import type { Frame } from '../ui/layout.tsx'
import type { Differences } from './gather-differences.ts'
import type { HeadingRows } from './heading-rows.ts'
import type { FieldProblem, Upload } from './upload.ts'

export type PreviewProblem = FieldProblem | 'changed-meanwhile' | 'nothing-changed'

export type PreviewProps = {
  frame: Frame
  report: Report
  upload: Upload
  /** The document's, as they were corrected. */
  blocks: readonly ParsedBlock[]
  /** What they would change; null where the report has no text yet. */
  differences: Differences | null
  rows: HeadingRows
  /** Stands for what is shown here. */
  digest: string
  /** Words that begin a proposition, as typed. */
  words: string
  problem: PreviewProblem | null
}

/** Where the preview of a document is. */
export function previewHref({ frame, report, upload }: PreviewProps): string {
  return `/${frame.locale}/workshop/reports/${report.slug}/import/${upload.id}`
}
