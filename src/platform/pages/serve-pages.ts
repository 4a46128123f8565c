import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ChangesHeard } from './changes-heard.ts'
import { chooseEncoding } from './encodings.ts'
import { encodingOf, type Variant } from './kept-pages.ts'
import { makePages, type Outcome, type PageSource } from './make-pages.ts'

type Options = PageSource & {
  /** The name of the cookie that makes an answer somebody's own. */
  cookie: string
  changes: Pick<ChangesHeard, 'lastChange' | 'isSure'>
}

/**
 * Returns a handler for whatever asks for a public page without a session here; it tells whether it
 * answers. What it does not answer (a form, a search, an unknown address, and all while the database is
 * silent) is for the program itself.
 */
export function servePages({ cookie, ...options }: Options) {
  const pages = makePages(options)
  const { changes, log } = options

  const sendOutcome = async (outcome: Outcome, incoming: IncomingMessage, to: ServerResponse) => {
    if ('kept' in outcome) {
      const encoding = chooseEncoding(incoming.headers['accept-encoding'])
      return send(await pages.encode(outcome.kept, encoding), incoming, to)
    }
    const { status, headers, bytes } = outcome.unkept
    to.writeHead(status, headers.flat())
    to.end(incoming.method === 'HEAD' ? undefined : bytes)
  }

  return (incoming: IncomingMessage, outgoing: ServerResponse): boolean => {
    const now = performance.now()
    if (!isForAnybody(incoming, cookie) || !changes.isSure(now)) return false
    const address = pages.locate(incoming.url ?? '')
    if (!address) return false
    const page = pages.find(address.key, now)
    const asked = chooseEncoding(incoming.headers['accept-encoding'])
    const variant = page?.variants.get(encodingOf(page, asked))
    if (page && variant) {
      send(variant, incoming, outgoing)
      pages.countServed(page)
      return true
    }
    const outcome = page ? Promise.resolve({ kept: page }) : pages.make(address, now)
    outcome
      .then((made) => sendOutcome(made, incoming, outgoing))
      .catch((error: unknown) => {
        log.error({ err: error }, 'a public page could not be sent')
        outgoing.destroy()
      })
    return true
  }
}

function isForAnybody({ method, headers }: IncomingMessage, cookie: string): boolean {
  return (method === 'GET' || method === 'HEAD') && !headers.cookie?.includes(cookie)
}

function send(variant: Variant, { method, headers }: IncomingMessage, outgoing: ServerResponse) {
  if (isKnown(headers['if-none-match'], variant)) {
    outgoing.writeHead(304, variant.briefHeaders).end()
    return
  }
  outgoing.writeHead(200, variant.headers)
  outgoing.end(method === 'HEAD' ? undefined : variant.bytes)
}

/** Whether the reader has these bytes, or the same page (RFC 9110 §13.1.2: compared weakly). */
function isKnown(header: string | undefined, { etag, formerEtag }: Variant): boolean {
  if (header === undefined) return false
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.some((tag) => tag === '*' || tag === etag || tag === formerEtag)
}
