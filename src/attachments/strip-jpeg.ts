/**
 * Returns a JPEG without the segments that say where, when and with what it was taken, or hold something else; null for
 * what is none (ITU-T T.81, annex B). Adobe's own segment says how its colours are meant, and stays.
 */
export function stripJpeg(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let at = 2
  while (bytes[at] === 0xff && at + 4 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0
    if (marker === startOfScan) {
      return Buffer.concat([...kept, bytes.subarray(at)])
    }
    const end = at + 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0)
    if (!saysNothingSeen(marker)) kept.push(bytes.subarray(at, end))
    at = end
  }
  return null
}

const startOfScan = 0xda

function saysNothingSeen(marker: number): boolean {
  const ofProgram = marker >= 0xe1 && marker <= 0xef && marker !== 0xee
  const comment = marker === 0xfe
  return ofProgram || comment
}
