import type { Logger } from '../log.ts'
import { nextMidnightInParis } from '../paris-days.ts'
import type { ChangesHeard } from './changes-heard.ts'
import { keepPages, type KeptPage } from './kept-pages.ts'
import { addressReader, type PageAddress } from './page-address.ts'
import type { PublicPage } from './public-page.ts'

/**
 * For how long a page is not made anew, whatever changes: fifty supports a second rebuild a long page once
 * in that time. It bounds, with `sureForMs`, how old a page may be: two seconds.
 */
const settleMs = 1500

/** Enough for hundreds of pages of a report; what is read less goes first. */
const usualBytes = 64 * 1024 * 1024

/** A page that was served so often, unchanged, is worth the time to compress it well. */
const servedOften = 20

export type PageSource = {
  pages: readonly PublicPage[]
  /** Makes a page, as for anybody. */
  render: (request: Request) => Response | Promise<Response>
  origin: string
  changes: Pick<ChangesHeard, 'lastChange'>
  log: Logger
  mostBytes?: number
}

/** An answer that is sent as it was made, and not kept: that a page is not there, say. */
export type Unkept = { status: number; headers: [string, string][]; bytes: Buffer }

export type Outcome = { kept: KeptPage } | { unkept: Unkept }

type Making = { startedAt: number; outcome: Promise<Outcome> }

/**
 * Makes public pages, and keeps them for as long as they are right. What it keeps was asked for with the
 * address alone, and no header of any reader: nothing of anybody's is in it.
 */
export function makePages({ changes, log, ...source }: PageSource) {
  const readAddress = addressReader(source.pages)
  const kept = keepPages(source.mostBytes ?? usualBytes)
  const making = new Map<string, Making>()
  let improving = false

  const isRight = (page: KeptPage, now: number) =>
    page.unchanging ||
    (Date.now() < page.until &&
      (changes.lastChange(page.slug) < page.startedAt || now - page.startedAt < settleMs))

  const makePage = async (address: PageAddress, startedAt: number): Promise<Outcome> => {
    const until = nextMidnightInParis(new Date()).getTime()
    const response = await source.render(new Request(`${source.origin}${address.key}`))
    const headers = [...response.headers].filter(([name]) => name !== 'x-request-id')
    const bytes = Buffer.from(await response.arrayBuffer())
    if (!mayKeep(response)) return { unkept: { status: response.status, headers, bytes } }
    return { kept: await kept.keep(address, { headers, bytes, until }, startedAt) }
  }

  const improve = (page: KeptPage) => {
    if (improving || page.improved) return
    improving = true
    kept
      .improve(page)
      .catch((error: unknown) => log.error({ err: error }, 'a page was not compressed'))
      .finally(() => (improving = false))
  }

  return {
    /** Null where a request asks for no page that is kept. */
    locate: (url: string): PageAddress | null => kept.find(url) ?? readAddress(url),
    /** The page as it is kept, if it still is right. */
    find: (key: string, now: number): KeptPage | undefined => {
      const page = kept.find(key)
      return page && isRight(page, now) ? page : undefined
    },
    /** Once for all who come while it may still be waited for: it is of the moment when it was begun. */
    make: (address: PageAddress, now: number): Promise<Outcome> => {
      const begun = making.get(address.key)
      if (begun && now - begun.startedAt < settleMs) return begun.outcome
      const outcome = makePage(address, now).finally(() => {
        if (making.get(address.key)?.startedAt === now) making.delete(address.key)
      })
      making.set(address.key, { startedAt: now, outcome })
      return outcome
    },
    encode: kept.encode,
    countServed: (page: KeptPage): void => {
      page.served += 1
      if (page.served >= servedOften) improve(page)
    },
  }
}

function mayKeep({ status, headers }: Response): boolean {
  const shared = headers.get('cache-control')?.startsWith('public') ?? false
  return status === 200 && shared && !headers.has('set-cookie')
}
