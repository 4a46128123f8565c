import { createHash } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import { fromBrotli, toBrotli, type BrotliLevel, type Encoding } from './encodings.ts'
import type { PageAddress } from './page-address.ts'

/** A page in one encoding, ready to be sent; `headers` as `writeHead` takes them, name after name. */
export type Variant = {
  bytes: Buffer
  etag: string
  /** Of the same page in the same encoding, less well compressed: whoever has it has this page. */
  formerEtag: string | null
  headers: string[]
  /** Of `headers`, those of an answer without a body (RFC 9110 §15.4.5). */
  briefHeaders: string[]
  /** The lines of an answer with these headers, up to what depends on the moment. */
  head: string
  briefHead: string
}

export type KeptPage = PageAddress & {
  /** When its making began, by `performance.now()`: what had changed before is in it. */
  startedAt: number
  /** From when on it may be wrong whatever was changed, by the clock. */
  until: number
  sha256: string
  headers: [string, string][]
  /** Its bytes are compressed already: it is kept and sent as it is. */
  packed: boolean
  variants: Map<Encoding, Variant>
  served: number
  /** Whether it was compressed as well as can be, or that was tried. */
  improved: boolean
}

/** What was made for nobody in particular. */
export type MadePage = Pick<KeptPage, 'headers' | 'until'> & { bytes: Uint8Array }

const brief = new Set(['cache-control', 'vary', 'etag'])

function openPage(address: PageAddress, { bytes, headers, until }: MadePage, startedAt: number) {
  const page: KeptPage = {
    ...address,
    startedAt,
    until,
    sha256: createHash('sha256').update(bytes).digest('base64url').slice(0, 22),
    headers,
    packed: isPacked(headers),
    variants: new Map(),
    served: 0,
    improved: false,
  }
  return page
}

/** Pages by their address, so many bytes of them at most, the oldest out first. */
export function keepPages(mostBytes: number) {
  const pages = new Map<string, KeptPage>()
  let held = 0

  const forget = (page: KeptPage) => {
    if (pages.get(page.key) !== page) return
    pages.delete(page.key)
    held -= sizeOf(page)
  }
  const put = (page: KeptPage, encoding: Encoding, variant: Variant) => {
    const current = pages.get(page.key) === page
    if (current) held += variant.bytes.length - (page.variants.get(encoding)?.bytes.length ?? 0)
    page.variants.set(encoding, variant)
    for (const oldest of pages.values()) {
      if (held <= mostBytes) break
      forget(oldest)
    }
  }

  return {
    find: (key: string): KeptPage | undefined => pages.get(key),
    /** Keeps a page in place of the one that was at its address before, unless that one is newer. */
    keep: async (address: PageAddress, made: MadePage, startedAt: number): Promise<KeptPage> => {
      const page = openPage(address, made, startedAt)
      const [encoding, bytes, level] = page.packed
        ? (['identity', Buffer.from(made.bytes), null] as const)
        : (['br', await toBrotli(made.bytes, 5), 5] as const)
      const before = pages.get(address.key)
      const overtaken = before !== undefined && before.startedAt > startedAt
      if (before && !overtaken) forget(before)
      if (!overtaken) pages.set(address.key, page)
      put(page, encoding, makeVariant(page, encoding, bytes, level))
      return page
    },
    /** The page in another encoding, made when first asked for. */
    encode: async (page: KeptPage, asked: Encoding): Promise<Variant> => {
      const encoding = encodingOf(page, asked)
      const kept = page.variants.get(encoding)
      if (kept) return kept
      const brotli = page.variants.get('br')
      if (!brotli) throw new Error('a page is kept in Brotli first')
      const variant = makeVariant(page, encoding, await fromBrotli(brotli.bytes, encoding), null)
      put(page, encoding, variant)
      return variant
    },
    /** Compresses the page as well as can be, which takes a hundred times as long. */
    improve: async (page: KeptPage): Promise<void> => {
      page.improved = true
      const before = page.variants.get('br')
      if (!before) return
      const bytes = await toBrotli(await fromBrotli(before.bytes, 'identity'), 11)
      if (bytes.length >= before.bytes.length) return
      put(page, 'br', { ...makeVariant(page, 'br', bytes, 11), formerEtag: before.etag })
    },
    bytes: () => held,
  }
}

/** In which encoding a page is sent to whom that one suits best. */
export function encodingOf({ packed }: KeptPage, asked: Encoding): Encoding {
  return packed ? 'identity' : asked
}

function isPacked(headers: MadePage['headers']): boolean {
  return headers.some(([name, value]) => name === 'content-type' && value === 'application/zip')
}

function makeVariant(
  { headers, sha256 }: KeptPage,
  encoding: Encoding,
  bytes: Buffer,
  level: BrotliLevel | null,
): Variant {
  // One for each sequence of bytes (RFC 9110 §8.8.3): not the page alone.
  const etag = `"${sha256}-${encoding}${level ?? ''}"`
  const vary = headers.find(([name]) => name === 'vary')?.[1] ?? ''
  const own: [string, string][] = [
    ...headers.filter(([name]) => name !== 'vary'),
    ['vary', /accept-encoding/i.test(vary) ? vary : 'Accept-Encoding'],
    ['etag', etag],
  ]
  const encoded: [string, string][] =
    encoding === 'identity' ? own : [...own, ['content-encoding', encoding]]
  const whole: [string, string][] = [...encoded, ['content-length', String(bytes.length)]]
  const few = own.filter(([name]) => brief.has(name))
  return {
    bytes,
    etag,
    formerEtag: null,
    headers: whole.flat(),
    briefHeaders: few.flat(),
    head: writeHead(200, whole),
    briefHead: writeHead(304, few),
  }
}

/** As node:http writes them. */
function writeHead(status: 200 | 304, headers: [string, string][]): string {
  const first = `HTTP/1.1 ${status} ${STATUS_CODES[status]}`
  return [first, ...headers.map(([name, value]) => `${name}: ${value}`), ''].join('\r\n')
}

function sizeOf({ variants }: KeptPage): number {
  return [...variants.values()].reduce((sum, { bytes }) => sum + bytes.length, 0)
}
