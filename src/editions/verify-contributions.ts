import {
  commitTo,
  findContribution,
  listAccounts,
  type ContributionAccount,
} from '../contributions/index.ts'
import { hex, listActs } from '../journal/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { compareAccounts, type Account, type AccountProblem } from './verify-accounts.ts'
import { attempt } from './verify-attempt.ts'

export type ContributionProblem = AccountProblem | 'altered' | 'salt-destroyed'

export type ContributionFinding = {
  kind: 'contribution'
  object: string
  problem: ContributionProblem
}

/** Every contribution stands in the journal once, by its author, and says what it committed to. */
export async function verifyContributions(
  db: Db,
): Promise<{ count: number; findings: ContributionFinding[] }> {
  const accounts: Account[] = []
  const altered: { object: string; problem: ContributionProblem }[] = []
  for (let after = 0; ;) {
    const page = await listAccounts(db, after, 500)
    for (const row of page) {
      const account = accountOf(row)
      accounts.push(account)
      const problem = await findAlteration(db, row)
      if (problem) altered.push({ object: account.object, problem })
    }
    const last = page.at(-1)
    if (!last) break
    after = last.number
  }
  const compared = compareAccounts(accounts, await listActs(db, ['contribution.published']))
  const findings = [...altered, ...compared]
  return {
    count: accounts.length,
    findings: findings.map((finding) => ({ kind: 'contribution', ...finding })),
  }
}

function accountOf(row: ContributionAccount): Account {
  return {
    object: `contribution/${row.number}`,
    at: row.publishedAt,
    actor: row.author,
    says: {
      number: row.number,
      kind: row.kind,
      edition: `${row.reportSlug}/${row.editionNumber}`,
      block: row.blockId,
      commitment: hex(row.commitment),
    },
  }
}

/** No act destroys a salt yet: without it, whatever is shown can no longer be proved. */
async function findAlteration(
  db: Db,
  row: ContributionAccount,
): Promise<ContributionProblem | null> {
  const { salt, commitment } = row
  if (!salt) return 'salt-destroyed'
  const contribution = await findContribution(db, row.number)
  if (!contribution || row.editionSlug !== row.reportSlug) return 'altered'
  const recomputed = attempt(() => hex(commitTo(salt, contribution)))
  return recomputed === hex(commitment) ? null : 'altered'
}
