import { Inflate } from 'fflate'

import { UnreadableFile } from './unreadable-file.ts'

/** What a file may unpack to, all its entries together. */
const unpackedLimit = 60_000_000
const entryLimit = 2_000

/** A deflated byte gives about a thousand at most: what is unpacked at once stays small. */
const pieceLength = 4_096

const localHeader = 0x04034b50
const centralHeader = 0x02014b50
const endOfDirectory = 0x06054b50
/** The end of the directory, with the longest comment that may follow it. */
const endReach = 22 + 65_535

type Entry = {
  name: string
  encrypted: boolean
  method: number
  packed: number
  size: number
  at: number
}

/**
 * Returns the entries of a ZIP file whose name is `wanted`. Every entry is unpacked and its bytes
 * are counted, whatever the file says of its size, and none any further once they are too many.
 * Throws an UnreadableFile. (PKWARE APPNOTE 6.3, §4.3; no ZIP64: no file of ours is that large.)
 */
export function unpackZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < 22 || view.getUint32(0, true) !== localHeader) {
    throw new UnreadableFile('not-a-word-file')
  }
  const entries = readDirectory(view)
  if (entries.some(({ encrypted }) => encrypted)) throw new UnreadableFile('not-a-word-file')
  const parts = new Map<string, Uint8Array>()
  let room = unpackedLimit
  for (const entry of entries) {
    const keep = wanted(entry.name)
    // Two readers could choose differently between two entries of one name.
    if (keep && parts.has(entry.name)) throw new UnreadableFile('broken-file')
    const chunks = unpackEntry(dataOf(view, entry), entry, room, keep)
    room -= entry.size
    if (keep) parts.set(entry.name, joinChunks(chunks, entry.size))
  }
  return parts
}

function readDirectory(view: DataView): Entry[] {
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > entryLimit) throw new UnreadableFile('unpacks-too-large')
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    need(view, at, 46, centralHeader)
    const nameLength = view.getUint16(at + 28, true)
    need(view, at, 46 + nameLength, centralHeader)
    entries.push({
      name: new TextDecoder().decode(bytesOf(view, at + 46, nameLength)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - endReach)
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === endOfDirectory) return at
  }
  throw new UnreadableFile('broken-file')
}

function dataOf(view: DataView, { at, packed }: Entry): Uint8Array {
  need(view, at, 30, localHeader)
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  need(view, at, start - at + packed, localHeader)
  return bytesOf(view, start, packed)
}

function unpackEntry(data: Uint8Array, entry: Entry, room: number, keep: boolean): Uint8Array[] {
  const chunks: Uint8Array[] = []
  let size = 0
  const take = (chunk: Uint8Array): void => {
    size += chunk.length
    if (size > room) throw new UnreadableFile('unpacks-too-large')
    if (keep) chunks.push(chunk)
  }
  if (entry.method === 0) take(data)
  else if (entry.method === 8) inflate(data, take)
  else throw new UnreadableFile('broken-file')
  if (size !== entry.size) throw new UnreadableFile('broken-file')
  return chunks
}

function inflate(data: Uint8Array, take: (chunk: Uint8Array) => void): void {
  const inflater = new Inflate((chunk) => take(chunk))
  try {
    for (let at = 0; at < data.length; at += pieceLength) {
      const end = at + pieceLength
      inflater.push(data.subarray(at, end), end >= data.length)
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('broken-file')
  }
}

function joinChunks(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

function need(view: DataView, at: number, length: number, signature: number): void {
  const within = at + length <= view.byteLength
  if (!within || view.getUint32(at, true) !== signature) throw new UnreadableFile('broken-file')
}

function bytesOf(view: DataView, at: number, length: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + at, length)
}
