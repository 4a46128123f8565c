import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { findReport, listWorkingBlocks } from '../reports/index.ts'
import { correctHeadings, type ParsedBlock, type ParsedDocument } from '../text/index.ts'
import { sumUp, type PlanSummary } from './plan-import.ts'
import { planReading } from './plan-reading.ts'
import type { SourceFile } from '../documents/index.ts'
import { readReport, type ReadingProblem } from './read-report.ts'

export type PreviewRequest = {
  slug: string
  file: SourceFile
  propositionWords: readonly string[]
}

export type Previewed =
  | ({
      ok: true
      title: string | null
      lang: string | null
      blocks: ParsedBlock[]
      dropped: ParsedDocument['dropped']
    } & PlanSummary)
  | { ok: false; problem: ReadingProblem }

/** What importing a file would do; nothing is done. */
export async function previewImport(
  db: Db,
  actor: Actor,
  { slug, file, propositionWords }: PreviewRequest,
  now: Date,
): Promise<Previewed> {
  const report = await findReport(db, slug)
  authorize(actor, 'report.import', report ? { reportId: report.id } : null)
  const read = await readReport(db, report, file)
  if (!read.ok) return read
  const { title, lang, dropped } = read.document
  const blocks = correctHeadings(read.document.blocks, new Map(), propositionWords)
  const before = report ? await listWorkingBlocks(db, report.id) : []
  const reading = { reportId: report?.id ?? 0, lang: report?.lang ?? lang ?? 'fr', blocks }
  const { planned } = await planReading(db, before, reading, now)
  return { ok: true, title, lang, blocks, dropped, ...sumUp(planned) }
}
