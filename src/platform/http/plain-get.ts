import type { IncomingHttpHeaders } from 'node:http'

/** What is asked for, and what an answer that is ready depends on; header names in lower case. */
export type PlainGet = {
  method: 'GET'
  url: string
  headers: Pick<IncomingHttpHeaders, 'host' | 'cookie' | 'accept-encoding' | 'if-none-match'>
}

/** Bytes: what browsers send is a fraction of it. */
const longest = 8192

const requestLine = /^GET (\/[\w./?&=%+~-]*) HTTP\/1\.1$/

/**
 * A field as everybody reads it: a token, and visible characters of ASCII (RFC 9112 §5, RFC 9110 §5.5). Spaces
 * can be read in one way only: were there two, a field full of them would take a tenth of a second.
 */
const field = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[\t ]*(?:([!-~](?:[\t -~]*[!-~])?)[\t ]*)?$/

/** Whatever makes a request more than its head, or its connection another (RFC 9112 §6, §9). */
const notPlain = new Set([
  'content-length',
  'expect',
  'http2-settings',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

const read = new Set(['host', 'cookie', 'accept-encoding', 'if-none-match'])

/**
 * Reads bytes that are exactly one request of HTTP/1.1 for an address, without a body, on a connection that
 * stays. Returns null for all else, which need not be wrong: half a request, two of them, an unusual
 * address, a field that comes twice. That is for a parser of the whole protocol: whatever is read here,
 * everybody would read in the same way, so that there is nothing to smuggle.
 */
export function readPlainGet(bytes: Buffer): PlainGet | null {
  if (bytes.length > longest) return null
  const text = bytes.toString('latin1')
  if (!text.endsWith('\r\n\r\n')) return null
  const [first = '', ...lines] = text.slice(0, -4).split('\r\n')
  const url = requestLine.exec(first)?.[1]
  const headers = url === undefined ? null : readFields(lines)
  return url === undefined || headers === null ? null : { method: 'GET', url, headers }
}

function readFields(lines: readonly string[]): PlainGet['headers'] | null {
  const headers: Record<string, string> = {}
  for (const line of lines) {
    const [, written, value = ''] = field.exec(line) ?? []
    const name = written?.toLowerCase()
    if (name === undefined || name in headers || alters(name, value)) return null
    if (read.has(name)) headers[name] = value
  }
  return 'host' in headers ? headers : null
}

function alters(name: string, value: string): boolean {
  return notPlain.has(name) || (name === 'connection' && value.toLowerCase() !== 'keep-alive')
}
