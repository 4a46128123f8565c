import { recordAct } from '../journal/index.ts'
import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { NotFound, SignInNeeded } from '../platform/http/problems.ts'
import { dayInParis } from '../platform/paris-days.ts'
import {
  markOfFacts,
  planPages,
  readAudit,
  saysAlready,
  type Audit,
  type AuditProblem,
  type TypedAudit,
} from './audit.ts'
import { mergeFindings, type RowProblem, type SentFinding } from './merge-findings.ts'
import {
  changeFacts,
  deleteFindings,
  findBegun,
  listFindings,
  lockAudit,
  lockBeginning,
  saveAudit,
  saveFindings,
} from './store.ts'

/** Whoever enters is somebody; returns their role and id. */
export function requireKeeper(actor: Actor): { role: string; by: number } {
  const role = authorize(actor, 'accessibility.keep', null)
  if (actor.personId === null) throw new SignInNeeded()
  return { role, by: actor.personId }
}

/** Holds an audit; one that is published meanwhile stays as it is. */
export async function requireAudit(tx: Db, id: number): Promise<Audit> {
  const audit = await lockAudit(tx, id)
  if (!audit) throw new NotFound(`audit ${id}`)
  return audit
}

export type Begun = { ok: true; id: number } | { ok: false; problems: AuditProblem[] }

/**
 * Begins to enter an audit that somebody made, one for each form, by its `key`; nobody reads it until it is published.
 */
export function beginAudit(
  db: Db,
  actor: Actor,
  { typed, key }: { typed: TypedAudit; key: string },
  now: Date,
): Promise<Begun> {
  return inTransaction(db, async (tx) => {
    const { role, by } = requireKeeper(actor)
    await lockBeginning(tx)
    const begun = await findBegun(tx, by, key)
    if (begun !== undefined) return { ok: true, id: begun }
    const read = readAudit(typed, now)
    if (!read.ok) return read
    const planned = planPages([], read.facts.pages)
    if (!planned.ok) return refuse(planned.problem)
    const id = await saveAudit(tx, { ...read.facts, pages: planned.added }, { key, by, at: now })
    const act = { at: now, role, actor: actor.pseudonym, object: `audit/${id}` }
    await recordAct(tx, { ...act, action: 'audit.begun' }, { audit: id })
    return { ok: true, id }
  })
}

function refuse(code: Exclude<AuditProblem['code'], 'page-incomplete'>): Begun {
  return { ok: false, problems: [{ code, page: null }] }
}

/** `read`: the mark (`markOfFacts`) of what the form was opened with. */
type Changing = { id: number; read: string; typed: TypedAudit }

/** Says an audit anew, and which pages were audited; a page that the form empties goes with what was found there. */
export function changeAudit(
  db: Db,
  actor: Actor,
  { id, read, typed }: Changing,
  now: Date,
): Promise<Begun> {
  return inTransaction(db, async (tx) => {
    requireKeeper(actor)
    const audit = await requireAudit(tx, id)
    if (audit.publishedAt) return refuse('published-since')
    const said = readAudit(typed, now)
    if (!said.ok) return said
    if (saysAlready(audit, said.facts)) return { ok: true, id }
    if (markOfFacts(audit) !== read) return refuse('changed-since')
    const planned = planPages(audit.pages, said.facts.pages)
    if (!planned.ok) return refuse(planned.problem)
    await changeFacts(tx, id, { ...said.facts, pages: planned })
    return { ok: true, id }
  })
}

export type Entered =
  | { ok: true }
  | { ok: false; published: true }
  | { ok: false; published: false; problems: RowProblem[] }

type Entering = { id: number; page: number; rest: boolean; sent: readonly SentFinding[] }

/** Keeps what a form changes of what was found on a page, and leaves all else as it is. */
export function enterFindings(
  db: Db,
  actor: Actor,
  { id, page, rest, sent }: Entering,
  now: Date,
): Promise<Entered> {
  return inTransaction(db, async (tx) => {
    requireKeeper(actor)
    const audit = await requireAudit(tx, id)
    if (!audit.pages.some(({ number }) => number === page)) throw new NotFound(`page ${page}`)
    if (audit.publishedAt) return { ok: false, published: true }
    const standing = (await listFindings(tx, id)).filter((finding) => finding.page === page)
    const merged = mergeFindings(sent, { page, standing, today: dayInParis(now), rest })
    if (!merged.ok) return { ok: false, published: false, problems: merged.problems }
    await deleteFindings(tx, { auditId: id, page, criteria: merged.taken })
    await saveFindings(tx, id, merged.findings)
    return { ok: true }
  })
}
