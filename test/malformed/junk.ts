import * as fc from '../properties.ts'

const numbers = [
  '0',
  '-1',
  '1.5',
  '1e9',
  '2147483647',
  '2147483648',
  '-2147483649',
  '4294967296',
  '9223372036854775807',
  '9223372036854775808',
  '9'.repeat(400),
  '1e309',
  'NaN',
  'Infinity',
  '0x10',
  '+1',
  ' 1 ',
  '01',
  '٣',
  '1,2',
  '1-9999999',
]

const prototypes = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then']

const texts = [
  '',
  ' ',
  '\t\r\n',
  'null',
  'undefined',
  'true',
  '[object Object]',
  '[]',
  '{}',
  '%',
  '%00',
  '..',

  '../../../etc/passwd',
  '/',
  '\\',
  '?',
  '#',
  "'; drop table person; --",
  '" onload="x',
  '$1',
  '${1}',

  '<script>alert(1)</script>',
  '</textarea><b>',
  '&amp;',
  'javascript:alert(1)',
  '//evil.example/',

  'a\u0000b',
  '\u0007',
  '\u202Egnirts',
  '\u200F\u200E',
  '\uD800',
  '\uDFFFx',
  '\uFFFE',
  '\uFEFF',
  '𝒜é',
]

const long = [
  'x'.repeat(10_000),
  'é '.repeat(30_000),
  '\n'.repeat(5000),
  '> '.repeat(5000),
  '['.repeat(5000),
  '*a '.repeat(3000),
  `|${'a|'.repeat(3000)}`,
  '\u0301'.repeat(2000),
  '`'.repeat(3001),
]

/** Any code points, lone surrogates too. */
const anything = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(fc.nat({ max: 0x10ffff }), { maxLength })
    .map((points) => String.fromCodePoint(...points))

/** What nobody types. */
export const junk: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...numbers) },
  { weight: 3, arbitrary: fc.constantFrom(...texts) },
  { weight: 1, arbitrary: fc.constantFrom(...prototypes) },
  { weight: 1, arbitrary: fc.constantFrom(...long) },
  { weight: 2, arbitrary: anything(40) },
)

/** What a name of a field or of a query is not. */
export const strangeName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...prototypes, 'a[b]', 'a[]', '', ' ', 'x'.repeat(5000), '__proto__[x]'),
  anything(10),
)

/** A part of a path, percent-encoded or deliberately not so. */
export const strangePart: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: junk.map((text) => encodeURIComponent(text.toWellFormed())) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '%',
      '%zz',
      '%E0%A4%A',
      '%FF',
      '%ED%A0%80',
      '%2e%2e%2f',
      '',
      '..',
      '%00',
    ),
  },
)

/** Percent-encoded bytes that are no text. */
export const strangeBytes = fc.constantFrom(
  '%FF%FE',
  '%ED%A0%80',
  '%00',
  '%',
  '%zz',
  '%C0%80',
  '+%2B',
)

const header = (name: string, ...values: string[]) =>
  fc.constantFrom(...values).map((value): [string, string] => [name, value])

/** Headers that some browser, bot or proxy might send; those that no request can hold are refused before us. */
export const strangeHeader: fc.Arbitrary<[string, string]> = fc.oneof(
  header(
    'Accept-Language',
    '',
    '*',
    ',,;q=',
    'fr;q=x',
    'en;q=1e999',
    'x-'.repeat(4000),
    '\u00FF',
    'qps',
  ),
  header('Accept', '', 'application/json', 'x'.repeat(4000)),
  header('If-None-Match', '*', '"x"', 'W/"', 'W/"x", "', '"'.repeat(3000)),
  header('If-Modified-Since', 'yesterday', '-1', 'Thu, 01 Jan 1970 00:00:00 GMT'),
  header('Range', 'bytes=0-', 'bytes=-1', 'bytes=9-1', `bytes=${'9'.repeat(30)}-`, 'x'),
  header('X-Forwarded-For', "' or 1", '::'.repeat(500)),
  header('X-Forwarded-Proto', 'https', 'x,y'),
  header('X-HTTP-Method-Override', 'DELETE', 'x'),
  header('Referer', 'x', 'http://evil.example/', 'x'.repeat(4000)),
  header('User-Agent', '', 'x'.repeat(4000)),
)

/** Cookies beside or instead of a session's. */
export const strangeCookie = fc.constantFrom(
  '',
  ';;;=',
  'vivace_session',
  'vivace_session=',
  'vivace_session=%00',
  'vivace_session=%FF',
  `vivace_session=${'x'.repeat(8000)}`,
  '__proto__=x',
  'a=b; a=c; =d',
  'vivace_session="x',
)

/** Types of a body, with bodies that are nothing of the sort. */
export const strangeBody: fc.Arbitrary<{ type: string; body: string }> = fc.record({
  type: fc.constantFrom(
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'multipart/form-data',

    'application/json',
    'text/plain',
    '',
    'x/y; charset="',
    'application/x-www-form-urlencoded;x=',
  ),
  body: fc.constantFrom(
    '',
    '{}',
    '[',
    '&&&===&',
    '%%%',
    'a',
    '\u0000',
    '__proto__=x&__proto__[y]=z',

    '--x\r\n\r\n--x--',
    '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb',
    '--x--\r\n',
  ),
})

const zip = [80, 75, 3, 4, 20, 0, 6, 0, 8]
const picture = [137, 80, 78, 71, 13, 10, 26, 10, 0, 0]

/** Files that are not what their names say. */
export const strangeFiles = new Map<string, { name: string; bytes: Uint8Array<ArrayBuffer> }>([
  ['a cut-off archive', { name: 'loi.docx', bytes: new Uint8Array(zip) }],
  ['a picture', { name: 'loi.docx', bytes: new Uint8Array(picture) }],
  ['nothing', { name: 'loi.html', bytes: new Uint8Array() }],
  ['zeros', { name: 'loi.md', bytes: new Uint8Array(1024 * 1024) }],
  ['no text', { name: 'loi.html', bytes: new Uint8Array([0xff, 0xfe, 0xd8, 0, 0x3c]) }],
  ['depths of HTML', { name: 'loi.html', bytes: Buffer.from('<div><b>'.repeat(2000)) }],
  ['depths of Markdown', { name: 'loi.md', bytes: Buffer.from('> '.repeat(500)) }],
  [
    'a strange name',
    { name: `..\\/"\r\n\u202E${'n'.repeat(3000)}.md`, bytes: Buffer.from('Mot.') },
  ],
  ['a good one', { name: 'loi.md', bytes: Buffer.from('# Titre\n\nUn mot.') }],
  ['another kind', { name: 'loi.exe', bytes: Buffer.from('MZ') }],
])
