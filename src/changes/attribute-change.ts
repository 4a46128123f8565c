import { recordAct } from '../journal/index.ts'
import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { NotFound } from '../platform/http/problems.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import {
  contributionsBehind,
  findChange,
  lockReport,
  saveAddedCause,
  withdrawAddedCause,
  type Change,
  type Report,
} from '../reports/index.ts'
import { checkAddedNumbers, namedNumbers, type CauseProblem } from './cause.ts'
import { requirePerson } from './change-by-hand.ts'
import { listCandidates } from './store.ts'

export type AttributionProblem = CauseProblem | { code: 'change-published'; number: null }

export type Attributed = { ok: true } | { ok: false; problems: AttributionProblem[] }

type Attributing = { report: Report; changeId: number; typed: string }

/** Names more contributions as causes of a change that the next edition will publish. */
export function attributeChange(
  db: Db,
  actor: Actor,
  { report, changeId, typed }: Attributing,
  now: Date,
): Promise<Attributed> {
  return inTransaction(db, async (tx) => {
    await lockReport(tx, report.id)
    const role = authorize(actor, 'text.change', { reportId: report.id })
    const change = await requireChange(tx, report, changeId)
    if (change.editionNumber !== null) return published
    const numbers = namedNumbers(typed)
    const candidates = await listCandidates(tx, numbers)
    const already = contributionsBehind(change)
    const problems = checkAddedNumbers(typed, { reportId: report.id, candidates, already })
    if (problems.length > 0) return { ok: false, problems }

    const personId = requirePerson(actor)
    for (const contributionNumber of numbers) {
      await saveAddedCause(tx, changeId, { contributionNumber, personId, at: now })
      const object = objectOf(changeId, contributionNumber)
      const act = { role, actor: actor.pseudonym, at: now, action: 'change.attributed', object }
      await recordAct(tx, act, {})
    }
    return { ok: true }
  })
}

const published: Attributed = { ok: false, problems: [{ code: 'change-published', number: null }] }

type Withdrawing = { report: Report; changeId: number; contributionNumber: number }

/** Takes back a contribution that was named as a cause by mistake; one that is none is no matter. */
export function withdrawAttribution(
  db: Db,
  actor: Actor,
  { report, changeId, contributionNumber }: Withdrawing,
  now: Date,
): Promise<Attributed> {
  return inTransaction(db, async (tx) => {
    await lockReport(tx, report.id)
    const role = authorize(actor, 'text.change', { reportId: report.id })
    const change = await requireChange(tx, report, changeId)
    if (change.editionNumber !== null) return published
    const taken = { contributionNumber, personId: requirePerson(actor), at: now }
    if (!(await withdrawAddedCause(tx, changeId, taken))) return { ok: true }
    const object = objectOf(changeId, contributionNumber)
    const action = 'change.attribution-withdrawn'
    await recordAct(tx, { role, actor: actor.pseudonym, at: now, action, object }, {})
    return { ok: true }
  })
}

function objectOf(changeId: number, contributionNumber: number): string {
  return `change/${changeId}/cause/${contributionNumber}`
}

async function requireChange(tx: Db, report: Report, id: number): Promise<Change> {
  const change = await findChange(tx, id)
  if (change?.reportId !== report.id) throw new NotFound('change')
  return change
}
