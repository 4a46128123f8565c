import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { SignInNeeded } from '../platform/http/problems.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import {
  changeWorkingText,
  listWorkingBlocks,
  lockReport,
  recordTextChanges,
  type PlacedBlock,
  type Report,
} from '../reports/index.ts'
import {
  causesOf,
  checkCauses,
  namedNumbers,
  type CauseProblem,
  type TypedCauses,
} from './cause.ts'
import { listCandidates } from './store.ts'
import type { Planned, TextProblem } from './text-change.ts'

export type HandProblem = CauseProblem | { code: TextProblem; number: null }

export type Changed = { ok: true } | { ok: false; problems: HandProblem[] }

export type Named = { report: Report; typed: TypedCauses }

/** What is to be done to the text as it stands when nobody else can change it. */
export type Plan = (blocks: readonly PlacedBlock[], tx: Db) => Planned | Promise<Planned>

/**
 * What an editor changes in the working text, with its causes, whole or not at all; nothing where it was
 * done already.
 */
export function changeByHand(db: Db, actor: Actor, named: Named, plan: Plan): Promise<Changed> {
  const { report, typed } = named
  return inTransaction(db, async (tx) => {
    await lockReport(tx, report.id)
    const role = authorize(actor, 'text.change', { reportId: report.id })
    const planned = await plan(await listWorkingBlocks(tx, report.id), tx)
    if (planned.ok && planned.changes.length === 0) return { ok: true }
    const problems = [...problemsOf(planned), ...(await findCauseProblems(tx, named))]
    if (!planned.ok || problems.length > 0) return { ok: false, problems }

    const causes = causesOf(typed)
    const byHand = { reason: typed.reason.trim(), personId: requirePerson(actor) }
    const changes = planned.changes.map((change) => ({ ...change, byHand }))
    const ids = await changeWorkingText(tx, report.id, changes, causes)
    const made = changes.map((change, at) => ({ ...change, id: ids[at] ?? 0 }))
    await recordTextChanges(tx, { role, actor: actor.pseudonym }, made, causes)
    return { ok: true }
  })
}

/** What is wrong with the causes that were named. */
export async function findCauseProblems(db: Db, { report, typed }: Named): Promise<CauseProblem[]> {
  const candidates = await listCandidates(db, namedNumbers(typed.contributions))
  return checkCauses(typed, { reportId: report.id, candidates })
}

export function problemsOf(planned: Planned): HandProblem[] {
  return planned.ok ? [] : [{ code: planned.problem, number: null }]
}

export function requirePerson(actor: Actor): number {
  if (actor.personId === null) throw new SignInNeeded()
  return actor.personId
}
