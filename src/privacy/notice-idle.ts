import { listIdle } from '../people/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { queueMail, type Mailing } from '../platform/mail/queue-mail.ts'
import { dayInParis } from '../platform/paris-days.ts'
import { daysBefore, type Periods } from '../platform/periods.ts'
import { writeIdleMail } from './erasure-mail.ts'
import { holdPerson } from './hold-person.ts'
import { findErasure, saveErasure } from './store.ts'

type Context = { db: Db; mailing: Mailing; periods: Periods }

/**
 * Tells whoever has not used their account for so long that it will be erased, and plans that; whoever
 * signs in until then keeps it. Accounts with a role are left alone.
 */
export async function noticeIdle({ db, mailing, periods }: Context, now: Date): Promise<void> {
  const before = dayInParis(daysBefore(now, periods.accounts - periods.notice))
  for (const personId of await listIdle(db, before, now)) {
    await inTransaction(db, async (tx) => {
      const person = await holdPerson(tx, personId, now)
      if (!person || (await findErasure(tx, personId))) return
      const dueAt = daysBefore(now, -periods.notice)
      await saveErasure(tx, { personId, texts: 'kept', askedBy: null, askedAt: now, dueAt })
      for (const to of person.emails) {
        await queueMail(tx, mailing, writeIdleMail(person, { to, dueAt, mailing }), now)
      }
    })
  }
}
