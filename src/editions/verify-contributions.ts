import { z } from 'zod'
import { commitTo, findContribution, listCommitments } from '../contributions/index.ts'
import { hex, listEntriesOf } from '../journal/index.ts'
import type { Db } from '../platform/db/connect.ts'

export type ContributionProblem = 'altered' | 'gone' | 'not-in-journal' | 'twice-in-journal'

export type ContributionFinding = {
  kind: 'contribution'
  number: number
  problem: ContributionProblem
}

const account = z.object({ number: z.number(), commitment: z.string() })

/** Every contribution stands in the journal once, and says what it committed to. */
export async function verifyContributions(
  db: Db,
): Promise<{ count: number; findings: ContributionFinding[] }> {
  const entries = (await listEntriesOf(db, 'contribution.published')).flatMap(
    ({ payload }) => account.safeParse(payload).data ?? [],
  )
  const accounts = Map.groupBy(entries, (entry) => entry.number)
  const findings: ContributionFinding[] = []
  let count = 0
  for (let after = 0; ;) {
    const page = await listCommitments(db, after, 500)
    for (const kept of page) {
      const listed = accounts.get(kept.number) ?? []
      const problem =
        accountProblem(
          listed.map(({ commitment }) => commitment),
          hex(kept.commitment),
        ) ?? (await commitmentProblem(db, kept))
      if (problem) findings.push({ kind: 'contribution', number: kept.number, problem })
    }
    count += page.length
    for (const { number } of page) accounts.delete(number)
    const last = page.at(-1)
    if (!last) return { count, findings: [...findings, ...Array.from(accounts.keys(), gone)] }
    after = last.number
  }
}

function gone(number: number): ContributionFinding {
  return { kind: 'contribution', number, problem: 'gone' }
}

function accountProblem(listed: string[], commitment: string | null): ContributionProblem | null {
  if (listed.length > 1) return 'twice-in-journal'
  return listed[0] === commitment ? null : 'not-in-journal'
}

type Kept = { number: number; salt: Buffer | null; commitment: Buffer }

/** Once the salt is destroyed there is nothing left to compare: the hash stands alone. */
async function commitmentProblem(db: Db, kept: Kept): Promise<ContributionProblem | null> {
  if (!kept.salt) return null
  const contribution = await findContribution(db, kept.number)
  if (!contribution) return 'altered'
  return hex(commitTo(kept.salt, contribution)) === hex(kept.commitment) ? null : 'altered'
}
