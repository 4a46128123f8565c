import type { Block } from '../text/index.ts'

/** Why the working text changed. Nothing changes without one. */
export type Cause =
  | { kind: 'contribution'; contributionNumber: number }
  /** A file that was read into the text. */
  | { kind: 'file'; sourceId: number }
  | { kind: 'source'; citation: string; link: string | null }
  | { kind: 'erratum' }

/** What an editor can name as the cause of a change made by hand. */
export type NamedCause = Exclude<Cause, { kind: 'file' }>

/** A cause as readers are told it; `added`: it was named after the change was made. */
export type KnownCause =
  | { kind: 'contribution'; contributionNumber: number; added: boolean }
  | { kind: 'file'; name: string; sha256: string; reason: string }
  | Exclude<NamedCause, { kind: 'contribution' }>

/**
 * `replace-sentences`: the words of consecutive sentences; `edit-block`: anything else of a block. `split-block`: the
 * end of a block became one of its own, after it; `merge-blocks`: the block after it became its end.
 */
export type Operation =
  | 'insert-block'
  | 'replace-sentences'
  | 'edit-block'
  | 'move-block'
  | 'remove-block'
  | 'split-block'
  | 'merge-blocks'

/** One operation on the working text. */
export type NewChange = {
  reportId: number
  operation: Operation
  blockId: string
  /** The words that it took away, and those in their place; null where nothing stood, '' where nothing stands. */
  before: string | null
  after: string
  sentencesBefore: number[]
  sentencesAfter: number[]
  /**
   * The block as the change left it; of a removal, as it was. Null where an amendment's own wording says
   * it, where the block was moved, and in the first text.
   */
  block: Block | null
  /** Of a split the second piece; of a merger the block that went into the first, as it was; null of all others. */
  otherBlock: Block | null
  /** Where a block was put, or stood until it was removed: the id of the block before it, null at the start. */
  follows: string | null
  changedAt: Date
  /** Why, and by whom, where an editor made it by hand. */
  byHand: ByHand | null
}

export type ByHand = { reason: string; personId: number }

/** `editionNumber` is null until an edition has published it. */
export type Change = NewChange & {
  id: number
  editionNumber: number | null
  causes: KnownCause[]
}

/** The contributions that caused a change, by number, in order. */
export function contributionsBehind({ causes }: Pick<Change, 'causes'>): number[] {
  return causes
    .flatMap((cause) => (cause.kind === 'contribution' ? [cause.contributionNumber] : []))
    .toSorted((one, other) => one - other)
}

/** A change as the journal and the editions know it: what it did to which block, without its causes. */
export function describeChange(change: NewChange) {
  return {
    operation: change.operation,
    block: change.blockId,
    before: change.before,
    after: change.after,
    sentencesBefore: change.sentencesBefore,
    sentencesAfter: change.sentencesAfter,
    ...(change.otherBlock && { other: change.otherBlock.id }),
  }
}
