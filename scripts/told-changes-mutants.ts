const toldTo = (only: string) => ({ test: 'test/told-divisions.test.ts', only })
const undone = { test: 'test/undo-divisions.test.ts', only: 'a change that was taken back' }
const numbers = { test: 'test/told-numbers.test.ts' }
const amended = (only: string) => ({ test: 'test/undone-amendments.test.ts', only })
const compare = (only: string) => ({ test: 'test/compared-editions.test.ts', only })
const told = { test: 'src/reports/telling-changes.test.ts' }
const compared = { test: 'src/reports/compared-texts.test.ts' }

/** Ways to break what readers and editors are told of changes. */
export const toldChangesMutants = [
  {
    name: 'told: of several that became several each is told by itself',
    file: 'src/reports/compared-texts.ts',
    replace: 'if (members.length < 2 || old.length === 0) return []',
    by: 'if (members.length < 2 || Math.min(old.length, now.length) !== 1) return []',
    guard: toldTo('a split whose second piece'),
  },
  {
    name: 'told: the one piece that is left is told as another passage',
    file: 'src/reports/compared-texts.ts',
    replace: 'if (members.length < 2 || old.length === 0) return []',
    by: 'if (members.length < 3 || old.length === 0) return []',
    guard: toldTo('a split whose first piece'),
  },
  {
    name: 'told: what was taken back is told as a reason',
    file: 'src/reports/telling-changes.ts',
    replace: 'const changes = withoutTakenBack(made)',
    by: 'const changes = [...made]',
    guard: toldTo('what was merged, edited'),
  },
  {
    name: 'told: what was taken back, but not to the letter, is told nowhere',
    file: 'src/reports/taken-back.ts',
    replace: 'if (undoing.after !== before) return false',
    by: '',
    guard: told,
  },
  {
    name: 'told: what was done to a piece in between is told nowhere',
    file: 'src/reports/taken-back.ts',
    replace: 'sinceItWas(left, seenBy(between, left.id)).length === 0',
    by: 'sinceItWas(left, seenBy(between, left.id)).length >= 0',
    guard: told,
  },
  {
    name: 'told: pieces that are other passages again stay one passage for what follows',
    file: 'src/reports/compared-texts.ts',
    replace: 'of withoutTakenBack(changes)',
    by: 'of changes',
    guard: compared,
  },
  {
    name: 'told: what was undone can be undone once more',
    file: 'src/changes/pending-routes.tsx',
    replace: '!facts.undoneBy.has(change.id) &&',
    by: '',
    guard: undone,
  },
  {
    name: 'told: undoing is offered where later changes stand in the way',
    file: 'src/changes/division.ts',
    replace: 'isDivision(change) && planUndo(blocks, change, dated).ok',
    by: 'isDivision(change) && planUndo(blocks, change, dated) !== undefined',
    guard: undone,
  },
  {
    name: 'told: what an edition published is said to be undone by what follows',
    file: 'src/changes/find-undoings.ts',
    replace: '([change, undoing]) => change.editionNumber === undoing.editionNumber',
    by: '([change]) => change.id > 0',
    guard: undone,
  },
  {
    name: 'told: the list before an edition counts both pieces of a split',
    file: 'src/editions/check-list.ts',
    replace: 'differing: told.length',
    by: 'differing: told.flatMap(({ now }) => now).length',
    guard: numbers,
  },
  {
    name: 'told: what one act did to several passages is counted several times',
    file: 'src/changes/group-changes.ts',
    replace: 'all: groups.length',
    by: 'all: changes.length',
    guard: numbers,
  },
  {
    name: 'told: sentences that were worded anew and back are told as a reason of others',
    file: 'src/reports/telling-changes.ts',
    replace: 'chosen.filter((change) => leftItsMark(change, seen, difference))',
    by: 'chosen',
    guard: amended('an amendment that a change by hand'),
  },
  {
    name: 'told: one of two sentences that say the same is taken for the other',
    file: 'src/reports/telling-changes.ts',
    replace: 'countIn(now.text, after) > countIn(was.text, after)',
    by: 'now.text === after',
    guard: told,
  },
  {
    name: 'told: words that another change replaced are said to be in the edition',
    file: 'src/editions/list-own-changes.ts',
    replace: "return says ? 'stands' : 'reworded'",
    by: "return says ? 'stands' : 'stands'",
    guard: amended('where other words followed'),
  },
  {
    name: 'told: another apostrophe is another word',
    file: 'src/editions/list-own-changes.ts',
    replace: 'now && foldTypography(now.text).includes(words)',
    by: 'now?.text.includes(change.after.trim())',
    guard: amended('another apostrophe'),
  },
  {
    name: 'told: a passage says of an earlier edition what a later one took back',
    file: 'src/editions/undone-here.tsx',
    replace: 'goneSince !== null && goneSince <= upTo ?',
    by: 'goneSince !== null ?',
    guard: amended('what an edition published'),
  },
  {
    name: 'told: an edition is compared with itself',
    file: 'src/editions/comparison-routes.tsx',
    replace: "return from === to ? 'same-edition' : null",
    by: 'return null',
    guard: compare('two editions that cannot be compared'),
  },
  {
    name: 'told: an edition that is not there is compared',
    file: 'src/editions/comparison-routes.tsx',
    replace: "if (!known.has(from) || !known.has(to)) return 'no-such-edition'",
    by: '',
    guard: compare('two editions that cannot be compared'),
  },
  {
    name: 'told: the older of two editions is compared with the newer',
    file: 'src/editions/comparison-routes.tsx',
    replace: '.toSorted((one, two) => one - two)',
    by: '',
    guard: compare('the list of editions, the front page'),
  },
  {
    name: 'told: what nobody accepted is said to be accepted',
    file: 'src/editions/undone-here.tsx',
    replace: 'await listDecisions(db, [...new Set(behind)])',
    by: "new Map(behind.map((number) => [number, 'accepted' as const]))",
    guard: amended('of what was not accepted'),
  },
  {
    name: 'told: a passage says what became of another',
    file: 'src/editions/undone-here.tsx',
    replace: ' && touches(change, blockId)',
    by: '',
    guard: amended('of what was not accepted'),
  },
]
