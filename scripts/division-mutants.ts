const text = { test: 'src/text/split-block.test.ts' }
const replayed = (only: string) => ({ test: 'src/reports/plan-changes.test.ts', only })
const byHand = (only: string) => ({ test: 'test/split-and-merge.test.ts', only })
const undone = (only: string) => ({ test: 'test/undo-divisions.test.ts', only })
const read = (only: string) => ({ test: 'test/divided-passages.test.ts', only })
const verified = { test: 'test/verify-divisions.test.ts' }
const followed = { test: 'src/anchors/follow-block.test.ts' }
const told = { test: 'src/reports/telling-changes.test.ts' }
const compared = { test: 'src/reports/compared-texts.test.ts' }

/** Ways to break the splitting and merging of passages, from the text to what readers are told. */
export const divisionMutants = [
  {
    name: 'split: what its piece gave away later hides that it was taken back',
    file: 'src/reports/taken-back.ts',
    replace: 'const before = last.get(change.otherBlock.id)',
    by: 'const before = [...last.values()].at(-1)',
    guard: told,
  },
  {
    name: 'split: what took away the whole is not told of its part',
    file: 'src/reports/telling-changes.ts',
    replace: "return operation === 'remove-block' ||",
    by: "return operation === 'insert-block' ||",
    guard: told,
  },
  {
    name: 'split: an address does not follow its words into a piece',
    file: 'src/reports/division-store.ts',
    replace: 'if (part > kept)',
    by: 'if (part > 1)',
    guard: { test: 'test/divided-passages.test.ts' },
  },
  {
    name: 'split: a heading can be cut in two',
    file: 'src/text/split-block.ts',
    replace: "new Set(['paragraph', ",
    by: "new Set(['section', 'paragraph', ",
    guard: text,
  },
  {
    name: 'split: a mark across the cut is lost on the second piece',
    file: 'src/text/split-block.ts',
    replace: 'marks: marksWithin(block.marks, start, text.length)',
    by: 'marks: marksWithin(block.marks.filter((mark) => mark.start >= start), start, text.length)',
    guard: text,
  },
  {
    name: 'split: the first piece gives the numbers of sentences that went again',
    file: 'src/text/split-block.ts',
    replace: '      text: first,\n',
    by: '      text: first,\n      nextSentence: inFirst.length + 1,\n',
    guard: text,
  },
  {
    name: 'split: sentences that come to another block keep their numbers there',
    file: 'src/text/merge-blocks.ts',
    replace: 'n: first.nextSentence + at,',
    by: 'n: one.n + at * 0,',
    guard: text,
  },
  {
    name: 'split: passages of different levels become one',
    file: 'src/text/merge-blocks.ts',
    replace: ' && first.level === second.level',
    by: '',
    guard: text,
  },
  {
    name: 'split: pieces that say other words than the whole are believed',
    file: 'src/reports/replay-changes.ts',
    replace: 'if (spaceBetween(before, block.text, otherBlock.text) === null) return null',
    by: 'if (before === null) return null',
    guard: replayed('a split or a merger'),
  },
  {
    name: 'split: a merger takes whatever stands there',
    file: 'src/reports/replay-changes.ts',
    replace: 'if (next.id !== otherBlock.id || next.text !== otherBlock.text) return null',
    by: 'if (next.id === block.id) return null',
    guard: replayed('a split or a merger'),
  },
  {
    name: 'split: a second click cuts again',
    file: 'src/changes/division-routes.tsx',
    replace: 'if (followerOf(blocks, id)?.id === other) return { ok: true, changes: [] }',
    by: '',
    guard: byHand('a second click'),
  },
  {
    name: 'split: any passage is taken for a piece that was split off',
    file: 'src/changes/division-routes.tsx',
    replace: "if (!isPiece) return { ok: false, problem: 'other-form' }",
    by: '',
    guard: byHand('the second piece never takes'),
  },
  {
    name: 'split: a second click merges the passage after it as well',
    file: 'src/changes/division-routes.tsx',
    replace: 'if (await wasMerged(tx, id, form)) return { ok: true, changes: [] }',
    by: '',
    guard: byHand('a second click'),
  },
  {
    name: 'split: what somebody changed meanwhile is cut all the same',
    file: 'src/changes/division.ts',
    replace: 'if (digestOf([block]) !== read)',
    by: 'if (false as boolean)',
    guard: byHand('what cannot be cut'),
  },
  {
    name: 'split: what somebody changed meanwhile is merged all the same',
    file: 'src/changes/division.ts',
    replace: 'if (digestOf(next ? [block, next] : [block]) !== read)',
    by: 'if (false as boolean)',
    guard: byHand('what cannot be cut'),
  },
  {
    name: 'split: the second piece takes an id that is known',
    file: 'src/changes/division-routes.tsx',
    replace: '{ id, ...form, other: newBlockId() }',
    by: '{ id, ...form, other }',
    guard: byHand('the second piece never takes'),
  },
  {
    name: 'split: what was merged away is said to be taken out',
    file: 'src/changes/place-routes.tsx',
    replace:
      "if (!stands && (await findMerger(tx, id))) return { ok: false, problem: 'block-merged' }",
    by: 'if (!stands && (await findMerger(tx, id))) return { ok: true, changes: [] }',
    guard: byHand('what was merged away'),
  },
  {
    name: 'split: what later changes stand on is undone',
    file: 'src/changes/division.ts',
    replace: 'if (next?.id !== otherBlock.id || !saysSame(next, otherBlock)) return null',
    by: 'if (next?.id !== otherBlock.id) return null',
    guard: undone('what later changes stand on'),
  },
  {
    name: 'split: what an edition published is undone',
    file: 'src/changes/undoing-routes.tsx',
    replace: 'if (!isPending(change))',
    by: 'if (false as boolean)',
    guard: undone('what an edition has published'),
  },
  {
    name: 'split: the journal does not say what the other passage was',
    file: 'src/reports/record-change.ts',
    replace: "hashBlock(change.otherBlock).toString('hex')",
    by: "hashBlock(change.otherBlock).toString('hex', 0, 0)",
    guard: verified,
  },
  {
    name: 'split: an edition does not say which passage came of it',
    file: 'src/reports/change.ts',
    replace: '...(change.otherBlock && { other: change.otherBlock.id })',
    by: '...(change.otherBlock && {})',
    guard: verified,
  },
  {
    name: 'split: words of the second piece stay in the first',
    file: 'src/anchors/follow-block.ts',
    replace: 'if (inFirst >= inSecond)',
    by: 'if (inFirst >= 0)',
    guard: followed,
  },
  {
    name: 'split: words of a merged passage stay where they stood',
    file: 'src/anchors/follow-block.ts',
    replace: 'start: range.start + by, end: range.end + by',
    by: 'start: range.start, end: range.end',
    guard: followed,
  },
  {
    name: 'split: nobody looks at words that lay across the cut',
    file: 'src/anchors/carry-anchors.ts',
    replace: 'return rewritten || torn === true || ',
    by: 'return rewritten || ',
    guard: read('contributions follow the record'),
  },
  {
    name: 'split: a whole passage that was merged claims all of the other',
    file: 'src/anchors/carry-anchors.ts',
    replace: 'const isWhole = !divided && ',
    by: 'const isWhole = ',
    guard: read('contributions follow the record'),
  },
  {
    name: 'split: what was done to a piece that is no more is told nowhere',
    file: 'src/reports/telling-changes.ts',
    replace: 'if (!change.otherBlock) continue',
    by: 'if (change) continue',
    guard: told,
  },
  {
    name: 'split: a record is told by its words alone',
    file: 'src/reports/compared-texts.ts',
    replace: 'const recorded = findRecorded(single, made)',
    by: 'const recorded = findRecorded(single.slice(0, 0), made)',
    guard: compared,
  },
  {
    name: 'split: what was taken back before it was published is in the history',
    file: 'src/reports/divisions.ts',
    replace: 'if (!last || together.length % 2 === 0) return []',
    by: 'if (!last) return []',
    guard: { test: 'src/reports/divisions.test.ts' },
  },
  {
    name: 'split: the address of a merged passage leads to the first merger only',
    file: 'src/reports/division-store.ts',
    replace: 'if (merger && !seen.has(merger.with.id))',
    by: 'if (merger && seen.size > 99)',
    guard: read('through several mergers'),
  },
]
