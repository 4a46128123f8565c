const pages = (only: string) => ({ test: 'test/browser/pages.test.ts', only })
const passage = (only: string) => ({ test: 'test/passage-page.test.ts', only })
const paper = (only: string) => ({ test: 'test/browser/paper.test.ts', only })
const looksRight = (states: string) => ({
  ...pages('every page is valid, accessible and uncut in fr at 320 px'),
  states,
})

/** Ways in which a page is no longer found, valid, named or uncut. */
export const pageMutants = [
  {
    name: 'pages: a slash at the end that leads nowhere',
    file: 'src/app.ts',
    replace: 'withoutSlash(c) ?? ',
    by: '',
    guard: { test: 'test/reading.test.ts', only: 'an address that ends with a slash' },
  },
  {
    name: 'pages: two slashes at the start that lead away',
    file: 'src/platform/http/without-slash.ts',
    replace: '(\\/[^/\\\\].*?)',
    by: '(\\/.*?)',
    guard: { test: 'test/reading.test.ts', only: 'an address that ends with a slash' },
  },
  {
    name: 'pages: a list that counts what cannot be read as if it could',
    file: 'src/contributions/contributions-page.tsx',
    replace: 'hidden > 0',
    by: 'hidden < 0',
    guard: { test: 'test/withholding.test.ts', only: 'the list says how many' },
  },
  {
    name: 'pages: a link that signs in, lost among receipts',
    file: 'src/demonstration/mail-page.tsx',
    replace: "return text.includes('/account/sign-in-links/')",
    by: "return text === ''",
    guard: { test: 'test/demonstration-mail.test.ts', only: 'links that sign in' },
  },
  {
    name: 'pages: on paper, the folded stays closed',
    file: 'public/css/states.css',
    replace: 'content-visibility: visible;',
    by: '',
    guard: paper('on paper'),
  },
  {
    name: 'pages: a table whose numbers break anywhere',
    file: 'public/css/redline.css',
    replace: 'overflow-wrap: normal;',
    by: '',
    guard: paper('at 320 px a table'),
  },
  {
    name: 'pages: a table that cuts what stands beside it',
    file: 'public/css/redline.css',
    replace: '  section.table {\n    margin-block: 0.4rem 1.4rem;',
    by: '  .table {\n    margin-block: 0.4rem 1.4rem;',
    guard: paper('at 320 px a table'),
  },
  {
    name: 'pages: words taken for amounts',
    file: 'src/reports/columns-of-amounts.ts',
    replace: '.length * 2 >= said.length',
    by: '.length >= 0',
    guard: { test: 'src/reports/columns-of-amounts.test.ts', only: 'words, dates' },
  },
  {
    name: 'pages: a passage without the notes that it refers to',
    file: 'src/reports/routes.tsx',
    replace: 'return notesBelow([block], notesOf)',
    by: 'return notesBelow([], notesOf)',
    guard: passage('a passage’s page has its links'),
  },
  {
    name: 'pages: a passage told again where no edition changed it',
    file: 'src/reports/passage-history.tsx',
    replace: 'history.every((edition) => isSame(first, edition))',
    by: 'history.length === 0',
    guard: passage('what no edition has changed'),
  },
  {
    name: 'pages: a first of the month like any other day',
    file: 'src/platform/messages.ts',
    replace: ".replace(/^1 (?=\\p{L})/u, '1er ')",
    by: '',
    guard: { test: 'src/platform/messages.test.ts', only: 'French says the first of a month' },
  },
  {
    name: 'pages: a route that no test visits',
    file: 'src/journal/routes.tsx',
    replace: "export const journalRoutes = new Hono<Env>().get('/journal',",
    by: "export const journalRoutes = new Hono<Env>().get('/unseen', (c) => c.text('')).get('/journal',",
    guard: pages('every page that can be got'),
  },
  {
    name: 'pages: a field without its label',
    file: 'src/ui/form-field.tsx',
    replace: '<label for={id}>{label}</label>',
    by: '<p>{label}</p>',
    guard: looksRight('rewrite'),
  },
  {
    name: 'pages: a table that is wider than a small screen',
    file: 'public/css/redline.css',
    replace: '  section.table {\n    margin-block: 0.4rem 1.4rem;\n    overflow-x: auto;',
    by: '  section.table {\n    min-inline-size: 40rem;',
    guard: looksRight('passage that is a table'),
  },
  {
    name: 'pages: a passage that is wider than a large screen',
    file: 'public/css/reading.css',
    replace: '  @container (min-width: 48rem) {\n    .block {\n',
    by: '  @container (min-width: 48rem) {\n    .block {\n      min-inline-size: 90rem;\n',
    guard: looksRight('part'),
  },
  {
    name: 'text: what turns a sentence’s direction turns the next one',
    file: 'src/reports/text-view.tsx',
    replace: 'const ends = isTurned ? (block.sentences ?? []).map(spaceless) : []',
    by: 'const ends: number[] = []',
    guard: { test: 'src/reports/text-view.test.tsx' },
  },
]
