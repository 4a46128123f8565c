const page = (only: string) => ({ test: 'test/browser/redline-page.test.ts', only })
const map = (only: string) => ({ test: 'src/ui/map-changes.test.ts', only })
const told = page('changes are told by words')
const table = (only: string) => ({ test: 'src/text/redline-table.test.ts', only })
const marks = (only: string) => ({ test: 'src/text/mark-changes.test.ts', only })

const compared = (only: string) => ({ test: 'src/reports/compared-texts.test.ts', only })
const editions = (only: string) => ({ test: 'test/compared-editions.test.ts', only })

/** Ways in which changes of a text are no longer told, led to or shown where they are. */
export const redlinePageMutants = [
  {
    name: 'redline pages: a column that went is compared with its neighbour',
    file: 'src/text/redline-table.ts',
    replace: 'pairLists(columnsOf(old), columnsOf(now), likenessOfColumns)',
    by: 'pairLists(columnsOf(old), columnsOf(now), () => 1)',
    guard: table('a column that was removed'),
  },
  {
    name: 'redline pages: a row whose numbers changed is another row',
    file: 'src/text/redline-table.ts',
    replace: 'return named ? (1 + mean) / 2 : mean',
    by: 'return mean',
    guard: table('a row of which only the name stays'),
  },
  {
    name: 'redline pages: a separator that only one table has is lost',
    file: 'src/text/redline-table.ts',
    replace: "if (inOld) return [{ op: 'del', text: sign }]",
    by: 'if (inOld) return []',
    guard: table('its redline gives back'),
  },
  {
    name: 'redline pages: what was added in a row’s place stands before what was removed',
    file: 'src/text/pair-lists.ts',
    replace: 'return removedFirst(pairs)',
    by: 'return removedFirst(pairs).toReversed()',
    guard: table('a row that was added or removed'),
  },
  {
    name: 'redline pages: marks are looked for where the words stood before',
    file: 'src/text/mark-changes.ts',
    replace: 'cutMarks(now.marks, at.now, length)',
    by: 'cutMarks(now.marks, at.old, length)',
    guard: marks('words that were changed before it'),
  },
  {
    name: 'redline pages: marks that were lost are not told',
    file: 'src/text/mark-changes.ts',
    replace: '(after.has(key) ? [] : [style])',
    by: '[]',
    guard: marks('words that were made bold'),
  },
  {
    name: 'redline pages: a heading beside it is told with what was added before it',
    file: 'src/text/group-items.ts',
    replace: 'isHeading(first) && first.level < block.level',
    by: 'isHeading(first)',
    guard: { test: 'src/text/group-items.test.ts', only: 'what was added under a heading' },
  },
  {
    name: 'redline pages: what came from several places is one move',
    file: 'src/text/group-items.ts',
    replace: "item.kind !== 'moved' ||",
    by: 'item.new.length > 0 ||',
    guard: { test: 'src/text/group-items.test.ts', only: 'what moved together' },
  },
  {
    name: 'redline pages: what was removed at the end of a part is shown in the next',
    file: 'src/ui/map-changes.ts',
    replace: 'change.blocks === 0 ? change.block : change.block - 1',
    by: 'change.block - 1',
    guard: map('what was removed at the end'),
  },
  {
    name: 'redline pages: stretches of a map lie over one another',
    file: 'src/ui/map-changes.ts',
    replace: 'if (last && from < last.to) {',
    by: 'if (last && from === last.from) {',
    guard: map('every change is in one stretch'),
  },
  {
    name: 'redline pages: a departure leads to no change',
    file: 'src/commands/redlined-text.tsx',
    replace: '<a href={`#c${number}`}>',
    by: '<a href={`#d${number}`}>',
    guard: told,
  },
  {
    name: 'redline pages: leafing leads to what is hidden',
    file: 'src/commands/redlined-text.tsx',
    replace: "piece.change.kind !== 'typography' ? piece.change.number : []",
    by: 'piece.change.number > 0 ? piece.change.number : []',
    guard: told,
  },
  {
    name: 'redline pages: a part is named for what is hidden',
    file: 'src/ui/changes-list.tsx',
    replace: "part.changes.every(isTypography) ? 'typographic' : undefined",
    by: 'undefined',
    guard: page('what is typography only'),
  },
  {
    name: 'redline pages: what is said in a cell widens the page',
    file: 'public/css/redline.css',
    replace: 'scrolls with it. */\n    position: relative;',
    by: 'scrolls with it. */',
    guard: page('what is wide scrolls'),
  },
  {
    name: 'redline pages: a long word in the list widens the page',
    file: 'public/css/redline.css',
    replace: '.changes-list {\n    overflow-wrap: anywhere;',
    by: '.changes-list {',
    guard: page('what is wide scrolls'),
  },
  {
    name: 'redline pages: typography cannot be asked for',
    file: 'public/css/redline.css',
    replace: 'body:has(#typography:not(:checked)) {',
    by: 'body:has(#typography) {',
    guard: page('what is typography only'),
  },
  {
    name: 'redline pages: the page asks for a sheet',
    file: 'src/commands/redline-page.tsx',
    replace: '<style>{raw(sheet)}</style>',
    by: '<link rel="stylesheet" href="redline.css" />',
    guard: page('a page of changes of every kind'),
  },
  {
    name: 'redline pages: the text’s own language is not asked',
    file: 'src/commands/redline.ts',
    replace: '[lang, texts.now.lang, texts.old.lang]',
    by: '[lang]',
    guard: { test: 'test/redline-command.test.ts', only: 'a redline as a page' },
  },
  {
    name: 'comparisons: a split is told as an edit and an addition',
    file: 'src/reports/compared-texts.ts',
    replace: "if (kind !== 'split' && kind !== 'merged') return null",
    by: "if (kind !== 'merged') return null",
    guard: compared('a passage that was split'),
  },
  {
    name: 'comparisons: what was removed stands at the beginning',
    file: 'src/reports/compared-texts.ts',
    replace: 'if (place !== undefined) return place',
    by: 'if (place === undefined) return place ?? -1',
    guard: compared('what was removed stands'),
  },
  {
    name: 'comparisons: what moved from elsewhere is one move with its neighbour',
    file: 'src/reports/group-alike.ts',
    replace: ' && block.oldAt === last.oldAt + 1',
    by: '',
    guard: {
      test: 'src/reports/group-alike.test.ts',
      only: 'passages that stood or stand apart',
    },
  },
  {
    name: 'comparisons: the later edition is compared with the earlier backwards',
    file: 'src/editions/routes.tsx',
    replace: 'other.number > edition.number',
    by: 'other.number > edition.number + 9',
    guard: editions('any two editions'),
  },
  {
    name: 'comparisons: an edition is compared with itself',
    file: 'src/editions/routes.tsx',
    replace: ' || other?.number === edition.number',
    by: '',
    guard: editions('any two editions'),
  },
  {
    name: 'comparisons: only the last edition’s changes are causes',
    file: 'src/editions/compare-editions.ts',
    replace: 'number > before.number && ',
    by: 'number > edition.number && ',
    guard: editions('what changed long ago'),
  },
  {
    name: 'comparisons: another pair of editions is shown',
    file: 'src/editions/compare-editions.ts',
    replace: '[before?.sha256, edition.sha256]',
    by: '[edition.sha256]',
    guard: editions('any two editions'),
  },
  {
    name: 'comparisons: a change leads to itself',
    file: 'src/reports/place-changes.ts',
    replace: 'after: placed.slice(index + 1)',
    by: 'after: placed.slice(index)',
    guard: editions('the list and the map'),
  },
]
