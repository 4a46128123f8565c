import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import type { Logger } from '../platform/log.ts'
import { hashEntry } from './entry.ts'
import { awaitSealing, findHead, listUnsealed, lockSealing, saveSeal } from './store.ts'

const batch = 500
const everyMs = 500

/**
 * Numbers and chains what has been committed since; returns how many entries it sealed. Another process
 * that is at it is left to it; with `wait` it is waited for, and all that was committed before is sealed.
 */
export async function sealJournal(db: Db, { wait = false } = {}): Promise<number> {
  let total = 0
  for (;;) {
    const count = await inTransaction(db, (tx) => sealBatch(tx, wait))
    total += count
    if (count < batch) return total
  }
}

async function sealBatch(tx: Db, wait: boolean): Promise<number> {
  if (wait) await awaitSealing(tx)
  if (!(await lockSealing(tx))) return 0
  const entries = await listUnsealed(tx, batch)
  let previous = await findHead(tx)
  for (const entry of entries) {
    const placed = {
      ...entry,
      sequence: (previous?.sequence ?? 0) + 1,
      previousSha256: previous?.entrySha256 ?? null,
    }
    previous = { ...placed, entrySha256: hashEntry(placed) }
    await saveSeal(tx, entry.id, previous)
  }
  return entries.length
}

/** Seals twice a second until stopped; a database that is away for a moment is only logged. */
export function startSealing(db: Db, log: Logger): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const sealing = (async () => {
    while (!stopping.signal.aborted) {
      await sealJournal(db).catch((error: unknown) => log.error({ err: error }, 'sealing failed'))
      await pause(everyMs, stopping.signal)
    }
  })()
  return {
    stop: () => {
      stopping.abort()
      return sealing
    },
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
}
