import { UnreadableFile, unpackZip } from '../text/index.ts'
import type { TextFormat } from './document.ts'

export type Packed = {
  format: TextFormat
  bytes: Uint8Array
  beside: ReadonlyMap<string, Uint8Array>
}

/**
 * Returns the one Markdown or HTML document of a ZIP file, with what lies in its folder and below. Of several
 * in the uppermost folder that has any it is the one named index, as in a folder of a website and in an
 * edition that was downloaded; null where there is none such. Throws an UnreadableFile.
 */
export function readPackage(bytes: Uint8Array): Packed | null {
  const files = unpack(bytes)
  const documents = [...files.keys()].filter((name) => formatOf(name) !== null)
  const uppermost = Math.min(...documents.map(depthOf))
  const name = chooseDocument(documents.filter((one) => depthOf(one) === uppermost))
  const format = name === undefined ? null : formatOf(name)
  const document = name === undefined ? undefined : files.get(name)
  if (name === undefined || !format || !document) return null
  const folder = name.slice(0, name.lastIndexOf('/') + 1)
  const below = [...files].filter(([one]) => one !== name && one.startsWith(folder))
  const beside = new Map(below.map(([one, file]) => [one.slice(folder.length), file]))
  return { format, bytes: document, beside }
}

function chooseDocument(names: readonly string[]): string | undefined {
  const chosen =
    names.length > 1 ? names.filter((name) => /(?:^|\/)index\.\w+$/i.test(name)) : names
  return chosen.length === 1 ? chosen[0] : undefined
}

/** Without folders, and without what systems put in for themselves. */
function unpack(bytes: Uint8Array): Map<string, Uint8Array> {
  try {
    return unpackZip(bytes, (name) => !/\/$|(?:^|\/)(?:__MACOSX\/|\.)/.test(name))
  } catch (error) {
    const other = error instanceof UnreadableFile && error.problem === 'not-a-word-file'
    throw other ? new UnreadableFile('broken-file') : error
  }
}

function formatOf(name: string): TextFormat | null {
  if (/\.html?$/i.test(name)) return 'html'
  return /\.(?:md|markdown)$/i.test(name) ? 'markdown' : null
}

function depthOf(name: string): number {
  return name.split('/').length
}
