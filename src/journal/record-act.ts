import { canonicalJson, type Json } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { newSalt } from '../platform/ids.ts'
import { hashPayload, type Act } from './entry.ts'
import { saveUnsealed } from './store.ts'

/**
 * Writes an act down in its own transaction, unsealed. The payload says what was done without any
 * personal data: numbers, ids, hashes.
 */
export async function recordAct(tx: Db, act: Act, payload: { [key: string]: Json }): Promise<void> {
  const salt = newSalt()
  const text = canonicalJson(payload)
  await saveUnsealed(tx, { ...act, payload: text, salt, payloadSha256: hashPayload(salt, text) })
}
