import { recordAct } from '../journal/index.ts'
import { authorize, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { SignInNeeded } from '../platform/http/problems.ts'
import { dayInParis } from '../platform/paris-days.ts'
import { isDay } from './audit.ts'
import { payloadOfResults, type AutomatedResults } from './automated.ts'
import { saveResults } from './automated-store.ts'

export type ResultsProblem = 'results-unreadable' | 'results-date'

/** Puts what programs found into the declaration's annex, in the place of what was there. */
export function keepResults(
  db: Db,
  actor: Actor,
  results: AutomatedResults | null,
  now: Date,
): Promise<{ ok: true } | { ok: false; problem: ResultsProblem }> {
  return inTransaction(db, async (tx) => {
    const role = authorize(actor, 'accessibility.keep', null)
    if (actor.personId === null) throw new SignInNeeded()
    if (results === null) return { ok: false, problem: 'results-unreadable' }
    const past = isDay(results.madeOn) && results.madeOn <= dayInParis(now)
    if (!past) return { ok: false, problem: 'results-date' }
    await saveResults(tx, results, { by: actor.personId, at: now })
    await recordAct(
      tx,
      {
        at: now,
        role,
        actor: actor.pseudonym,
        action: 'accessibility-results.kept',
        object: 'accessibility',
      },
      payloadOfResults(results),
    )
    return { ok: true }
  })
}
