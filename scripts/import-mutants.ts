const compared = (only: string) => ({ test: 'test/import-compared.test.ts', only })
const alike = (only: string) => ({ test: 'src/reports/group-alike.test.ts', only })
const divided = (only: string) => ({ test: 'test/import-divisions.test.ts', only })
const editions = (only: string) => ({ test: 'test/compared-editions.test.ts', only })

/** Ways to break what is told of a file that is read again, and how changes are paged. */
export const importMutants = [
  {
    name: 'import: passages that became one are edited and taken out',
    file: 'src/imports/plan-divisions.ts',
    replace: 'if (now.length === 1) mergeAll',
    by: 'if (now.length === 0) mergeAll',
    guard: divided('a file in which two passages'),
  },
  {
    name: 'import: a piece is put in anew',
    file: 'src/imports/plan-divisions.ts',
    replace: 'else if (!now.some(isBack)) splitAll',
    by: 'else if (now.length === 0) splitAll',
    guard: divided('a file in which a passage was cut'),
  },
  {
    name: 'import: a piece that was edited is none',
    file: 'src/imports/plan-divisions.ts',
    replace: 'sameWords(one, first.text) || sameWords(other, rest.text)',
    by: 'sameWords(one, first.text) && sameWords(other, rest.text)',
    guard: divided('a piece that was worded anew'),
  },
  {
    name: 'import: what comes back gets another id, as a piece',
    file: 'src/imports/plan-divisions.ts',
    replace: '!now.some(isBack)',
    by: 'now.length > 1',
    guard: divided('a passage that was taken out'),
  },
  {
    name: 'import: a new passage has another name on every page',
    file: 'src/imports/plan-import.ts',
    replace: 'blockId: `new-${one.at}`',
    by: 'blockId: one.blockId',
    guard: compared('a text that gives way to another'),
  },
  {
    name: 'import: what was removed once is told as new',
    file: 'src/imports/plan-import.ts',
    replace: "if (putBack.has(one.blockId)) return { ...one, did: 'returned' }",
    by: '',
    guard: { test: 'test/import-preview.test.ts', only: 'a file that would undo' },
  },
  {
    name: 'import: what goes counts as what stays',
    file: 'src/imports/plan-import.ts',
    replace: 'sum + now.length',
    by: 'sum + 1',
    guard: { test: 'test/import-again.test.ts', only: 'the command counts' },
  },
  {
    name: 'import: a contribution that would lose its passage is only to be reviewed',
    file: 'src/imports/foresee-standing.ts',
    replace: 'if (!after?.place)',
    by: 'if (!after)',
    guard: compared('a Word file read again'),
  },
  {
    name: 'import: nothing is to be reviewed',
    file: 'src/imports/foresee-standing.ts',
    replace: 'return after.doubtful && !before.doubtful',
    by: 'return after.doubtful && before.doubtful',
    guard: compared('a contribution is doubtful'),
  },
  {
    name: 'import: the warning leads to no passage that contributions would lose',
    file: 'src/imports/gather-differences.ts',
    replace: 'on.losing.length + on.doubtful.length > 0',
    by: 'on.doubtful.length > 0',
    guard: compared('the map, the list and the warning'),
  },
  {
    name: 'comparisons: a chapter that went is one group, however long',
    file: 'src/reports/group-alike.ts',
    replace: 'if (alike.length >= mostAlike) return false',
    by: '',
    guard: alike('of thousands that went'),
  },
  {
    name: 'comparisons: a page tells of as many passages as there are in fifty groups',
    file: 'src/reports/group-alike.ts',
    replace: ' && passages <= passagesOnPage',
    by: '',
    guard: alike('of thousands that went'),
  },
  {
    name: 'comparisons: a change leads to one that is hidden',
    file: 'src/reports/place-changes.ts',
    replace: "return kind !== 'typography'",
    by: 'return kind !== undefined',
    guard: editions('the list and the map'),
  },
  {
    name: 'comparisons: whoever is led to typography finds it hidden',
    file: 'src/editions/changes-page.tsx',
    replace: 'first.typographic && first.blockId === part.at',
    by: 'first.typographic && part.at === null',
    guard: editions('what is typography only'),
  },
  {
    name: 'orphans: every page is the first',
    file: 'src/review/orphan-routes.tsx',
    replace: 'offset: (page - 1) * orphansShown',
    by: 'offset: 0 * page',
    guard: { test: 'test/orphans-paged.test.ts', only: 'a part names some' },
  },
  {
    name: 'review: what stood around a passage begins within a word',
    file: 'src/review/cut-around.ts',
    replace: "before.replace(/^\\S*\\s+(?=\\S)/u, '')",
    by: 'before',
    guard: { test: 'src/review/cut-around.test.ts' },
  },
  {
    name: 'import: the address that the command prints is in no language',
    file: 'src/commands/import.ts',
    replace: '`/${commandLocale}/workshop/reports/${slug}/changes`, publicUrl',
    by: '`/workshop/reports/${slug}/changes`, publicUrl',
    guard: { test: 'test/commands.test.ts', only: 'what is imported|a preview tells' },
  },
]
