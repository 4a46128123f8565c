const takenBack = (only: string) => ({ test: 'test/import-undone-divisions.test.ts', only })

/** Ways to break what is said of splits and mergers that a file takes back. */
export const undoneDivisionMutants = [
  {
    name: 'divisions undone: a passage that is cut elsewhere is told as well',
    file: 'src/imports/find-undone-divisions.ts',
    replace: 'return places.every(',
    by: 'return places.some(',
    guard: takenBack('a passage that a file cuts'),
  },
  {
    name: 'divisions undone: a split is not told whose second piece was edited, nor the whole in the file',
    file: 'src/imports/find-undone-divisions.ts',
    replace: 'if (isUndone) return true',
    by: 'if (isUndone) return false',
    guard: takenBack('a split is told whose second piece'),
  },
  {
    name: 'divisions undone: a split is not told whose second piece was merged with the next passage',
    file: 'src/imports/find-undone-divisions.ts',
    replace: 'return now.some(says) && !old.some(says)',
    by: 'return now.some(says) && old.some(says)',
    guard: takenBack('a piece that was merged with the next'),
  },
  {
    name: 'divisions undone: a merger is not told where both passages have more words',
    file: 'src/imports/find-undone-divisions.ts',
    replace: ': standApart(told, first, words)',
    by: ': false',
    guard: takenBack('a merger is told where'),
  },
  {
    name: 'divisions undone: a merger is told where the whole has more words',
    file: 'src/imports/find-undone-divisions.ts',
    replace: ' || now.some(saysAll)) return false',
    by: ') return false',
    guard: takenBack('a merger is told where'),
  },
  {
    name: 'divisions undone: what the whole says is told as undone in its piece',
    file: 'src/imports/find-undone.ts',
    replace: 'return !others.some((block) => says(block, words))',
    by: 'return true',
    guard: takenBack('what contributions changed in a piece'),
  },
  {
    name: 'divisions undone: what the whole does not say is not told as undone in its piece',
    file: 'src/imports/find-undone.ts',
    replace: 'return !others.some((block) => says(block, words))',
    by: 'return others.length === 0',
    guard: takenBack('what contributions changed in a piece'),
  },
  {
    name: 'divisions undone: what files did is told as done by hand',
    file: 'src/imports/find-undone-divisions.ts',
    replace: 'if (!otherBlock || !byHand) continue',
    by: 'if (!otherBlock) continue',
    guard: takenBack('what a file divided'),
  },
  {
    name: 'divisions undone: an earlier reason is told beside the last',
    file: 'src/imports/find-undone-divisions.ts',
    replace: "[did, blockId, otherBlock.id].join(' ')",
    by: "[did, blockId, byHand.reason].join(' ')",
    guard: takenBack('of what was taken back'),
  },
  {
    name: 'divisions undone: the preview does not say them',
    file: 'src/imports/undone-part.tsx',
    replace: '<UndoneDivisions {...props} />',
    by: '{UndoneDivisions && null}',
    guard: takenBack('a file that takes back'),
  },
  {
    name: 'divisions undone: the command does not say them',
    file: 'src/commands/import.ts',
    replace: '...divisions.map(',
    by: '...divisions.slice(divisions.length).map(',
    guard: takenBack('a file that takes back'),
  },
]
