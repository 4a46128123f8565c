const test = 'src/platform/http/fetch-outside.test.ts'

/** Ways to break what this program asks of others over the web. */
export const outsideMutants = [
  {
    name: 'outside: a name may lead inside',
    file: 'src/platform/http/fetch-outside.ts',
    replace: 'return send(url, asked, known ? {} : { lookup: lookUpPublic })',
    by: 'return send(url, asked, {})',
    guard: { test, only: 'nothing is asked of https://localhost' },
  },
  {
    name: 'outside: a number may lead inside',
    file: 'src/platform/http/fetch-outside.ts',
    replace: 'isIP(number) > 0 && !isPublicAddress(number) ? notPublic : null',
    by: 'null',
    guard: { test, only: 'nothing is asked of' },
  },
  {
    name: 'outside: another port is trusted, too',
    file: 'src/platform/http/fetch-outside.ts',
    replace: 'url.origin === new URL(trusted).origin',
    by: 'url.hostname === new URL(trusted).hostname',
    guard: { test, only: 'nobody else is asked' },
  },
  {
    name: 'outside: an answer may be endless',
    file: 'src/platform/http/fetch-outside.ts',
    replace: 'if (length > largestAnswer)',
    by: 'if (length > 10_000 * largestAnswer)',
    guard: { test, only: 'an answer that ends early' },
  },
  {
    name: 'outside: what is translated into IPv4 is public',
    file: 'src/platform/http/public-address.ts',
    replace: "  ['2002::', 16],\n",
    by: '',
    guard: { test, only: 'nothing is asked of https://\\[2002' },
  },
  {
    name: 'outside: metadata of a cloud are public',
    file: 'src/platform/http/public-address.ts',
    replace: "  ['169.254.0.0', 16],\n",
    by: '',
    guard: { test, only: 'nothing is asked of https://169' },
  },
  {
    name: 'outside: a module asks by itself',
    file: 'src/platform/web-address.ts',
    replace: 'export function',
    by: "export const ask = () => fetch('https://example.org')\n\nexport function",
    guard: { check: 'lint' },
  },
  {
    name: 'outside: a module opens a connection by itself',
    file: 'src/platform/web-address.ts',
    replace: 'export function',
    by: "export { request as ask } from 'node:https'\n\nexport function",
    guard: { check: 'import direction' },
  },
]
