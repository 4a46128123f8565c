import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib'
import { parseAccept } from 'hono/utils/accept'

export type Encoding = 'br' | 'gzip' | 'identity'

const compressWithBrotli = promisify(brotliCompress)
const compressWithGzip = promisify(gzip)
const decompressBrotli = promisify(brotliDecompress)

/** Of Brotli's 11 levels: the first while somebody waits, the second when nobody does. */
export type BrotliLevel = 5 | 11

export function toBrotli(bytes: Uint8Array, level: BrotliLevel): Promise<Buffer> {
  return compressWithBrotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: level,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
}

/** The same bytes in another encoding. */
export async function fromBrotli(bytes: Uint8Array, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'br') return Buffer.from(bytes)
  const plain = await decompressBrotli(bytes)
  return encoding === 'gzip' ? compressWithGzip(plain) : plain
}

/** Browsers send a handful of different headers; anybody may send any. */
const chosen = new Map<string, Encoding>()
const mostHeaders = 200

/**
 * What suits the reader best (RFC 9110 §12.5.3), of equals the shortest. Nothing asked for is plain; plain
 * is also what gets whoever refuses everything, since a page is worth more than a 406.
 */
export function chooseEncoding(header: string | undefined): Encoding {
  if (header === undefined) return 'identity'
  const known = chosen.get(header)
  if (known) return known
  if (chosen.size >= mostHeaders) chosen.clear()
  const encoding = judge(header)
  chosen.set(header, encoding)
  return encoding
}

function judge(header: string): Encoding {
  const accepted = parseAccept(header.toLowerCase())
  const qualityOf = (encoding: string) => accepted.find(({ type }) => type === encoding)?.q
  const others = qualityOf('*') ?? 0
  const [brotli, zipped] = [qualityOf('br') ?? others, qualityOf('gzip') ?? others]
  const plain = qualityOf('identity') ?? 0
  if (brotli > 0 && brotli >= zipped && brotli >= plain) return 'br'
  return zipped > 0 && zipped >= plain ? 'gzip' : 'identity'
}
