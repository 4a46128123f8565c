import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import type { Logger } from '../platform/log.ts'
import type { Mailing } from '../platform/mail/queue-mail.ts'
import { erasePerson } from './erase-person.ts'
import { findObstacles } from './find-obstacles.ts'
import { holdPerson } from './hold-person.ts'
import { deleteErasure, findErasure, isSeenSince, listDue, type Erasure } from './store.ts'

type Context = { db: Db; mailing: Mailing; log: Logger }

/**
 * Does the erasures whose day has come, each by itself. One that something stands in the way of waits until that is
 * handed over; one of an account that nobody used is called off if somebody has come back.
 */
export async function eraseDue({ db, mailing, log }: Context, now: Date): Promise<void> {
  for (const { personId } of await listDue(db, now)) {
    const left = await inTransaction(db, (tx) => eraseOne(tx, { personId, mailing }, now))
    if (left) log.warn({ erasure: left.id }, 'an erasure waits for something to be handed over')
  }
}

type One = { personId: number; mailing: Mailing }

/** The erasure, where it could not be done. */
async function eraseOne(tx: Db, { personId, mailing }: One, now: Date): Promise<Erasure | null> {
  const person = await holdPerson(tx, personId, now)
  const erasure = await findErasure(tx, personId)
  if (!person || !erasure || erasure.dueAt > now) return null
  if (erasure.askedBy === null && (await isSeenSince(tx, personId, erasure.askedAt))) {
    await deleteErasure(tx, personId)
    return null
  }
  if ((await findObstacles(tx, personId, now)).length > 0) return erasure
  await erasePerson(tx, { person, erasure, mailing }, now)
  return null
}
