import {
  findAudit,
  listFindings,
  listPublications,
  payloadOfAudit,
} from '../accessibility/index.ts'
import { listActs } from '../journal/index.ts'
import { listNoticeAccounts } from '../legal-notice/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { compareAccounts, type AccountFinding } from './verify-accounts.ts'

export type NoticeFinding = AccountFinding & { kind: 'notice' }

/** What is said of the site was said by whom the journal names, then; and nothing of it is gone. */
export async function verifyNotices(db: Db): Promise<NoticeFinding[]> {
  const findings = [...(await verifyLegalNotice(db)), ...(await verifyAudits(db))]
  return findings.map((finding) => ({ kind: 'notice', ...finding }))
}

async function verifyLegalNotice(db: Db): Promise<AccountFinding[]> {
  const accounts = (await listNoticeAccounts(db)).map(({ id, keptAt, pseudonym }) => ({
    object: 'legal-notice',
    at: keptAt,
    actor: pseudonym,
    says: { notice: id },
  }))
  return compareAccounts(accounts, await listActs(db, ['legal-notice.kept']))
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
