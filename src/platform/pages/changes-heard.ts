import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from '../log.ts'
import { listenForChanges, type Listening } from './store.ts'

/** How often the database is asked whether all that it announced has come in. */
const askEveryMs = 500

/** Until when its last answer counts: together with `settleMs` of the cache, what bounds how old a page is. */
const sureForMs = 1500

/** How long a lost connection is left alone before the next try. */
const retryMs = 250

/** What this process knows of the changes that any process made; times are those of `performance.now()`. */
export type ChangesHeard = {
  /** When the last change of a report's pages was heard of; null stands for those that any change may alter. */
  lastChange(slug: string | null): number
  /** All that was committed over `sureForMs` ago has been heard. */
  isSure(now: number): boolean
  stop(): Promise<void>
}

/**
 * Hears by LISTEN which reports' pages have changed. A connection that hangs is no proof that nothing
 * happened: it counts for as long as the database has just answered on it, and everything counts as
 * changed when a lost one is back.
 */
export function hearChanges(url: string, log: Logger): ChangesHeard {
  const heard = new Map<string, number>()
  const stopping = new AbortController()
  let [any, all, sureAt] = [performance.now(), performance.now(), -Infinity]

  const hear = (slug: string) => {
    any = performance.now()
    if (slug === '*') all = any
    else heard.set(slug, any)
  }
  const listen = async () => {
    const listening = await listenForChanges(url, hear)
    hear('*')
    try {
      await askUntilLost(listening, stopping.signal, (askedAt) => (sureAt = askedAt))
    } finally {
      await listening.close()
    }
  }
  const running = untilStopped(stopping.signal, listen, log)

  return {
    lastChange: (slug) => (slug === null ? any : Math.max(all, heard.get(slug) ?? -Infinity)),
    isSure: (now) => now - sureAt < sureForMs,
    stop: () => {
      stopping.abort()
      return running
    },
  }
}

/** An answer comes after all that was announced before the question. */
async function askUntilLost(
  listening: Listening,
  signal: AbortSignal,
  answered: (askedAt: number) => void,
): Promise<void> {
  while (!signal.aborted) {
    const askedAt = performance.now()
    await listening.ask()
    answered(askedAt)
    await pause(askEveryMs, signal)
  }
}

async function untilStopped(signal: AbortSignal, listen: () => Promise<void>, log: Logger) {
  while (!signal.aborted) {
    await listen().catch((error: unknown) =>
      log.warn({ reason: String(error) }, 'changes are not heard of: pages are made anew'),
    )
    await pause(retryMs, signal)
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, null, { signal }).catch(() => null)
}
