import type { Change, NewChange } from '../reports/index.ts'
import type { Block } from '../text/index.ts'

type Rewording = Pick<NewChange, 'operation' | 'blockId' | 'before' | 'after'> &
  Partial<Pick<Change, 'causes'>>

/** What was read, and what stands in its place. */
type Reworded = { number: number; exact: string; block: Pick<Block, 'id' | 'text'> }

/**
 * Returns whether the words that an amendment led to stand where it read others: a change that it caused replaced the
 * words that were read, in this block, which still says what the change put there.
 */
export function standsAsAmended(
  { number, exact, block }: Reworded,
  changes: readonly Rewording[],
): boolean {
  return changes.some(
    ({ operation, blockId, before, after, causes = [] }) =>
      operation === 'replace-sentences' &&
      blockId === block.id &&
      causes.some(
        (cause) => cause.kind === 'contribution' && cause.contributionNumber === number,
      ) &&
      before !== null &&
      overlap(before.trim(), exact.trim()) &&
      block.text.includes(after.trim()),
  )
}

/** A change may take some of the sentences that were read, or others with them. */
function overlap(one: string, other: string): boolean {
  return one.includes(other) || other.includes(one)
}
