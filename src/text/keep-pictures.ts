import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'

import type { KeptPicture } from './picture.ts'
import { countDrawn } from './count-drawn.ts'
import { hasTooManyPoints, readRaster } from './picture-kinds.ts'
import { hashedName, readPictureSource } from './picture-source.ts'
import { sanitiseSvg } from './sanitise-svg.ts'

/** Bytes of one picture, and what a document may have of them. */
export const pictureLimit = 2_000_000
const documentLimit = 20_000_000
const mostPictures = 200

/** Of a drawing, as `countDrawn` counts: more would hold up a reader's browser for seconds. */
const mostDrawn = 200_000

/** Keeps the pictures of a document while it is read; what it does not keep is counted. */
export type PictureKeeper = {
  /** Returns the picture that an address names, or null. */
  keepNamed: (source: string, drop: Drop) => KeptPicture | null
  /** Returns the picture that the bytes are, or null. */
  keepBytes: (bytes: Uint8Array, drop: Drop) => KeptPicture | null
  /** Returns the drawing that stands in the document itself, or null. */
  keepDrawn: (svg: Element, drop: Drop) => KeptPicture | null
  /** Each once. */
  kept: () => KeptPicture[]
  /** The names of files that are named and did not come with the document. */
  missing: () => string[]
  /** The names (see `pictureFile`) of pictures that are named by their hash, and that were not held. */
  sought: () => string[]
  /** The names of files that came with the document, and that it does not name. */
  unnamed: () => string[]
}

type Drop = (what: string) => void

/**
 * Returns a keeper for one document: `beside` are the files that came with it, by their names as seen from
 * there, `hash` gives the SHA-256 of bytes in hexadecimal, `held` are pictures that are kept already, by the
 * names of their files: those that the document names by their hash it may show again.
 */
export function keepPictures(
  beside: ReadonlyMap<string, Uint8Array>,
  hash: (bytes: Uint8Array) => string,
  held: ReadonlyMap<string, KeptPicture> = new Map(),
): PictureKeeper {
  const kept = new Map<string, KeptPicture>()
  const missing = new Set<string>()
  const sought = new Set<string>()
  const unnamed = new Set(beside.keys())
  let size = 0

  const keep = (made: Omit<KeptPicture, 'sha256'> | string, drop: Drop): KeptPicture | null => {
    const problem = typeof made === 'string' ? made : null
    const picture = typeof made === 'string' ? null : { sha256: hash(made.bytes), ...made }
    const known = picture && kept.get(picture.sha256)
    if (known) return known
    const full =
      picture && (kept.size >= mostPictures || size + picture.bytes.length > documentLimit)
    if (!picture || full) {
      drop(problem ?? 'picture too many')
      return null
    }
    kept.set(picture.sha256, picture)
    size += picture.bytes.length
    return picture
  }

  return {
    keepNamed: (source, drop) => {
      const read = readPictureSource(source, beside)
      if ('missing' in read) missing.add(read.missing)
      if ('name' in read) unnamed.delete(read.name)
      if ('bytes' in read) return keep(readPicture(read.bytes, drop), drop)
      const hashed = hashedName(source)
      if (hashed !== null && sought.size < mostPictures) sought.add(hashed)
      return keep((hashed !== null && held.get(hashed)) || read.problem, drop)
    },
    keepBytes: (bytes, drop) => keep(readPicture(bytes, drop), drop),
    keepDrawn: (svg, drop) => keep(readDrawing(svg, drop), drop),
    kept: () => [...kept.values()],
    missing: () => [...missing],
    sought: () => [...sought].filter((name) => !held.has(name)),
    unnamed: () => [...unnamed],
  }
}

type Read = Omit<KeptPicture, 'sha256'> | string

function readPicture(bytes: Uint8Array, drop: Drop): Read {
  if (bytes.length > pictureLimit) return 'picture too large'
  const raster = readRaster(bytes)
  if (raster !== null) {
    return hasTooManyPoints(raster) ? 'picture too large' : { ...raster, bytes }
  }
  const svg = findSvg(bytes)
  return svg ? readDrawing(svg, drop) : 'picture of another kind'
}

function readDrawing(svg: Element, drop: Drop): Read {
  if (countDrawn(svg) > mostDrawn) return 'drawing without end'
  const { svg: text, width, height } = sanitiseSvg(svg, drop)
  const bytes = new TextEncoder().encode(text)
  if (bytes.length > pictureLimit) return 'picture too large'
  return { type: 'svg', width, height, bytes }
}

/** Read by HTML's rules, which know no entities of a document's own and no other files. */
function findSvg(bytes: Uint8Array): Element | undefined {
  const text = new TextDecoder().decode(bytes)
  if (!/^\s*(?:<\?xml|<!--|<!doctype\s+svg|<svg[\s>])/i.test(text)) return undefined
  const { children } = fromHtml(text, { fragment: true })
  return children.filter((node) => node.type === 'element').find((one) => one.tagName === 'svg')
}
