import { z } from 'zod'
import { recordAct } from '../journal/index.ts'
import { requirePerson } from '../moderation/index.ts'
import { authorize, operator, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { enqueue } from '../platform/jobs/enqueue.ts'
import type { TaskContext } from '../platform/jobs/task.ts'
import { isLost, payloadOfVerification, type Result } from './verification.ts'
import { findUndone, saveAsked, saveDone, saveStarted } from './verification-store.ts'

export type Asked = { ok: true } | { ok: false; problem: 'running' }

const job = 'guarantee.verify-record'

/** Asks for the record to be compared with the journal, outside of this request; one at a time. */
export function askVerification(
  db: Db,
  actor: Actor,
  report: { id: number },
  now: Date,
): Promise<Asked> {
  return inTransaction(db, async (tx) => {
    authorize(actor, 'record.verify', { reportId: report.id })
    const asking = { reportId: report.id, askedBy: requirePerson(actor), askedAt: now }
    const made = await saveAsked(tx, asking)
    const open = made === undefined ? await findUndone(tx) : undefined
    const lost = open && isLost(open, now) ? open.id : undefined
    const verificationId = made ?? lost
    if (verificationId === undefined) return { ok: false, problem: 'running' }
    await enqueue(tx, job, { verificationId })
    return { ok: true }
  })
}

const payload = z.object({ verificationId: z.number().int() })

/** How the record is compared: the module that knows all of it stands below this one. */
export type Verify = (db: Db, now: Date) => Promise<Result>

/** Does what was asked for; run twice it is written down once. */
export async function runVerification(
  { db, now }: Pick<TaskContext, 'db' | 'now'>,
  given: unknown,
  verify: Verify,
): Promise<void> {
  const { verificationId: id } = payload.parse(given)
  await saveStarted(db, id, now())
  const found = await verify(db, now())
  const { entries, waiting, head, findings } = found
  const result = {
    entries,
    waiting,
    head,
    findings: findings.map(({ kind, object, problem }) => ({ kind, object, problem })),
  }
  await inTransaction(db, async (tx) => {
    const at = now()
    if (!(await saveDone(tx, id, at, result))) return
    await recordAct(
      tx,
      {
        at,
        role: 'operator',
        actor: operator.pseudonym,
        action: 'record.verified',
        object: `verification/${id}`,
      },
      payloadOfVerification(result),
    )
  })
}
