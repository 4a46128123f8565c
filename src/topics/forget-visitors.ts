import type { Db } from '../platform/db/connect.ts'
import { dayInParis } from '../platform/paris-days.ts'
import { foldVisits } from './visit-store.ts'

/** Keeps of the days that are over in Paris how many visitors each topic had, and nothing else. */
export async function forgetVisitors(db: Db, now: Date): Promise<void> {
  await foldVisits(db, dayInParis(now))
}
