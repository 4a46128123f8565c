import { readFileSync } from 'node:fs'
import { sha256 } from '../canonical.ts'
import { bundleScripts, scriptNames, type ScriptName } from './scripts.ts'

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
  'elements',
  'base',
  'page',
  'front',
  'calendar',
  'topics',
  'organisations',
  'moderation-log',
  'groups',
  'site',
  'downloads',
  'reading',
  'redline',
  'figures',
  'search',
  'workshop',
  'forms',
  'states',
  'browser',
]

const css = Buffer.concat(sheets.map((name) => readPublic(`css/${name}.css`)))

export const stylesheet = makeAsset('vivace.css', 'text/css; charset=utf-8', new Uint8Array(css))
export const icon = makeAsset('icon.svg', 'image/svg+xml', readPublic('icon.svg'))

let scripts: Record<ScriptName, Asset> | undefined

/** The browser code, bundled when it is first asked for: commands need none of it. */
export function findScripts(): Record<ScriptName, Asset> {
  scripts ??= makeScripts()
  return scripts
}

function makeScripts(): Record<ScriptName, Asset> {
  const bundled = bundleScripts()
  const make = (name: ScriptName) =>
    makeAsset(`${name}.js`, 'text/javascript; charset=utf-8', bundled[name])
  return {
    reading: make('reading'),
    contributing: make('contributing'),
    passkeys: make('passkeys'),
  }
}

export function findAsset(path: string): Asset | undefined {
  const all = [stylesheet, icon, ...scriptNames.map((name) => findScripts()[name])]
  return all.find((asset) => asset.path === path)
}
