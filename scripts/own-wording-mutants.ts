const carried = { test: 'src/anchors/carry-anchors.test.ts' }
const own = { test: 'src/anchors/own-wording.test.ts' }
const amended = { test: 'test/amended-passages.test.ts' }

/** Ways to break what is said of a passage that its own amendment replaced. */
export const ownWordingMutants = [
  {
    name: 'own wording: what an amendment itself led to is to be looked at',
    file: 'src/anchors/carry-anchors.ts',
    replace: 'const doubtful = !sure && !isOwn(anchor, place)',
    by: 'const doubtful = !sure',
    guard: carried,
  },
  {
    name: 'own wording: a remark is as sure of its place as an amendment',
    file: 'src/anchors/carry-anchors.ts',
    replace: 'return amends && !!block',
    by: 'return !!block',
    guard: carried,
  },
  {
    name: 'own wording: any change that it caused is of the words that it read',
    file: 'src/anchors/own-wording.ts',
    replace: 'overlap(before.trim(), exact.trim()) &&',
    by: '',
    guard: own,
  },
  {
    name: 'own wording: what took the place of its wording since is its wording',
    file: 'src/anchors/own-wording.ts',
    replace: 'block.text.includes(after.trim()),',
    by: 'after.length > 0,',
    guard: own,
  },
  {
    name: 'own wording: what another amendment led to is its own wording',
    file: 'src/anchors/own-wording.ts',
    replace: ' && cause.contributionNumber === number',
    by: '',
    guard: carried,
  },
  {
    name: 'own wording: its author reads that other words took its place',
    file: 'src/review/what-it-became.tsx',
    replace: "amended ? say('became-amended') : ",
    by: '',
    guard: amended,
  },
]
