import { findConformity, hasPublishedAudit } from '../accessibility/index.ts'
import { countMissingInNotice } from '../legal-notice/index.ts'
import { requireCharter } from '../moderation/index.ts'
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
    charter: { version: charter.version, keptAt: charter.keptAt },
    terms: { version: terms.version, keptAt: terms.keptAt },
    missing: await countMissingInNotice(db),
    conformity: await findConformity(db, now),
    audited: await hasPublishedAudit(db),
  })
}
