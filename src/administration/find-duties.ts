import { findConformity, hasPublishedAudit } from '../accessibility/index.ts'
import { isContested, isInForce, listBansOf } from '../bans/index.ts'
import { countMissingInNotice } from '../legal-notice/index.ts'
import { requireCharter } from '../moderation/index.ts'
import { wholeSite } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { listWaitingErasures } from '../privacy/index.ts'
import { countWaitingInvitations, siteDomain } from '../roles/index.ts'
import { requireTerms } from '../terms/index.ts'
import { listDuties, type Duty } from './duty.ts'

/** How everything stands that administrators keep for the whole site. */
export async function findDuties(db: Db, now: Date): Promise<Duty[]> {
  const [charter, terms] = [await requireCharter(db), await requireTerms(db)]
  return listDuties({
    invitations: await countWaitingInvitations(db, siteDomain.scope, now),
    erasures: (await listWaitingErasures(db)).length,
    bans: await countBans(db, now),
    charter: { version: charter.version, keptAt: charter.keptAt },
    terms: { version: terms.version, keptAt: terms.keptAt },
    missing: await countMissingInNotice(db),
    conformity: await findConformity(db, now),
    audited: await hasPublishedAudit(db),
  })
}

async function countBans(db: Db, now: Date) {
  const bans = await listBansOf(db, wholeSite)
  return {
    inForce: bans.filter((ban) => isInForce(ban, now)).length,
    contested: bans.filter(isContested).length,
  }
}
