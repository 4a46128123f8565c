import type { Db } from '../platform/db/connect.ts'
import type { Contribution } from './contribution.ts'
import type { ListedContribution } from './contributions-page.tsx'
import { countListed, listContributions, type Listed, type Page } from './list-store.ts'
import { countReplies, countSupports, listImportedTotals } from './support-store.ts'

/** Contributions with what a list says of each: supports and replies, in three queries for all of them. */
export async function withCounts(
  db: Db,
  contributions: readonly Contribution[],
): Promise<ListedContribution[]> {
  const numbers = contributions.map(({ number }) => number)
  const [supports, imported, replies] = await Promise.all([
    countSupports(db, numbers, null),
    listImportedTotals(db, numbers),
    countReplies(db, numbers),
  ])
  return contributions.map((contribution) => {
    const { number } = contribution
    const total = imported.get(number)
    return {
      contribution,
      supports: (supports.get(number)?.count ?? 0) + (total?.supports ?? 0),
      agreed: total && total.agree + total.mixed + total.disagree > 0 ? total : null,
      replies: replies.get(number) ?? 0,
    }
  })
}

/** One page of a list, with how many there are in all. */
export async function listPage(
  db: Db,
  listed: Listed,
  page: Page,
): Promise<{ listed: ListedContribution[]; count: number }> {
  const count = await countListed(db, listed)
  const contributions = await listContributions(db, listed, page)
  return { listed: await withCounts(db, contributions), count }
}
