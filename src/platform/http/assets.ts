import { readFileSync } from 'node:fs'
import { sha256 } from '../canonical.ts'

const folder = new URL('../../../public/', import.meta.url)

type Asset = { path: string; type: string; bytes: Uint8Array<ArrayBuffer> }

/** Read once; the content's hash stands in the address, so that a browser may keep it for ever. */
function loadAsset(name: string, type: string): Asset {
  const bytes = new Uint8Array(readFileSync(new URL(name, folder)))
  const hash = sha256(bytes).toString('hex').slice(0, 12)
  return { path: `/assets/${hash}-${name}`, type, bytes }
}

export const stylesheet = loadAsset('vivace.css', 'text/css; charset=utf-8')
export const icon = loadAsset('icon.svg', 'image/svg+xml')

const assets = new Map([stylesheet, icon].map((asset) => [asset.path, asset]))

export function findAsset(path: string): Asset | undefined {
  return assets.get(path)
}
