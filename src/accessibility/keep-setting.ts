import { recordAct } from '../journal/index.ts'
import { readEmail } from '../people/index.ts'
import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { SignInNeeded } from '../platform/http/problems.ts'
import { noSetting, readSetting, type Setting, type SettingProblem } from './setting.ts'
import { findSetting, lockSetting, saveSetting } from './setting-store.ts'

export type Kept = { ok: true } | { ok: false; problems: SettingProblem[] }

/** `read`: the id of what was changed; 0 where there was nothing. */
type Keeping = { read: number; typed: Setting }

/** Keeps whom people can write to, and what is planned; nothing is written where it is said so already. */
export function keepSetting(
  db: Db,
  actor: Actor,
  { read, typed }: Keeping,
  now: Date,
): Promise<Kept> {
  return inTransaction(db, async (tx) => {
    const role = authorize(actor, 'accessibility.keep', null)
    if (actor.personId === null) throw new SignInNeeded()
    await lockSetting(tx)
    const said = readSetting(typed, (one) => readEmail(one) !== null)
    if (!said.ok) return said
    const before = await findSetting(tx)
    if (saysSame(before ?? noSetting, said.setting)) return { ok: true }
    if ((before?.id ?? 0) !== read) return { ok: false, problems: ['changed-since'] }
    const id = await saveSetting(tx, said.setting, { by: actor.personId, at: now })
    await recordAct(
      tx,
      {
        at: now,
        role,
        actor: actor.pseudonym,
        action: 'accessibility.kept',
        object: 'accessibility',
      },
      { setting: id },
    )
    return { ok: true }
  })
}

function saysSame(one: Setting, other: Setting): boolean {
  return (
    one.email === other.email &&
    one.address === other.address &&
    one.planAddress === other.planAddress
  )
}
