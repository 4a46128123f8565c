const amended = (only: string) => ({ test: 'test/amended-after-division.test.ts', only })

/** Ways to lose the words of an amendment when its passage is split, or becomes a part of another. */
export const standingMutants = [
  {
    name: 'split: an amendment is not looked for in the piece of a split that has its words',
    file: 'src/reports/heirs-store.ts',
    replace: "where operation = 'split-block'",
    by: 'where false',
    guard: amended('amendments are accepted in the piece'),
  },
  {
    name: 'split: an amendment is not looked for in what its passage became a part of',
    file: 'src/reports/heirs-store.ts',
    replace: "where operation = 'merge-blocks'",
    by: 'where false',
    guard: amended('an amendment is accepted in the whole'),
  },
  {
    name: 'split: an amendment goes to another passage than the one that has its words',
    file: 'src/answers/find-standing.ts',
    replace: '.toSorted((one, other) => other.kept - one.kept)',
    by: '.toSorted((one, other) => one.kept - other.kept)',
    guard: amended('amendments are accepted in the piece'),
  },
  {
    name: 'split: what stands in another passage by now counts as removed',
    file: 'src/answers/find-standing.ts',
    replace: 'return !beside.some(({ text }) =>',
    by: 'return !beside.slice(beside.length).some(({ text }) =>',
    guard: amended('of one that lies across the cut'),
  },
  {
    name: 'split: numbers of sentences of another passage are taken for those of this one',
    file: 'src/text/take-amendment.ts',
    replace: 'base.id === current.id ? asWritten(amended, replaced) : null',
    by: 'asWritten(amended, replaced)',
    guard: { test: 'src/text/take-amendment.test.ts', only: 'into another block' },
  },
  {
    name: 'split: the queue says that words are gone which stand in another passage',
    file: 'src/answers/obstacle-store.ts',
    replace: '    union select heir.block_id, reached from heir',
    by: '    union select heir.block_id, reached from (select * from heir limit 0) as heir',
    guard: amended('an amendment is accepted in the whole'),
  },
  {
    name: 'split: what stands of a passage is taken for the passage that was read',
    file: 'src/answers/find-standing.ts',
    replace: "{ ...base, id: '', text, sentences, marks: [] }",
    by: '{ ...base, text, sentences, marks: [] }',
    guard: amended('a sentence that got another number'),
  },
  {
    name: 'split: an equal amendment is not known where its words went to another passage',
    file: 'src/text/without-repeats.ts',
    replace: 'const now = countSentences([current, ...beside])',
    by: 'const now = countSentences([current])',
    guard: amended('what an equal amendment put in'),
  },
  {
    name: 'split: a sentence that was put in already is put in again',
    file: 'src/text/without-repeats.ts',
    replace: 'return isDoubled ?',
    by: 'return isDoubled && false ?',
    guard: { test: 'src/text/take-amendment.test.ts', only: 'an equal amendment' },
  },
]
