const downloads = (only: string) => ({ test: 'test/downloads.test.ts', only })
const offline = { test: 'src/editions/offline-page.test.ts', only: 'the text of the demonstration' }
const markdown = { test: 'src/text/write-markdown-document.test.ts' }
const size = { test: 'src/reports/part-size.test.ts' }

/** What is taken away is what was frozen, whole, and comes back; what is long is read by chapter. */
export const downloadMutants = [
  {
    name: 'downloads: the JSON is not what was hashed',
    file: 'src/editions/write-download.ts',
    replace: 'return toBytes(whole.canonical)',
    by: 'return toBytes(JSON.stringify(JSON.parse(whole.canonical), null, 1))',
    guard: downloads('the JSON of an edition'),
  },
  {
    name: 'downloads: an edition is sent under the number of another',
    file: 'src/editions/download-routes.ts',
    replace: "c.req.param('slug') ?? '', number)",
    by: "c.req.param('slug') ?? '', number && 'latest')",
    guard: downloads('the JSON of an edition'),
  },
  {
    name: 'downloads: the same edition is not the same bytes',
    file: 'src/platform/zip-folder.ts',
    replace: 'mtime: always',
    by: 'mtime: new Date(Math.max(Date.now(), always.getTime()))',
    guard: downloads('an edition is the same bytes'),
  },
  {
    name: 'downloads: what is packed is compressed again',
    file: 'src/platform/pages/kept-pages.ts',
    replace: "value === 'application/zip'",
    by: "value === 'application/gzip'",
    guard: downloads('each file says what it is'),
  },
  {
    name: 'downloads: an author’s name is in what cannot be taken back',
    file: 'src/editions/gather-download.ts',
    replace: '{ ...credit, ...nobody }',
    by: '{ ...nobody, ...credit }',
    guard: downloads('no author’s name'),
  },
  {
    name: 'downloads: what is set around the text is read as text',
    file: 'src/text/html-notes.ts',
    replace: "'dataNotText' in element.properties ||",
    by: "'dataNoText' in element.properties ||",
    guard: offline,
  },
  {
    name: 'downloads: a note that is numbered anew is taken for the first of its number',
    file: 'src/text/refer-notes.ts',
    replace: 'coming.get(block.number)?.pop()',
    by: 'coming.get(block.number)',
    guard: markdown,
  },
  {
    name: 'reading: a part is sent however long it is',
    file: 'src/reports/part-size.ts',
    replace: 'words <= longestPage || !first',
    by: 'words > 0 || !first',
    guard: size,
  },
  {
    name: 'reading: a passage is looked for on a page that does not have it',
    file: 'src/reports/part-size.ts',
    replace: 'own.findLast(({ id }) => pages.has(id))',
    by: 'own.find(({ id }) => pages.has(id))',
    guard: size,
  },
  {
    name: 'downloads: sizes are worked out again in each process',
    file: 'src/editions/download-sizes.ts',
    replace: 'if (known) return known',
    by: '',
    guard: { test: 'test/downloads.test.ts', only: 'sizes are worked out once' },
  },
]
