import { recordAct } from '../journal/index.ts'
import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { asksTrueNames, lockReport, saveTrueNames, type Report } from '../reports/index.ts'

type Asking = { report: Pick<Report, 'id' | 'slug'>; asked: boolean }

/** Has whoever contributes to a report from now on say who they are, in private; or has them no longer. */
export function askTrueNames(
  db: Db,
  actor: Actor,
  { report, asked }: Asking,
  now: Date,
): Promise<void> {
  return inTransaction(db, async (tx) => {
    await lockReport(tx, report.id)
    const role = authorize(actor, 'true-name.require', { reportId: report.id })
    if ((await asksTrueNames(tx, report.id)) === asked) return
    await saveTrueNames(tx, report.id, asked)
    await recordAct(
      tx,
      {
        at: now,
        role,
        actor: actor.pseudonym,
        action: 'report.true-names',
        object: `report/${report.slug}`,
      },
      { asked },
    )
  })
}
