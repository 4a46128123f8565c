import { lookup, type LookupAddress } from 'node:dns'
import { request as requestOverHttp } from 'node:http'
import { request as requestOverHttps, type RequestOptions } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { text } from 'node:stream/consumers'
import { isPublicAddress } from './public-address.ts'

/** Bytes that an answer may have: what a provider says of itself has a few thousand. */
const largestAnswer = 1024 * 1024

export type Asked = {
  method?: string
  headers?: Record<string, string>
  body?: string | undefined
  signal?: AbortSignal | undefined
}

/**
 * The one way in which this program asks anything of another over the web. Of `trusted`, an origin that the operator
 * named, whatever it resolves to; of all others by https and at public numbers only, so that no address that somebody
 * sends in leads into the network behind the server (OWASP ASVS 5.0, 1.3.6 and 13.2.4). The number is judged that is
 * connected to, and not one of an earlier resolution. A redirect is an answer like any other, and is not followed.
 * Fails with a TypeError, as `fetch` does, where there is no answer, it is refused, or it is longer than a megabyte.
 */
export function fetchOutside(address: string, asked: Asked, trusted: string): Promise<Response> {
  const url = new URL(address)
  const known = url.origin === new URL(trusted).origin
  const refusal = known ? null : refuse(url)
  if (refusal !== null) return Promise.reject(new TypeError(refusal))
  return send(url, asked, known ? {} : { lookup: lookUpPublic })
}

function refuse({ protocol, hostname }: URL): string | null {
  if (protocol !== 'https:') return 'only what the operator named is asked without https'
  const number = hostname.replace(/^\[(.*)\]$/, '$1')
  return isIP(number) > 0 && !isPublicAddress(number) ? notPublic : null
}

const notPublic = 'not an address of the public internet'

function send(url: URL, asked: Asked, options: RequestOptions): Promise<Response> {
  const { method = 'GET', headers = {}, body, signal } = asked
  const ask = url.protocol === 'https:' ? requestOverHttps : requestOverHttp
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => reject(failure(error, signal))
    const sent = ask(
      url,
      { method, headers, ...(signal && { signal }), ...options },
      (incoming) => {
        let length = 0
        incoming.on('data', (chunk: Buffer) => {
          length += chunk.length
          if (length > largestAnswer) incoming.destroy(new Error('too long an answer'))
        })
        text(incoming)
          .then((said) => answerOf(incoming, said))
          .then(resolve, fail)
      },
    )
    sent.once('error', fail)
    sent.end(body)
  })
}

type Incoming = { statusCode?: number | undefined; headersDistinct: NodeJS.Dict<string[]> }

function answerOf({ statusCode = 0, headersDistinct }: Incoming, said: string): Response {
  const headers = new Headers()
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    for (const value of values) headers.append(name, value)
  }
  const bodiless = [204, 205, 304].includes(statusCode)
  return new Response(bodiless ? null : said, { status: statusCode, headers })
}

/** Whoever gave up, or whose time is over, hears that; all else is one thing to whoever asked. */
function failure(error: unknown, signal: AbortSignal | undefined): unknown {
  return signal?.aborted ? signal.reason : new TypeError('no answer', { cause: error })
}

/** As a name is looked up for a connection, where each of its numbers is a public one. */
const lookUpPublic: LookupFunction = (hostname, options, give) => {
  lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    const inside = found?.some(({ address }) => !isPublicAddress(address))
    const [first] = found ?? []
    if (error) give(error, [])
    else if (inside || !first) give(new Error(notPublic), [])
    else if (options.all) give(null, found)
    else give(null, first.address, first.family)
  })
}
