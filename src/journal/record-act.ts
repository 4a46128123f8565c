import { canonicalJson, type Json } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { newSalt } from '../platform/ids.ts'
import { hashPayload, type Act } from './entry.ts'
import { saveAllUnsealed, saveUnsealed } from './store.ts'

/**
 * Writes an act down in its own transaction, unsealed, and returns the entry's id. The payload says
 * what was done without any personal data: numbers, ids, hashes.
 */
export async function recordAct(
  tx: Db,
  act: Act,
  payload: { [key: string]: Json },
): Promise<number> {
  return saveUnsealed(tx, toEntry({ ...act, payload }))
}

type ActWithPayload = Act & { payload: { [key: string]: Json } }

/** As `recordAct`, for thousands of acts of one transaction, in their order. */
export async function recordActs(tx: Db, acts: readonly ActWithPayload[]): Promise<void> {
  await saveAllUnsealed(tx, acts.map(toEntry))
}

function toEntry({ payload, ...act }: ActWithPayload) {
  const salt = newSalt()
  const text = canonicalJson(payload)
  return { ...act, payload: text, salt, payloadSha256: hashPayload(salt, text) }
}
