import { wasSuspected } from '../contributions/index.ts'
import { findCharter } from '../moderation/index.ts'
import type { Scope } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { findReportById } from '../reports/index.ts'
import type { Ban } from './ban.ts'

/** What a ban's statement of reasons says besides. */
export async function findReasons(db: Db, ban: Ban) {
  return {
    ban,
    title: await titleOf(db, ban.scope),
    charter: await findCharter(db, ban.version),
    suspected: await wasSuspected(db, ban.contributionNumber, ban.from),
  }
}

/** Of the report; null for the whole site. */
export async function titleOf(db: Db, { kind, id }: Scope): Promise<string | null> {
  return kind === 'report' ? ((await findReportById(db, id))?.title ?? null) : null
}
