import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'

/** Returns a PNG of that size, of one colour: a grey from 0 to 255. */
export function png(width: number, height: number, grey = 128): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  const row = Buffer.concat([Buffer.of(0), Buffer.alloc(width, grey)])
  const points = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])
  const chunks = [chunk('IHDR', header), chunk('IDAT', points), chunk('IEND', Buffer.alloc(0))]
  return new Uint8Array(Buffer.concat([signature, ...chunks]))
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(data.length, 0)
  around.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)])
}

/** A GIF, a JPEG and a WebP as far as they say what they are and how large: 3 × 2. */
export const gif = Uint8Array.from(Buffer.from('GIF89a\u0003\0\u0002\0\0\0\0', 'latin1'))
export const jpeg = Uint8Array.from([
  0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 2, 0, 3, 1, 0, 0, 0,
])
export const webp = Uint8Array.from(
  Buffer.from('RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\u0002\0\0\u0001\0\0', 'latin1'),
)

export function svg(inside: string, attributes = 'viewBox="0 0 40 20"'): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`
}

export function dataUri(type: string, bytes: Uint8Array | string): string {
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
}

/** Where a picture is sent from. */
export function addressOf(bytes: Uint8Array, type = 'png'): string {
  return `/pictures/${createHash('sha256').update(bytes).digest('hex')}.${type}`
}

/** Returns a document with one figure, whose picture is at that address. */
export function figure(src: string): string {
  return (
    '<h1>Petite loi</h1><h2>Partie</h2><p>Des mots.</p>' +
    `<figure><img src="${src}" alt="Une courbe qui monte">` +
    '<figcaption>Les <b>délais</b>. Par an.</figcaption></figure>'
  )
}

/** Returns an archive of these files. */
export function zip(files: Record<string, string | Uint8Array>): Uint8Array {
  const each = Object.entries(files).map(([name, file]): [string, Uint8Array] => [
    name,
    typeof file === 'string' ? strToU8(file) : file,
  ])
  return zipSync(Object.fromEntries(each))
}
