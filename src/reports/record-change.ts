import { recordActs, type Act } from '../journal/index.ts'
import { sha256, type Json } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { describeChange, type NamedCause, type NewChange } from './change.ts'
import { hashBlock } from './hash-block.ts'

type ChangedByHand = NewChange & { id: number }

/** Writes down in the journal what an editor changed by hand, and what they named as its causes. */
export async function recordTextChanges(
  tx: Db,
  by: Pick<Act, 'role' | 'actor'>,
  changes: readonly ChangedByHand[],
  causes: readonly NamedCause[],
): Promise<void> {
  const acts = changes.map((change) => ({
    ...by,
    at: change.changedAt,
    action: 'text.changed',
    object: `change/${change.id}`,
    payload: payloadOfChange(change, causes),
  }))
  await recordActs(tx, acts)
}

/** Words are in it by their hashes only, as in every entry. */
export function payloadOfChange(
  change: NewChange,
  causes: readonly NamedCause[],
): { [key: string]: Json } {
  const { before, after, ...described } = describeChange(change)
  return {
    ...described,
    before: before === null ? null : sha256(before).toString('hex'),
    after: sha256(after).toString('hex'),
    state: change.block && hashBlock(change.block).toString('hex'),
    ...(change.otherBlock && { otherState: hashBlock(change.otherBlock).toString('hex') }),
    follows: change.follows,
    reason: change.byHand && sha256(change.byHand.reason).toString('hex'),
    causes: causes.map(causeInJournal),
  }
}

function causeInJournal(cause: NamedCause): { [key: string]: Json } {
  switch (cause.kind) {
    case 'contribution':
      return { contribution: cause.contributionNumber }
    case 'source':
      return { source: sha256(`${cause.citation}\n${cause.link ?? ''}`).toString('hex') }
    case 'erratum':
      return { erratum: true }
  }
}
