import { z } from 'zod'
import type { RecordedAct } from '../journal/index.ts'
import { canonicalJson, type Json } from '../platform/canonical.ts'
import { attempt } from './verify-attempt.ts'

/** What the journal should say of a row, as the row itself says it. */
export type Account = {
  object: string
  at: Date
  /** The pseudonym of whoever the row says did it; null where the row names nobody. */
  actor: string | null
  says: { [key: string]: Json }
}

export type AccountProblem = 'not-in-journal' | 'twice-in-journal' | 'gone' | 'differs-from-journal'

export type AccountFinding = { object: string; problem: AccountProblem }

/** Each row has its entry, once, which says the same of it; each entry has its row. */
export function compareAccounts(
  accounts: readonly Account[],
  acts: readonly RecordedAct[],
): AccountFinding[] {
  const rows = Map.groupBy(accounts, ({ object }) => object)
  const entries = Map.groupBy(acts, ({ object }) => object)
  const objects = new Set([...rows.keys(), ...entries.keys()])
  return [...objects].flatMap((object) => {
    const problem = compare(rows.get(object) ?? [], entries.get(object) ?? [])
    return problem ? [{ object, problem }] : []
  })
}

function compare(rows: readonly Account[], entries: readonly RecordedAct[]): AccountProblem | null {
  if (rows.length === 0) return 'gone'
  if (rows.length > entries.length) return 'not-in-journal'
  if (rows.length < entries.length) return 'twice-in-journal'
  const agree = rows.every((row, at) => {
    const entry = entries[at]
    return entry !== undefined && agrees(row, entry)
  })
  return agree ? null : 'differs-from-journal'
}

function agrees(row: Account, entry: RecordedAct): boolean {
  if (Number(row.at) !== Number(entry.at)) return false
  if (row.actor !== null && row.actor !== entry.actor) return false
  return entry.erased || saysSame(row.says, entry.payload)
}

const spoken = z.record(z.string(), z.json())

function saysSame(says: Account['says'], payload: unknown): boolean {
  const said = spoken.safeParse(payload).data
  if (!said) return false
  const same = attempt(() =>
    Object.entries(says).every(
      ([key, value]) => canonicalJson(said[key] ?? null) === canonicalJson(value),
    ),
  )
  return same ?? false
}
