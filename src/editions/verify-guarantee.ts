import {
  listVerificationAccounts,
  listVersionAccounts,
  payloadOfOpinion,
  payloadOfVerification,
} from '../guarantee/index.ts'
import { listActs } from '../journal/index.ts'
import { operator } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { compareAccounts, type Account, type AccountFinding } from './verify-accounts.ts'

type Finding = AccountFinding | { object: string; problem: 'state-without-act' }

/** Every version of every opinion, by its author alone, and every verification that was done, is as the journal says. */
export async function verifyGuarantee(db: Db): Promise<Finding[]> {
  const rows = await listVersionAccounts(db)
  const versions = rows.map((row): Account => ({
    object: `opinion/${row.opinionId}`,
    at: row.writtenAt,
    actor: row.pseudonym,
    says: payloadOfOpinion({ ...row, report: row.slug }),
  }))
  const verifications = (await listVerificationAccounts(db)).flatMap(({ id, done }): Account[] =>
    done
      ? [
          {
            object: `verification/${id}`,
            at: done.at,
            actor: operator.pseudonym,
            says: payloadOfVerification(done),
          },
        ]
      : [],
  )
  return [
    ...compareAccounts(versions, await listActs(db, ['opinion.published'])),
    ...rows
      .filter(({ byAuthor }) => !byAuthor)
      .map(({ opinionId }) => ({
        object: `opinion/${opinionId}`,
        problem: 'state-without-act' as const,
      })),
    ...compareAccounts(verifications, await listActs(db, ['record.verified'])),
  ]
}
