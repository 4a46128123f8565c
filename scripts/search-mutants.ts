const hostile = (only: string) => ({ test: 'test/search-hostile.test.ts', only })
const search = (only: string) => ({ test: 'test/search.test.ts', only })

/** Ways to find what should not be found, or not to find what should. */
export const searchMutants = [
  {
    name: 'search: an excerpt ends within a character',
    file: 'src/text/beginning-of.ts',
    replace: '? cut.slice(0, -1) : cut',
    by: '? cut : cut',
    guard: { test: 'src/search/excerpt.test.ts' },
  },
  {
    name: 'search: an excerpt begins with the sign after what is left out',
    file: 'src/search/excerpt.ts',
    replace: 'Math.max(space, signs)',
    by: 'space',
    guard: { test: 'src/search/excerpt.test.ts', only: 'an excerpt that begins' },
  },
  {
    name: 'search: an excerpt of signs alone is empty',
    file: 'src/search/excerpt.ts',
    replace: 'signs < words.length ?',
    by: 'signs <= words.length ?',
    guard: { test: 'src/search/excerpt.test.ts', only: 'an excerpt that begins' },
  },
  {
    name: 'review: what stood before a passage begins with a sign',
    file: 'src/review/cut-around.ts',
    replace: 'words.slice(wordStart(words))',
    by: 'words',
    guard: { test: 'src/review/cut-around.test.ts' },
  },
  {
    name: 'search: withheld contributions are found',
    file: 'src/search/store.ts',
    replace: "    .where('contribution.state', '=', 'published')\n",
    by: '',
    guard: search('what is withheld, withdrawn'),
  },
  {
    name: 'search: contributions to another report are found',
    file: 'src/search/store.ts',
    replace: "    .where('contribution.report_id', '=', reportId)\n",
    by: "    .where('contribution.report_id', '>', reportId - reportId)\n",
    guard: search('what was said is found apart'),
  },
  {
    name: 'search: the text of another report is found',
    file: 'src/search/store.ts',
    replace: "where('searched_block.edition_id', '=', editionId)",
    by: "where('searched_block.edition_id', '>', editionId - editionId)",
    guard: search('what was said is found apart'),
  },
  {
    name: 'search: words of the text are markup',
    file: 'src/search/marked-words.tsx',
    replace: '(found ? <mark>{text}</mark> : text)',
    by: '(found ? <mark>{text}</mark> : <span dangerouslySetInnerHTML={{ __html: text }} />)',
    guard: hostile('words of the text are never markup'),
  },
  {
    name: 'search: accents make a difference',
    file: 'migrations/0015-search-signs.sql',
    replace: '[\\u0300-\\u036f\\u0640',
    by: '[\\u0640',
    guard: search('accents, capitals, apostrophes'),
  },
  {
    name: 'search: quotation marks are letters',
    file: 'migrations/0015-search-signs.sql',
    replace: '\\u2000-\\u206f\\u20a0-\\u20cf',
    by: '\\u20a0-\\u20cf',
    guard: search('signs part words'),
  },
  {
    name: 'search: words of earlier revisions are kept',
    file: 'migrations/0025-flags-and-appeals.sql',
    replace: 'do update set language = excluded.language, words = excluded.words',
    by: 'do update set words = searched_contribution.words || excluded.words',
    guard: search('what is withheld, withdrawn'),
  },
  {
    name: 'search: any length is looked for',
    file: 'src/search/query.ts',
    replace: 'line.length > longestQuery',
    by: 'line.length > 1e9',
    guard: hostile('of what cannot be looked for'),
  },
  {
    name: 'search: what people look for may be kept',
    file: 'src/search/routes.tsx',
    replace: "  c.header('Cache-Control', 'private, no-store')\n",
    by: '',
    guard: search('the page says what was looked for'),
  },
]
