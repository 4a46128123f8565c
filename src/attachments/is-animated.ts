import type { FileType } from './attachment.ts'

/** Whether a picture has more than one frame: of the others only one would be kept, and nobody would know. */
export function isAnimated(type: FileType, bytes: Uint8Array): boolean {
  if (type === 'png') return hasPngChunk(bytes, 'acTL')
  // RFC 9649, 2.7: the second bit of the extended header.
  return type === 'webp' && textAt(bytes, 12) === 'VP8X' && ((bytes[20] ?? 0) & 2) !== 0
}

/** ISO 15948, 5.3: length, name, data, check; what animates stands before the points. */
function hasPngChunk(bytes: Uint8Array, sought: string): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const name = textAt(bytes, at + 4)
    if (name === sought) return true
    if (name === 'IDAT') return false
  }
  return false
}

function textAt(bytes: Uint8Array, at: number): string {
  return Buffer.from(bytes.subarray(at, at + 4)).toString('latin1')
}
