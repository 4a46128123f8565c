import type { PictureType } from './picture.ts'

export type Raster = { type: Exclude<PictureType, 'svg'>; width: number; height: number }

/** Of a picture of points: more would take a reader's memory. */
const mostPoints = 50_000_000

export function hasTooManyPoints({ width, height }: Raster): boolean {
  return width * height > mostPoints
}

/**
 * Returns what sort of picture the bytes are and how large it is, whatever their name says; null for
 * what is none of PNG, JPEG, GIF and WebP, or is cut off before it says its size.
 */
export function readRaster(bytes: Uint8Array): Raster | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (const read of [readPng, readGif, readWebp, readJpeg]) {
    const found = read(view)
    if (found !== null && found.width > 0 && found.height > 0) return found
  }
  return null
}

/** PNG (ISO 15948), §11.2.2: the header comes first. */
function readPng(view: DataView): Raster | null {
  if (view.byteLength < 24 || !says(view, 0, '\u0089PNG\r\n\u001A\n')) return null
  if (!says(view, 12, 'IHDR')) return null
  return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) }
}

function readGif(view: DataView): Raster | null {
  if (view.byteLength < 10 || !(says(view, 0, 'GIF87a') || says(view, 0, 'GIF89a'))) return null
  return { type: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) }
}

/** RFC 9649: with loss, without, or extended. */
function readWebp(view: DataView): Raster | null {
  if (view.byteLength < 30 || !says(view, 0, 'RIFF') || !says(view, 8, 'WEBP')) return null
  const type = 'webp' as const
  if (says(view, 12, 'VP8 ')) {
    const [width, height] = [view.getUint16(26, true), view.getUint16(28, true)]
    return { type, width: width & 0x3fff, height: height & 0x3fff }
  }
  if (says(view, 12, 'VP8L')) {
    const sizes = view.getUint32(21, true)
    return { type, width: (sizes & 0x3fff) + 1, height: ((sizes >> 14) & 0x3fff) + 1 }
  }
  if (!says(view, 12, 'VP8X')) return null
  return { type, width: threeBytes(view, 24) + 1, height: threeBytes(view, 27) + 1 }
}

function threeBytes(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
}

/** ITU-T T.81, annex B: segments up to the one that begins a frame. */
function readJpeg(view: DataView): Raster | null {
  if (!says(view, 0, '\u00FF\u00D8\u00FF')) return null
  let at = 2
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at += 1
    else if (beginsFrame(marker)) {
      return { type: 'jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    } else at += 2 + view.getUint16(at + 2)
  }
  return null
}

/** C4, C8 and CC are tables and reserved. */
function beginsFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

function says(view: DataView, at: number, text: string): boolean {
  if (at + text.length > view.byteLength) return false
  return Array.from(text, (sign) => sign.codePointAt(0)).every(
    (code, index) => view.getUint8(at + index) === code,
  )
}
