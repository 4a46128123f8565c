import { accountOf, listAnchorFaults, listDecisionAccounts } from '../anchors/index.ts'
import { listActs } from '../journal/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { compareAccounts, type AccountProblem } from './verify-accounts.ts'

export type AnchorFinding = {
  kind: 'anchor'
  object: string
  problem: AccountProblem | 'anchor-missing' | 'anchor-out-of-place' | 'anchor-altered'
}

/**
 * Every contribution on a passage stands in each edition since its own, if only as an orphan, and where an editor
 * decided otherwise the journal has it. Where it was carried is worked out, and no part of the record.
 */
export async function verifyAnchors(db: Db): Promise<AnchorFinding[]> {
  const decisions = await listDecisionAccounts(db)
  const made = decisions.map((row) => ({
    object: `contribution/${row.number}`,
    at: row.decidedAt,
    actor: row.decider,
    says: accountOf(row),
  }))
  const undone = decisions.flatMap(({ id, number, undoneAt, undoer }) =>
    undoneAt
      ? [{ object: `contribution/${number}`, at: undoneAt, actor: undoer, says: { anchor: id } }]
      : [],
  )
  const faults = await listAnchorFaults(db)
  const findings = [
    ...compareAccounts(
      made,
      await listActs(db, ['anchor.confirmed', 'anchor.attached', 'anchor.left']),
    ),
    ...compareAccounts(undone, await listActs(db, ['anchor.undone'])),
    ...faults.map(({ number, problem }) => ({
      object: `contribution/${number}`,
      problem: `anchor-${problem}` as const,
    })),
  ]
  return findings.map((finding) => ({ kind: 'anchor', ...finding }))
}
