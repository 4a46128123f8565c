import type { Db } from '../platform/db/connect.ts'
import { dayInParis } from '../platform/paris-days.ts'
import type { Conformity } from '../ui/layout.tsx'
import { conformityOf } from './conformity.ts'
import { findPublishedCount } from './store.ts'

export async function hasPublishedAudit(db: Db): Promise<boolean> {
  return (await findPublishedCount(db)) !== undefined
}

/** What the site declares at that moment: the foot of every page says it. */
export async function findConformity(db: Db, now: Date): Promise<Conformity> {
  return conformityOf(await findPublishedCount(db), dayInParis(now))
}
