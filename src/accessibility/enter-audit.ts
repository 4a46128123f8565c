import { recordAct } from '../journal/index.ts'
import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { NotFound, SignInNeeded } from '../platform/http/problems.ts'
import { readAudit, type Audit, type AuditProblem, type Finding, type TypedAudit } from './audit.ts'
import { readCsv, type CsvRow } from './csv.ts'
import { readFindings, type FindingProblem, type TypedFinding } from './finding.ts'
import {
  changeFacts,
  deleteAudit,
  deleteFindings,
  lockAudit,
  saveAudit,
  saveFindings,
} from './store.ts'

/** Whoever enters is somebody; returns their role and id. */
export function requireKeeper(actor: Actor): { role: string; by: number } {
  const role = authorize(actor, 'accessibility.keep', null)
  if (actor.personId === null) throw new SignInNeeded()
  return { role, by: actor.personId }
}

/** An audit that is entered; one that is published stays as it is, and is not found to be changed. */
export async function lockOpen(tx: Db, id: number): Promise<Audit> {
  const audit = await lockAudit(tx, id)
  if (!audit || audit.publishedAt) throw new NotFound(`audit ${id}`)
  return audit
}

export type Begun = { ok: true; id: number } | { ok: false; problems: AuditProblem[] }

/** Begins to enter an audit that somebody made; nobody reads it until it is published. */
export function beginAudit(db: Db, actor: Actor, typed: TypedAudit, now: Date): Promise<Begun> {
  return inTransaction(db, async (tx) => {
    const { role, by } = requireKeeper(actor)
    const read = readAudit(typed, now)
    if (!read.ok) return read
    const id = await saveAudit(tx, read.audit, { by, at: now })
    const act = { at: now, role, actor: actor.pseudonym, object: `audit/${id}` }
    await recordAct(tx, { ...act, action: 'audit.begun' }, { audit: id })
    return { ok: true, id }
  })
}

/** Says an audit anew, and which pages were audited; a page that is left out goes with what was found there. */
export function changeAudit(
  db: Db,
  actor: Actor,
  { id, typed }: { id: number; typed: TypedAudit },
  now: Date,
): Promise<Begun> {
  return inTransaction(db, async (tx) => {
    requireKeeper(actor)
    await lockOpen(tx, id)
    const read = readAudit(typed, now)
    if (!read.ok) return read
    await changeFacts(tx, id, read.audit)
    return { ok: true, id }
  })
}

export type Entered = { ok: true } | { ok: false; problems: FindingProblem[] }

type Entering = { id: number; page: number; typed: readonly TypedFinding[] }

/** Keeps what was found of some criteria on a page, and leaves all others as they are. */
export function enterFindings(
  db: Db,
  actor: Actor,
  { id, page, typed }: Entering,
): Promise<Entered> {
  return inTransaction(db, async (tx) => {
    requireKeeper(actor)
    const audit = await lockOpen(tx, id)
    if (!audit.pages.some(({ number }) => number === page)) throw new NotFound(`page ${page}`)
    const read = readFindings(page, typed)
    if (!read.ok) return read
    await deleteFindings(tx, { auditId: id, page, criteria: read.taken })
    await saveFindings(tx, id, read.findings)
    return { ok: true }
  })
}

export type CsvProblem =
  | { code: 'unreadable' | 'no-such-page'; line: number }
  | { code: FindingProblem['code']; line: number }
  | { code: 'empty'; line: null }

export type Imported = { ok: true; count: number } | { ok: false; problem: CsvProblem }

/** Keeps findings that come as comma-separated values, all or none of them. */
export function importFindings(
  db: Db,
  actor: Actor,
  { id, csv }: { id: number; csv: string },
): Promise<Imported> {
  return inTransaction(db, async (tx) => {
    requireKeeper(actor)
    const audit = await lockOpen(tx, id)
    const read = readCsv(csv)
    if (!read.ok) return { ok: false, problem: { code: 'unreadable', line: read.line } }
    if (read.rows.length === 0) return { ok: false, problem: { code: 'empty', line: null } }
    const numbers = new Set(audit.pages.map(({ number }) => number))
    const unknown = read.rows.find(({ page }) => !numbers.has(page))
    if (unknown) return { ok: false, problem: { code: 'no-such-page', line: unknown.line } }
    const found = readPages(read.rows)
    if (!found.ok) return found
    for (const { page, taken, findings } of found.pages) {
      await deleteFindings(tx, { auditId: id, page, criteria: taken })
      await saveFindings(tx, id, findings)
    }
    return { ok: true, count: read.rows.length }
  })
}

type Rows = readonly CsvRow[]
type ReadPages =
  | { ok: true; pages: { page: number; taken: string[]; findings: Finding[] }[] }
  | { ok: false; problem: CsvProblem }

/** Each page by itself; nothing of any where a row of one is wrong. */
function readPages(all: Rows): ReadPages {
  const pages = []
  for (const [page, rows] of Map.groupBy(all, (row) => row.page)) {
    const typed = rows.map((row) => row.typed)
    const found = readFindings(page, typed)
    if (!found.ok) return { ok: false, problem: atLine(rows, found.problems) }
    pages.push({ page, taken: found.taken, findings: found.findings })
  }
  return { ok: true, pages }
}

function atLine(rows: Rows, [problem]: readonly FindingProblem[]): CsvProblem {
  const named = rows.filter(({ typed }) => typed.criterion.trim() === problem?.criterion)
  const row = problem?.code === 'twice' ? named.at(-1) : named[0]
  return { code: problem?.code ?? 'no-result', line: row?.line ?? 1 }
}

/** Throws an audit away that nobody has read; one that is published stays. */
export function removeAudit(db: Db, actor: Actor, id: number, now: Date): Promise<void> {
  return inTransaction(db, async (tx) => {
    const { role } = requireKeeper(actor)
    await lockOpen(tx, id)
    await deleteAudit(tx, id)
    const act = { at: now, role, actor: actor.pseudonym, object: `audit/${id}` }
    await recordAct(tx, { ...act, action: 'audit.removed' }, { audit: id })
  })
}
