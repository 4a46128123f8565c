import { recordAct } from '../journal/index.ts'
import { authorize, type Actor, type Role } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { NotFound } from '../platform/http/problems.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import {
  contributionsBehind,
  findChange,
  listChanges,
  lockReport,
  saveAddedCause,
  withdrawAddedCause,
  type Change,
  type Report,
} from '../reports/index.ts'
import { checkAddedNumbers, namedNumbers, type CauseProblem } from './cause.ts'
import { groupChanges } from './group-changes.ts'
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
  return changePending(db, actor, { report, changeId }, async ({ tx, made, role }) => {
    const candidates = await listCandidates(tx, namedNumbers(typed))
    const problems = checkAddedNumbers(typed, { reportId: report.id, candidates })
    if (problems.length > 0) return { ok: false, problems }

    const personId = requirePerson(actor)
    const by = { role, actor: actor.pseudonym, at: now, action: 'change.attributed' }
    for (const change of made) {
      // What is named already, as by a second click, is not named twice.
      const already = contributionsBehind(change)
      for (const contributionNumber of namedNumbers(typed)) {
        if (already.includes(contributionNumber)) continue
        await saveAddedCause(tx, change.id, { contributionNumber, personId, at: now })
        await recordAct(tx, { ...by, object: objectOf(change.id, contributionNumber) }, {})
      }
    }
    return { ok: true }
  })
}

type Withdrawing = { report: Report; changeId: number; contributionNumber: number }

/** Takes back a contribution that was named as a cause by mistake; one that is none is no matter. */
export function withdrawAttribution(
  db: Db,
  actor: Actor,
  { report, changeId, contributionNumber }: Withdrawing,
  now: Date,
): Promise<Attributed> {
  return changePending(db, actor, { report, changeId }, async ({ tx, made, role }) => {
    const taken = { contributionNumber, personId: requirePerson(actor), at: now }
    const by = { role, actor: actor.pseudonym, at: now, action: 'change.attribution-withdrawn' }
    for (const { id } of made) {
      if (!(await withdrawAddedCause(tx, id, taken))) continue
      await recordAct(tx, { ...by, object: objectOf(id, contributionNumber) }, {})
    }
    return { ok: true }
  })
}

const published: Attributed = { ok: false, problems: [{ code: 'change-published', number: null }] }

type Pending = { tx: Db; made: readonly Change[]; role: Role }

/**
 * Does that to a change, and to those that the same act made, under the report's lock; refused when an
 * edition has published them.
 */
function changePending(
  db: Db,
  actor: Actor,
  { report, changeId }: Pick<Attributing, 'report' | 'changeId'>,
  work: (pending: Pending) => Promise<Attributed>,
): Promise<Attributed> {
  return inTransaction(db, async (tx) => {
    await lockReport(tx, report.id)
    const role = authorize(actor, 'text.change', { reportId: report.id })
    const made = await requireAct(tx, report, changeId)
    if (made.some(({ editionNumber }) => editionNumber !== null)) return published
    return work({ tx, made, role })
  })
}

function objectOf(changeId: number, contributionNumber: number): string {
  return `change/${changeId}/cause/${contributionNumber}`
}

/** The change, with those that the same act made. */
async function requireAct(tx: Db, report: Report, id: number): Promise<Change[]> {
  const change = await findChange(tx, id)
  if (change?.reportId !== report.id) throw new NotFound('change')
  if (change.editionNumber !== null) return [change]
  const pending = await listChanges(tx, report.id, null)
  const group = groupChanges(pending).find(({ change: first, others }) =>
    [first, ...others].some((one) => one.id === id),
  )
  return group ? [group.change, ...group.others] : [change]
}
