const own = { test: 'src/documents/read-own-document.test.ts' }
const plain = { test: 'src/text/read-markdown.test.ts' }
const written = { test: 'src/text/write-markdown-document.test.ts' }

/** Ways to take for plain what Markdown gives a meaning. */
export const markdownMutants = [
  {
    name: 'underscores: beside a sign of two units they may begin emphasis',
    file: 'src/text/write-markdown-document.ts',
    replace: '[\\u{10000}-\\u{10FFFF}])_|',
    by: '[\\u{10000}])_|',
    guard: written,
  },
  {
    name: 'escaped addresses: an address is found across its backslash',
    file: 'src/text/escaped-addresses.ts',
    replace: 'isOfAddress && parent &&',
    by: '!isOfAddress && parent &&',
    guard: written,
  },
  {
    name: 'escaped addresses: any backslash ends an address',
    file: 'src/text/escaped-addresses.ts',
    replace: '[.:@]$/',
    by: '.$/',
    guard: written,
  },
  {
    name: 'escaped addresses: capitals are no address',
    file: 'src/text/escaped-addresses.ts',
    replace: "before: '[PS]'",
    by: "before: '[QR]'",
    guard: written,
  },
  {
    name: 'own documents: what could take long is read here',
    file: 'src/documents/read-own-document.ts',
    replace: ' || countMarked(text) > markedLimit',
    by: '',
    guard: own,
  },
  {
    name: 'plain Markdown: what did not stand is not read with the rest',
    file: 'src/text/read-markdown.ts',
    replace: 'if (first.stood.length === runs.length) return first',
    by: 'if (first.stood.length <= runs.length) return first',
    guard: plain,
  },
  {
    name: 'plain Markdown: a run may follow any line',
    file: 'src/text/plain-markdown.ts',
    replace: 'isFree = isBlankLine(line)',
    by: 'isFree = true',
    guard: plain,
  },
  {
    name: 'plain Markdown: a paragraph ends before whatever is no prose',
    file: 'src/text/plain-markdown.ts',
    replace: 'meaningful.test(line)) return from\n',
    by: 'meaningful.test(line)) return end\n',
    guard: plain,
  },
  {
    name: 'plain Markdown: two spaces break no line',
    file: 'src/text/plain-markdown.ts',
    replace: 'isBroken || opening.test(line)',
    by: 'opening.test(line)',
    guard: plain,
  },
  {
    name: 'plain Markdown: a number begins no list',
    file: 'src/text/plain-markdown.ts',
    replace: '|\\d{1,9}[.)])/u',
    by: ')/u',
    guard: plain,
  },
  {
    name: 'plain Markdown: a bare address is no link',
    file: 'src/text/plain-markdown.ts',
    replace: '|:\\/\\/|www\\./i',
    by: '/i',
    guard: plain,
  },
  {
    name: 'plain Markdown: a heading is not closed by its marks',
    file: 'src/text/plain-markdown.ts',
    replace: " || text.endsWith('#')",
    by: '',
    guard: plain,
  },
  {
    name: 'plain Markdown: a link may stand in a link',
    file: 'src/text/parse-markdown-document.ts',
    replace: 'if (isLink && linked) return false',
    by: '',
    guard: plain,
  },
  {
    name: 'plain Markdown: HTML is left as it is',
    file: 'src/text/parse-markdown-document.ts',
    replace: "if (node.type === 'raw') return false",
    by: '',
    guard: plain,
  },
]
