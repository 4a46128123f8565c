import {
  findAudit,
  findKeeping,
  findResults,
  listFindings,
  listPublications,
  payloadOfAudit,
  payloadOfResults,
} from '../accessibility/index.ts'
import { listActs } from '../journal/index.ts'
import { findNoticeKeeping } from '../legal-notice/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { compareAccounts, type Account, type AccountFinding } from './verify-accounts.ts'

export type NoticeFinding = AccountFinding & { kind: 'notice' }

/** What is said of the site was said by whom the journal names, then; and nothing of it is gone. */
export async function verifyNotices(db: Db): Promise<NoticeFinding[]> {
  const findings = [
    ...(await verifyLegalNotice(db)),
    ...(await verifyAudits(db)),
    ...(await verifyResults(db)),
  ]
  return findings.map((finding) => ({ kind: 'notice', ...finding }))
}

/** The last that was kept holds: those before are gone, since they named people. */
async function verifyLegalNotice(db: Db): Promise<AccountFinding[]> {
  const kept = await findNoticeKeeping(db)
  const account = kept && {
    object: 'legal-notice',
    at: kept.keptAt,
    actor: kept.pseudonym,
    says: { notice: kept.id },
  }
  return compareLast(db, account, 'legal-notice.kept')
}

async function verifyResults(db: Db): Promise<AccountFinding[]> {
  const [kept, results] = [await findKeeping(db), await findResults(db)]
  const account = kept &&
    results && {
      object: 'accessibility',
      at: kept.keptAt,
      actor: kept.pseudonym,
      says: payloadOfResults(results),
    }
  return compareLast(db, account, 'accessibility-results.kept')
}

async function compareLast(
  db: Db,
  account: Account | undefined,
  action: string,
): Promise<AccountFinding[]> {
  const acts = await listActs(db, [action])
  return compareAccounts(account ? [account] : [], acts.slice(-1))
}

/** Each audit that is published says what it said then; what is being entered is nobody's business yet. */
async function verifyAudits(db: Db): Promise<AccountFinding[]> {
  const publications = await listPublications(db)
  const accounts = await Promise.all(
    publications.map(async ({ id, publishedAt, pseudonym, ...counted }) => {
      const audit = await findAudit(db, id)
      const says = audit ? payloadOfAudit(audit, await listFindings(db, id), counted) : {}
      return { object: `audit/${id}`, at: publishedAt, actor: pseudonym, says }
    }),
  )
  return compareAccounts(accounts, await listActs(db, ['audit.published']))
}
