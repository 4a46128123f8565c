import { lockPerson } from '../people/index.ts'
import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { SignInNeeded } from '../platform/http/problems.ts'
import { digestDay } from './cadence.ts'
import {
  beginAnew,
  deleteSubscriptionById,
  deleteSubscriptionsOf,
  ensureSetting,
  findSubscription,
  hasSetting,
  lockSetting,
  saveSetting,
  type Setting,
} from './store.ts'
import type { Claim } from './unsubscription-token.ts'

/** Keeps how somebody wants to be told; whoever was told nothing begins anew, and is not told what they missed. */
export function keepSetting(db: Db, actor: Actor, setting: Setting, now: Date): Promise<void> {
  return inTransaction(db, async (tx) => {
    const { personId, before } = await holdSetting(tx, actor, now)
    await saveSetting(tx, personId, setting)
    if (before.cadence === 'none' && setting.cadence !== 'none') {
      await beginAnew(tx, personId, digestDay(now))
    }
  })
}

/** Tells somebody nothing any more, and forgets what they followed. */
export function endAll(db: Db, actor: Actor, now: Date): Promise<void> {
  return inTransaction(db, async (tx) => {
    const { personId, before } = await holdSetting(tx, actor, now)
    await deleteSubscriptionsOf(tx, personId)
    await saveSetting(tx, personId, { ...before, cadence: 'none', answers: false })
  })
}

async function holdSetting(tx: Db, actor: Actor, now: Date) {
  authorize(actor, 'subscription.keep', null)
  const person = actor.personId === null ? undefined : await lockPerson(tx, actor.personId)
  if (!person) throw new SignInNeeded()
  await ensureSetting(tx, person.id, digestDay(now))
  return { personId: person.id, before: await lockSetting(tx, person.id) }
}

/** Ends what a link of a mail names: done once or many times it is the same. */
export function endByClaim(db: Db, { ends, id }: Claim): Promise<void> {
  return inTransaction(db, async (tx) => {
    if (ends === 'subscription') return endSubscription(tx, id)
    if (!(await hasSetting(tx, id))) return
    const before = await lockSetting(tx, id)
    await saveSetting(tx, id, {
      ...before,
      ...(ends === 'digests' ? { cadence: 'none' } : { answers: false }),
    })
  })
}

async function endSubscription(tx: Db, id: number): Promise<void> {
  const subscription = await findSubscription(tx, id)
  if (!subscription) return
  await lockSetting(tx, subscription.personId)
  await deleteSubscriptionById(tx, id)
}
