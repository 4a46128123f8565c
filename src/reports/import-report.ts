import { authorize, type Actor } from '../permissions.ts'
import { sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { newBlockId } from '../platform/ids.ts'
import { recordAct } from '../journal/index.ts'
import { makeBlocks, parseHtml, type Block, type ParsedDocument } from '../text/index.ts'
import type { NewChange } from './change.ts'
import { saveChanges, saveSource } from './change-store.ts'
import { findReport, lockReport, saveReport } from './store.ts'
import { listWorkingBlocks, saveWorkingText } from './working-store.ts'

export type SourceFile = { name: string; bytes: Uint8Array }

export type ImportRequest = {
  slug: string
  file: SourceFile
  /** Why this file, in the editor's words; kept as the cause of every change that it makes. */
  reason: string
  about: {
    authors: string | null
    commissioner: string | null
    licence: string | null
    editionPlannedFor: string | null
    illustrative: boolean
  }
}

export type ImportProblem =
  | 'not-html'
  | 'not-utf8'
  | 'too-large'
  | 'nested-too-deep'
  | 'no-text'
  | 'no-title'
  | 'title-too-long'
  | 'has-text-already'

export type Imported =
  | {
      ok: true
      reportId: number
      blocks: number
      kinds: Partial<Record<Block['kind'], number>>
      dropped: ParsedDocument['dropped']
    }
  | { ok: false; problem: ImportProblem }

/** Reads a file into the working text of a report that has none yet, making the report if need be. */
export async function importReport(
  db: Db,
  actor: Actor,
  request: ImportRequest,
  now: Date,
): Promise<Imported> {
  const read = readHtml(request.file)
  if (!read.ok) return read
  const { parsed, title } = read
  const lang = parsed.lang ?? 'fr'

  return inTransaction(db, async (tx) => {
    const role = authorize(actor, 'report.import', null)
    const known = await findReport(tx, request.slug)
    const reportId =
      known?.id ??
      (await saveReport(tx, { ...request.about, slug: request.slug, title, lang }, now))
    await lockReport(tx, reportId)
    const present = await listWorkingBlocks(tx, reportId)
    if (present.length > 0) return { ok: false, problem: 'has-text-already' }

    const blocks = makeBlocks(parsed.blocks, lang, newBlockId)
    const hash = sha256(request.file.bytes)
    const sourceId = await saveSource(tx, {
      reportId,
      fileName: request.file.name,
      sha256: hash,
      reason: request.reason,
      importedAt: now,
    })
    await saveWorkingText(tx, reportId, blocks)
    const changes = blocks.map((block) => insertion(block, reportId, now))
    await saveChanges(tx, changes, [{ kind: 'source', sourceId }])
    await recordAct(
      tx,
      {
        at: now,
        role,
        actor: actor.pseudonym,
        action: 'report.imported',
        object: `report/${request.slug}`,
      },
      { file: request.file.name, sha256: hash.toString('hex'), blocks: blocks.length },
    )
    const kinds = countKinds(blocks)
    return { ok: true, reportId, blocks: blocks.length, kinds, dropped: parsed.dropped }
  })
}

/** Bytes: twenty times the civil code. */
const largestFile = 20 * 1024 * 1024

type ReadFile =
  | { ok: true; parsed: ParsedDocument; title: string }
  | { ok: false; problem: ImportProblem }

function readHtml(file: SourceFile): ReadFile {
  if (!/\.html?$/i.test(file.name)) return { ok: false, problem: 'not-html' }
  if (file.bytes.length > largestFile) return { ok: false, problem: 'too-large' }
  const text = decodeUtf8(file.bytes)
  if (text === undefined) return { ok: false, problem: 'not-utf8' }
  const parsed = parseOrRefuse(text)
  if (!parsed) return { ok: false, problem: 'nested-too-deep' }
  if (parsed.blocks.length === 0) return { ok: false, problem: 'no-text' }
  if (!parsed.title) return { ok: false, problem: 'no-title' }
  if (parsed.title.length > 300) return { ok: false, problem: 'title-too-long' }
  return { ok: true, parsed, title: parsed.title }
}

/** The parser follows the tree by recursion: some thousand elements within each other end its stack. */
function parseOrRefuse(text: string): ParsedDocument | undefined {
  try {
    return parseHtml(text)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function countKinds(blocks: readonly Block[]): Partial<Record<Block['kind'], number>> {
  const groups = Map.groupBy(blocks, (block) => block.kind)
  return Object.fromEntries([...groups].map(([kind, members]) => [kind, members.length]))
}

function insertion(block: Block, reportId: number, now: Date): NewChange {
  return {
    reportId,
    operation: 'insert-block',
    blockId: block.id,
    before: null,
    after: block.text,
    sentencesBefore: [],
    sentencesAfter: block.sentences.map((sentence) => sentence.n),
    changedAt: now,
  }
}
