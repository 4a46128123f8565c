import { readFileSync } from 'node:fs'
import { sha256 } from '../canonical.ts'

const folder = new URL('../../../public/', import.meta.url)

type Asset = { path: string; type: string; bytes: Uint8Array<ArrayBuffer> }

/** The content's hash stands in the address, so that a browser may keep it for ever. */
function makeAsset(name: string, type: string, bytes: Uint8Array<ArrayBuffer>): Asset {
  const hash = sha256(bytes).toString('hex').slice(0, 12)
  return { path: `/assets/${hash}-${name}`, type, bytes }
}

function readPublic(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(name, folder)))
}

/** In the order of their cascade layers, sent as one. */
const sheets = [
  'tokens',
  'base',
  'page',
  'front',
  'calendar',
  'downloads',
  'reading',
  'figures',
  'search',
  'workshop',
  'forms',
  'states',
]

const css = Buffer.concat(sheets.map((name) => readPublic(`css/${name}.css`)))

export const stylesheet = makeAsset('vivace.css', 'text/css; charset=utf-8', new Uint8Array(css))
export const icon = makeAsset('icon.svg', 'image/svg+xml', readPublic('icon.svg'))

const assets = new Map([stylesheet, icon].map((asset) => [asset.path, asset]))

export function findAsset(path: string): Asset | undefined {
  return assets.get(path)
}
