const toldTo = (only: string) => ({ test: 'test/told-divisions.test.ts', only })
const undone = { test: 'test/undo-divisions.test.ts', only: 'a change that was taken back' }
const numbers = { test: 'test/told-numbers.test.ts' }
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
]
