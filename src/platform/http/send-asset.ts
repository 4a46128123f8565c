import type { Context } from 'hono'
import { findAsset } from './assets.ts'

/** A file that every page needs, under the hash of its bytes. */
export function sendAsset(c: Context) {
  const asset = findAsset(c.req.path)
  if (!asset) return c.text('not found', 404)
  return c.body(asset.bytes, 200, {
    'Content-Type': asset.type,
    'Cache-Control': 'public, max-age=31536000, immutable',
  })
}
