import { recordAct } from '../journal/index.ts'
import { readEmail } from '../people/index.ts'
import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { SignInNeeded } from '../platform/http/problems.ts'
import {
  changedFields,
  emptyNotice,
  readNotice,
  type Notice,
  type NoticeProblem,
} from './notice.ts'
import { findNotice, lockNotice, saveNotice } from './store.ts'

export type Kept = { ok: true } | { ok: false; problems: NoticeProblem[] }

/** `read`: the id of what was changed; 0 where there was nothing. */
type Keeping = { read: number; typed: Notice }

/** Keeps what is said of the site; nothing is written where it is said so already. */
export function keepNotice(
  db: Db,
  actor: Actor,
  { read, typed }: Keeping,
  now: Date,
): Promise<Kept> {
  return inTransaction(db, async (tx) => {
    const role = authorize(actor, 'legal-notice.keep', null)
    if (actor.personId === null) throw new SignInNeeded()
    await lockNotice(tx)
    const said = readNotice(typed, (one) => readEmail(one) !== null)
    if (!said.ok) return said
    const before = await findNotice(tx)
    const changed = changedFields(before?.notice ?? emptyNotice, said.notice)
    if (changed.length === 0) return { ok: true }
    if ((before?.id ?? 0) !== read) {
      return { ok: false, problems: [{ field: null, code: 'changed-since' }] }
    }
    const { notice } = said
    const id = await saveNotice(tx, { notice, keptBy: actor.personId, keptAt: now })
    await recordAct(
      tx,
      {
        at: now,
        role,
        actor: actor.pseudonym,
        action: 'legal-notice.kept',
        object: 'legal-notice',
      },
      { notice: id, fields: changed },
    )
    return { ok: true }
  })
}
