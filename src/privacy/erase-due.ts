import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import type { Logger } from '../platform/log.ts'
import { queueMail, type Mailing } from '../platform/mail/queue-mail.ts'
import { erasePerson } from './erase-person.ts'
import { findObstacles } from './find-obstacles.ts'
import { writeHinderedMail } from './erasure-mail.ts'
import { holdPerson, type HeldPerson } from './hold-person.ts'
import {
  deleteErasure,
  findErasure,
  isSeenSince,
  listDue,
  saveHindered,
  type Erasure,
} from './store.ts'

type Context = { db: Db; mailing: Mailing; log: Logger }

/**
 * Does the erasures whose day has come, each by itself. One that something stands in the way of waits until that is
 * handed over, and its person is told; one of an account that nobody used is called off if somebody has come back.
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
  if ((await findObstacles(tx, personId, now)).length > 0) {
    await tellOnce(tx, { person, erasure, mailing }, now)
    return erasure
  }
  await erasePerson(tx, { person, erasure, mailing }, now)
  return null
}

type Hindered = { person: HeldPerson; erasure: Erasure; mailing: Mailing }

/** Whoever was promised a day hears that it has passed, and why; whoever asked for nothing hears nothing. */
async function tellOnce(tx: Db, { person, erasure, mailing }: Hindered, now: Date): Promise<void> {
  if (erasure.hinderedAt !== null || erasure.askedBy === null) return
  await saveHindered(tx, erasure.id, now)
  const { dueAt } = erasure
  for (const to of person.emails) {
    await queueMail(tx, mailing, writeHinderedMail(person, { to, dueAt, mailing }), now)
  }
}
