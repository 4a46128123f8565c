const kept = (only: string) => ({ test: 'test/kept-pages.test.ts', only })
const fresh = (only: string) => ({ test: 'test/kept-pages-fresh.test.ts', only })
const sessions = kept('no byte that is kept changes with a session')
const addresses = { test: 'src/platform/pages/page-address.test.ts' }
const plain = { test: 'src/platform/http/plain-get.test.ts' }
const onSocket = { test: 'src/platform/pages/answer-on-socket.test.ts' }
const bothWays = { test: 'test/answer-on-socket.test.ts' }
const memory = { test: 'src/platform/pages/kept-pages.test.ts' }

/** Pages in memory: never another reader's, never an old one, never more than fits. */
export const keptPagesMutants = [
  {
    name: 'cache: whoever is signed in is answered from memory',
    file: 'src/platform/pages/serve-pages.ts',
    replace: ' && !headers.cookie?.includes(cookie)',
    by: ' && cookie.length > 0',
    guard: sessions,
  },
  {
    name: 'cache: the query is no part of the key',
    file: 'src/platform/pages/page-address.ts',
    replace: 'key: query ? `${path}?${query}` : path,',
    by: 'key: path,',
    guard: kept('two queries on one path'),
  },
  {
    name: 'cache: parameters that no page declares are kept too',
    file: 'src/platform/pages/page-address.ts',
    replace: 'if (!once || names.some((name) => !declared.includes(name))) return null',
    by: 'if (!once) return null',
    guard: addresses,
  },
  {
    name: 'cache: an encoded path is a key',
    file: 'src/platform/pages/page-address.ts',
    replace: 'url.length > longest || !plainPath.test(path)',
    by: 'url.length > longest',
    guard: addresses,
  },
  {
    name: 'cache: one ETag for all encodings',
    file: 'src/platform/pages/kept-pages.ts',
    replace: 'const etag = `"${sha256}-${encoding}${level ?? \'\'}"`',
    by: 'const etag = `"${sha256}-${typeof encoding}${typeof level}"`',
    guard: kept('a page is made once'),
  },
  {
    name: 'cache: pages that are not found are kept',
    file: 'src/platform/pages/make-pages.ts',
    replace: 'return status === 200 && shared',
    by: 'return status < 500 && shared',
    guard: kept('what is not found'),
  },
  {
    name: 'cache: addresses without a language are for everybody',
    file: 'src/short-addresses.ts',
    replace: "  c.header('Cache-Control', 'no-store')\n",
    by: '',
    guard: kept('addresses without a language'),
  },
  {
    name: 'cache: a change is not heard',
    file: 'src/platform/pages/changes-heard.ts',
    replace: 'else heard.set(slug, any)',
    by: '',
    guard: fresh('what anybody does'),
  },
  {
    name: 'cache: a table does not announce its changes',
    file: 'migrations/0010-public-changes.sql',
    replace:
      'create trigger edition_is_shown after insert or update or delete on edition\n  for each row execute function announce_report_change();',
    by: '',
    guard: fresh('every table announces'),
  },
  {
    name: 'cache: every act makes pages anew',
    file: 'src/platform/pages/make-pages.ts',
    replace: 'const settleMs = 1500',
    by: 'const settleMs = 0',
    guard: fresh('many acts a second'),
  },
  {
    name: 'cache: a change in one report is one in all',
    file: 'src/platform/pages/changes-heard.ts',
    replace: "if (slug === '*') all = any",
    by: 'if (slug) all = any',
    guard: fresh('what changes in one report'),
  },
  {
    name: 'cache: a silent database is taken for a quiet one',
    file: 'src/platform/pages/changes-heard.ts',
    replace: 'isSure: (now) => now - sureAt < sureForMs',
    by: 'isSure: (now) => now - sureAt < sureForMs * 1000',
    guard: fresh('a connection that hangs'),
  },
  {
    name: 'cache: what was missed while away is forgotten',
    file: 'src/platform/pages/changes-heard.ts',
    replace: "    hear('*')\n",
    by: '',
    guard: fresh('what was missed'),
  },
  {
    name: 'cache: memory without a bound',
    file: 'src/platform/pages/kept-pages.ts',
    replace: 'if (held <= mostBytes) break',
    by: 'if (held <= Infinity) break',
    guard: memory,
  },
  {
    name: 'cache: an older page takes a newer one’s place',
    file: 'src/platform/pages/kept-pages.ts',
    replace: 'const overtaken = before !== undefined && before.startedAt > startedAt',
    by: 'const overtaken = before !== undefined && before.startedAt === -1',
    guard: memory,
  },
  {
    name: 'cache: a new public page that nobody decided on',
    file: 'src/reports/routes.tsx',
    replace: "  { path: '/reports/:slug/editions', query: [] },\n",
    by: '',
    guard: kept('every page is kept'),
  },
  {
    name: 'socket: cookies are not read',
    file: 'src/platform/http/plain-get.ts',
    replace: "new Set(['host', 'cookie', ",
    by: "new Set(['host', ",
    guard: sessions,
  },
  {
    name: 'socket: a body is the next request',
    file: 'src/platform/http/plain-get.ts',
    replace: "  'content-length',\n",
    by: '',
    guard: bothWays,
  },
  {
    name: 'socket: a line feed ends a field',
    file: 'src/platform/http/plain-get.ts',
    replace: "split('\\r\\n')",
    by: 'split(/\\r?\\n/)',
    guard: plain,
  },
  {
    name: 'socket: a name may be followed by a space',
    file: 'src/platform/http/plain-get.ts',
    replace: ']+):[\\t ]*(',
    by: ']+) ?:[\\t ]*(',
    guard: plain,
  },
  {
    name: 'socket: what ends a connection is not heard',
    file: 'src/platform/http/plain-get.ts',
    replace: "value.toLowerCase() !== 'keep-alive'",
    by: "value === ''",
    guard: bothWays,
  },
  {
    name: 'socket: the last of two fields counts',
    file: 'src/platform/http/plain-get.ts',
    replace: ' || name in headers',
    by: '',
    guard: plain,
  },
  {
    name: 'socket: what was read is lost when node:http takes over',
    file: 'src/platform/pages/answer-on-socket.ts',
    replace: 'socket.unshift(bytes)',
    by: '',
    guard: onSocket,
  },
  {
    name: 'socket: whoever does not read is answered without end',
    file: 'src/platform/pages/answer-on-socket.ts',
    replace: 'asked && !socket.writableNeedDrain',
    by: 'asked',
    guard: onSocket,
  },
  {
    name: 'socket: idle connections are kept',
    file: 'src/platform/pages/answer-on-socket.ts',
    replace: 'if (!answered) socket.setTimeout',
    by: 'if (answered) socket.setTimeout',
    guard: onSocket,
  },
  {
    name: 'socket: whoever reads slowly is cut off',
    file: 'src/platform/pages/answer-on-socket.ts',
    replace: 'socket.writableLength === 0 && ',
    by: '',
    guard: onSocket,
  },
  {
    name: 'socket: connections outlive the server',
    file: 'src/platform/pages/answer-on-socket.ts',
    replace: 'for (const socket of here) socket.destroySoon()',
    by: '',
    guard: onSocket,
  },
  {
    name: 'socket: an answer is cut off when the server ends',
    file: 'src/platform/pages/answer-on-socket.ts',
    replace: 'socket.destroySoon()',
    by: 'socket.destroy()',
    guard: onSocket,
  },
]
