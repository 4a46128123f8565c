/** A split or a merger that an edition published, as the record has it. */
export type PublishedDivision = {
  editionNumber: number
  operation: 'split-block' | 'merge-blocks'
  /** The block that kept its id, and its words afterwards. */
  first: { id: string; text: string }
  /** The second piece, or the block that became a part of the first; as it was then. */
  other: { id: string; text: string }
}

/** What a split or a merger did to one passage; `with`: the other one. */
export type Division = {
  editionNumber: number
  did: 'split-off' | 'merged-into' | 'gave-piece' | 'took-in'
  with: { id: string; text: string }
}

/**
 * What splits and mergers did to a passage for those who read editions: what was taken back before it was
 * published is not told. Of each other block all of them are given, in their order.
 */
export function divisionsOf(blockId: string, published: readonly PublishedDivision[]): Division[] {
  const apart = Map.groupBy(published, ({ editionNumber, other }) => `${editionNumber} ${other.id}`)
  return [...apart.values()].flatMap((together): Division[] => {
    const last = together.at(-1)
    // A block comes and goes, or goes and comes: twice, and it is where it was.
    if (!last || together.length % 2 === 0) return []
    const { editionNumber, operation, first, other } = last
    const isSplit = operation === 'split-block'
    if (other.id === blockId)
      return [{ editionNumber, did: isSplit ? 'split-off' : 'merged-into', with: first }]
    if (first.id !== blockId) return []
    return [{ editionNumber, did: isSplit ? 'gave-piece' : 'took-in', with: other }]
  })
}
