import { hex, recordAct, recordActs } from '../journal/index.ts'
import { importPseudonyms } from '../people/index.ts'
import { authorize, type Actor, type Role } from '../permissions.ts'
import { sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { inBatches } from '../platform/db/in-batches.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { newSalt } from '../platform/ids.ts'
import { isOffered } from '../platform/messages.ts'
import {
  findLatestEdition,
  listEditionBlocks,
  lockReport,
  type Edition,
  type Report,
} from '../reports/index.ts'
import { accountOf, commitTo } from '../contributions/index.ts'
import { readConsultationFiles, type ConsultationFiles } from './consultation-files.ts'
import {
  countImported,
  findConsultationNamed,
  findConsultationOfFiles,
  type ImportCounts,
} from './store.ts'
import { agree, countConsultation } from './count-consultation.ts'
import { findHeadings } from './find-headings.ts'
import {
  describeArticles,
  describeProposals,
  describeReplies,
  type Destination,
  type ImportRow,
} from './import-rows.ts'
import {
  saveConsultation,
  saveImported,
  saveSetAside,
  saveTotalsOn,
  type SavedRow,
} from './import-store.ts'
import type { Consultation } from './read-consultation.ts'
import { words } from './words.ts'

export type ConsultationRequest = {
  report: Report
  about: { name: string; url: string | null; licence: string | null }
  files: ConsultationFiles
  /** Told as it goes: how many contributions are stored, of how many. */
  tell: (stored: number, all: number) => void
}

export type ConsultationImport =
  | {
      ok: true
      name: string
      /** False where these files had been imported before. */
      added: boolean
      read: ImportCounts
      stored: ImportCounts
      dropped: Consultation['dropped']
    }
  | { ok: false; problem: 'wrong-files'; mistakes: string[] }
  | { ok: false; problem: 'not-published-yet' }
  | { ok: false; problem: 'name-of-other-files' }
  | { ok: false; problem: 'no-such-headings'; unmatched: string[]; ambiguous: string[] }

/** What is stored is not what was read: thrown, so that nothing of it stays. */
export class ImportDiffers extends Error {
  override name = 'ImportDiffers'
  readonly read: ImportCounts
  readonly stored: ImportCounts
  constructor(read: ImportCounts, stored: ImportCounts) {
    super('what is stored is not what was read')
    this.read = read
    this.stored = stored
  }
}

/**
 * Brings a consultation that was held elsewhere into a report, whole or not at all, as said of its
 * latest edition; the same files brought again add nothing. Throws `ImportDiffers` when the database
 * holds something else than the files.
 */
export async function importConsultation(
  db: Db,
  actor: Actor,
  request: ConsultationRequest,
  now: Date,
): Promise<ConsultationImport> {
  const { report, about, files } = request
  const opened = readConsultationFiles(files)
  if (!opened.ok) return { ok: false, problem: 'wrong-files', mistakes: opened.mistakes }
  const { consultation } = opened
  const hashes = {
    billSha256: sha256(files.bill.bytes),
    contributionsSha256: sha256(files.contributions.bytes),
  }
  const read = countConsultation(consultation)
  const { dropped } = consultation

  return inTransaction(db, async (tx) => {
    await lockReport(tx, report.id)
    const role = authorize(actor, 'consultation.import', { reportId: report.id })
    const known = await findConsultationOfFiles(tx, report.id, hashes)
    if (known) {
      const stored = await countAgreeing(tx, known.id, read)
      return { ok: true, name: known.name, added: false, read, stored, dropped }
    }
    if (await findConsultationNamed(tx, report.id, about.name)) {
      return { ok: false, problem: 'name-of-other-files' }
    }
    const edition = await findLatestEdition(tx, report.id)
    if (!edition) return { ok: false, problem: 'not-published-yet' }
    const found = findHeadings(consultation, await listEditionBlocks(tx, edition.id))
    if (!found.ok) return { ...found, problem: 'no-such-headings' }

    const id = await saveConsultation(tx, {
      ...about,
      ...hashes,
      reportId: report.id,
      importedAt: now,
    })
    await recordAct(
      tx,
      {
        at: now,
        role,
        actor: actor.pseudonym,
        action: 'consultation.imported',
        object: `consultation/${id}`,
      },
      { bill: hex(hashes.billSha256), contributions: hex(hashes.contributionsSha256) },
    )
    const { headings } = found
    const bringing = { ...request, edition, consultation, id, headings, actor, role, now }
    await bringAll(tx, bringing)
    const stored = await countAgreeing(tx, id, read)
    return { ok: true, name: about.name, added: true, read, stored, dropped }
  })
}

async function countAgreeing(tx: Db, id: number, read: ImportCounts): Promise<ImportCounts> {
  const stored = await countImported(tx, id)
  if (!agree(read, stored)) throw new ImportDiffers(read, stored)
  return stored
}

type Bringing = Pick<ConsultationRequest, 'report' | 'tell'> &
  Pick<Destination, 'headings'> & {
    consultation: Consultation
    id: number
    edition: Edition
    actor: Actor
    role: Role
    now: Date
  }

async function bringAll(tx: Db, bringing: Bringing): Promise<void> {
  const { report, consultation, id, now, tell } = bringing
  const source = `${report.slug}/${id}`
  const locale = localeOf(report)
  const people = await importPseudonyms(tx, { source, names: consultation.authors, locale }, now)
  const destination = { ...bringing, consultationId: id, people }
  await saveTotalsOn(tx, id, describeArticles(consultation, destination))

  const proposals = describeProposals(consultation, destination)
  const { arguments: said, sources } = consultation
  const all = proposals.length + said.length + sources.length
  const saved = await bringRows(tx, bringing, proposals, (stored) => tell(stored, all))
  const numbers = new Map(saved.map(({ said: { imported }, number }) => [imported.key, number]))
  const replies = describeReplies(consultation, destination, numbers)
  await bringRows(tx, bringing, replies, (stored) => tell(proposals.length + stored, all))
}

/** How many contributions are stored at once, and told. */
const batchSize = 500

async function bringRows(
  tx: Db,
  bringing: Bringing,
  rows: readonly ImportRow[],
  tell: (stored: number) => void,
): Promise<SavedRow[]> {
  const saved: SavedRow[] = []
  for (const batch of inBatches(rows, batchSize)) {
    const sealed = batch.map((row) => sealRow(row, bringing))
    const numbered = await saveImported(tx, sealed)
    await recordPublished(tx, bringing, numbered)
    await traceSetAside(tx, bringing, numbered)
    saved.push(...numbered)
    tell(saved.length)
  }
  return saved
}

function sealRow({ said, ...row }: ImportRow, { edition, id, now }: Bringing) {
  const salt = newSalt()
  const proof = { salt, commitment: commitTo(salt, said) }
  const idempotencyKey = `import:${id}:${said.imported.key}`
  const received = { editionId: edition.id, idempotencyKey, receivedAt: now }
  return { ...row, said: { ...said, ...received, ...proof } }
}

async function recordPublished(
  tx: Db,
  { report, actor, role, now }: Bringing,
  rows: readonly SavedRow[],
): Promise<void> {
  const acts = rows.map(({ number, said }) => ({
    at: now,
    role,
    actor: actor.pseudonym,
    action: 'contribution.published',
    object: `contribution/${number}`,
    payload: accountOf({ ...said, number, report }),
  }))
  await recordActs(tx, acts)
}

/** What was set aside where it comes from leaves the same trace as what is withheld here. */
async function traceSetAside(
  tx: Db,
  { report, actor, role, now }: Bringing,
  rows: readonly SavedRow[],
): Promise<void> {
  const numbers = rows.flatMap(({ said, number }) => (said.state === 'withheld' ? [number] : []))
  if (numbers.length === 0) return
  const reason = words(localeOf(report))('set-aside-at-source')
  const traces = await saveSetAside(tx, { numbers, reason, at: now })
  const acts = traces.map(({ id, number }) => ({
    at: now,
    role,
    actor: actor.pseudonym,
    action: 'contribution.withheld',
    object: `contribution/${number}`,
    payload: { withholding: id, reason: sha256(reason).toString('hex') },
  }))
  await recordActs(tx, acts)
}

function localeOf({ lang }: Pick<Report, 'lang'>) {
  return isOffered(lang) ? lang : 'en'
}
