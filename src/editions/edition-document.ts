import type { Answer } from '../answers/index.ts'
import { listCommitments } from '../contributions/index.ts'
import type { Json } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import {
  blockDocument,
  contributionsBehind,
  describeChange,
  type Change,
  type KnownCause,
  type PlacedBlock,
} from '../reports/index.ts'

export type EditionFacts = {
  report: { slug: string; title: string; lang: string }
  number: number
  publishedAt: Date
  previousSha256: Uint8Array | null
  blocks: readonly PlacedBlock[]
  changes: readonly Change[]
  answers: readonly Answer[]
  /** Commitments of the contributions that changes and answers speak of. */
  commitments: ReadonlyMap<number, Uint8Array>
  /** Numbers of the contributions that waited for an answer. */
  unanswered: readonly number[]
}

/**
 * What an edition freezes and hashes: the text, its changes with their causes, its answers. No person's
 * name is in it, and contributions stand in it by number and salted commitment, so that an erasure
 * leaves the hash true.
 */
export function editionDocument(facts: EditionFacts): { [key: string]: Json } {
  const contribution = (number: number) => ({
    number,
    commitment: hexOrNull(facts.commitments.get(number) ?? null),
  })
  return {
    format: 'vivace-edition-1',
    report: facts.report,
    number: facts.number,
    publishedAt: facts.publishedAt.toISOString(),
    previous: hexOrNull(facts.previousSha256),
    blocks: facts.blocks.map(blockDocument),
    changes: facts.changes.map((change) => ({
      ...describeChange(change),
      ...(change.follows !== null && { follows: change.follows }),
      ...(change.byHand && { reason: change.byHand.reason }),
      causes: [
        ...contributionsBehind(change).map(contribution),
        ...change.causes.flatMap(otherCause),
      ],
    })),
    answers: facts.answers.map((answer) => ({
      decision: answer.decision,
      reason: answer.reason,
      answeredAt: answer.answeredAt.toISOString(),
      contributions: answer.contributionNumbers.map(contribution),
    })),
    unanswered: [...facts.unanswered],
  }
}

function otherCause(cause: KnownCause): { [key: string]: Json }[] {
  if (cause.kind === 'contribution') return []
  if (cause.kind === 'erratum') return [{ erratum: true }]
  if (cause.kind === 'source') return [{ source: cause.citation, link: cause.link }]
  return [{ file: cause.name, sha256: cause.sha256, reason: cause.reason }]
}

/** The commitments that an edition with these changes and answers speaks of. */
export async function gatherCommitments(
  db: Db,
  { changes, answers }: Pick<EditionFacts, 'changes' | 'answers'>,
): Promise<Map<number, Uint8Array>> {
  const numbers = new Set([
    ...changes.flatMap(contributionsBehind),
    ...answers.flatMap((answer) => answer.contributionNumbers),
  ])
  const kept = await listCommitments(db, [...numbers])
  return new Map(kept.map(({ number, commitment }) => [number, commitment]))
}

function hexOrNull(bytes: Uint8Array | null): string | null {
  return bytes && Buffer.from(bytes).toString('hex')
}
