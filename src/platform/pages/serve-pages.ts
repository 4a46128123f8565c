import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PlainGet } from '../http/plain-get.ts'
import type { ChangesHeard } from './changes-heard.ts'
import { chooseEncoding } from './encodings.ts'
import { encodingOf, type Variant } from './kept-pages.ts'
import { makePages, type Outcome, type PageSource } from './make-pages.ts'

type Options = PageSource & {
  /** The name of the cookie that makes an answer somebody's own. */
  cookie: string
  changes: Pick<ChangesHeard, 'lastChange' | 'isSure'>
}

/** Of a request, what says which answer from memory is its own. */
type Asked = Pick<IncomingMessage, 'method' | 'url'> & Pick<PlainGet, 'headers'>

/** An answer that is there: its first lines, and its body where the reader does not have it yet. */
export type Ready = { head: string; body: Buffer | null }

/**
 * Answers whatever asks for a public page without a session here. What it does not answer (a form, a
 * search, an unknown address, and all while the database is silent) is for the program itself.
 */
export function servePages({ cookie, ...options }: Options) {
  const pages = makePages(options)
  const { changes, log } = options

  const seek = (asked: Asked, now: number) => {
    const fromMemory = isForAnybody(asked, cookie) && changes.isSure(now)
    const address = fromMemory ? pages.locate(asked.url ?? '') : null
    const page = address ? pages.find(address.key, now) : undefined
    const encoding = chooseEncoding(asked.headers['accept-encoding'])
    return { address, page, variant: page?.variants.get(encodingOf(page, encoding)) }
  }
  const sendOutcome = async (outcome: Outcome, incoming: IncomingMessage, to: ServerResponse) => {
    if ('kept' in outcome) {
      const encoding = chooseEncoding(incoming.headers['accept-encoding'])
      return send(await pages.encode(outcome.kept, encoding), incoming, to)
    }
    const { status, headers, bytes } = outcome.unkept
    to.writeHead(status, headers.flat())
    to.end(incoming.method === 'HEAD' ? undefined : bytes)
  }

  return {
    /** What is right there for a GET, counted as served. */
    findReady: (asked: Asked): Ready | undefined => {
      const { page, variant } = seek(asked, performance.now())
      if (!page || !variant) return undefined
      pages.countServed(page)
      const known = isKnown(asked.headers['if-none-match'], variant)
      return known
        ? { head: variant.briefHead, body: null }
        : { head: variant.head, body: variant.bytes }
    },
    /** Whether it answers, now or in a moment. */
    answer: (incoming: IncomingMessage, outgoing: ServerResponse): boolean => {
      const now = performance.now()
      const { address, page, variant } = seek(incoming, now)
      if (!address) return false
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
    },
  }
}

function isForAnybody({ method, headers }: Asked, cookie: string): boolean {
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
