import { keepEvent, typedOf } from '../calendar/index.ts'
import { authorize, type Actor } from '../permissions.ts'
import { sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { findReport, listWorkingBlocks, lockReport, saveReport } from '../reports/index.ts'
import { correctHeadings, type ParsedDocument } from '../text/index.ts'
import { countKinds, type KindCounts } from './count-kinds.ts'
import type { PlanSummary } from './plan-import.ts'
import { putDocument } from './put-document.ts'
import type { SourceFile } from '../documents/index.ts'
import { readReport, type ReadingProblem } from './read-report.ts'

export type ImportRequest = {
  slug: string
  file: SourceFile
  /** Why this file, in the editor's words; kept as the cause of every change that it makes. */
  reason: string
  /** Words that begin a proposition, with those that are known («Mesure», «Action»). */
  propositionWords: readonly string[]
  /** Of the report, where this makes it. */
  about: {
    authors: string | null
    commissioner: string | null
    licence: string | null
    /** A day, as YYYY-MM-DD. */
    editionPlannedFor: string | null
    illustrative: boolean
  }
}

export type ImportProblem = ReadingProblem | 'no-title' | 'title-too-long' | 'nothing-changed'

export type Imported =
  | ({
      ok: true
      reportId: number
      /** Blocks of the text now, and the changes that led to it. */
      blocks: number
      changes: number
      kinds: KindCounts
      dropped: ParsedDocument['dropped']
    } & PlanSummary)
  | { ok: false; problem: ImportProblem }

/**
 * Reads a file into a report's working text, making the report if need be; a text that is there is
 * updated by changes.
 */
export async function importReport(
  db: Db,
  actor: Actor,
  request: ImportRequest,
  now: Date,
): Promise<Imported> {
  const there = await findReport(db, request.slug)
  const read = await readReport(db, there, request.file)
  if (!read.ok) return read
  const { document, pictures } = read
  const blocks = correctHeadings(document.blocks, new Map(), request.propositionWords)
  const { slug, file, reason } = request

  return inTransaction(db, async (tx) => {
    const known = await findReport(tx, slug)
    const role = authorize(actor, 'report.import', known ? { reportId: known.id } : null)
    const titled = known ?? entitle(document)
    if ('problem' in titled) return { ok: false, problem: titled.problem }
    const id = known?.id ?? (await makeReport(tx, actor, { ...request, ...titled }, now))
    await lockReport(tx, id)
    const hashed = { name: file.name, sha256: sha256(file.bytes) }
    const by = { role, actor: actor.pseudonym, personId: actor.personId }
    const report = { id, slug, lang: titled.lang }
    const put = await putDocument(tx, { report, blocks, pictures, file: hashed, reason, by }, now)
    if (!put.ok) return put
    const { length } = await listWorkingBlocks(tx, id)
    const kinds = countKinds(blocks)
    const { changes, counts, undone } = put
    const { dropped } = document
    return { ok: true, reportId: id, blocks: length, changes, counts, undone, kinds, dropped }
  })
}

type Making = Pick<ImportRequest, 'slug' | 'about'> & { title: string; lang: string }

/** With the date of its first edition in its calendar, where that is planned. */
async function makeReport(
  tx: Db,
  actor: Actor,
  { slug, about, title, lang }: Making,
  now: Date,
): Promise<number> {
  const { editionPlannedFor: day, ...said } = about
  const id = await saveReport(tx, { ...said, slug, title, lang }, now)
  if (day === null) return id
  const unsaid = { label: null, byWhom: null, link: null }
  const first = { kind: 'edition-planned', day, precision: 'day', edition: 1, ...unsaid } as const
  const planned = {
    report: { id, slug },
    typed: typedOf(first),
    known: { key: 'planned-at-import' },
  }
  const kept = await keepEvent(tx, actor, planned, now)
  if (!kept.ok) throw new Error(`the planned edition is refused: ${kept.problems.join(', ')}`)
  return id
}

type Titled = { title: string; lang: string } | { problem: 'no-title' | 'title-too-long' }

function entitle({ title, lang }: ParsedDocument): Titled {
  if (!title) return { problem: 'no-title' }
  return title.length > 300 ? { problem: 'title-too-long' } : { title, lang: lang ?? 'fr' }
}
