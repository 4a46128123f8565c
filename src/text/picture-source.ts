export type PictureSource =
  | { bytes: Uint8Array }
  | { bytes: Uint8Array; name: string }
  | { problem: string }
  /** Named, and not among the files that came. */
  | { problem: string; missing: string }

/** Characters: no picture that is kept is written as more. */
const longestData = 8_000_000

/**
 * Returns the bytes that the address of a picture names: those that it holds itself (`data:`), or those of
 * a file beside the document. Nothing is ever fetched, and no name leads out of the document's folder.
 */
export function readPictureSource(
  source: string,
  beside: ReadonlyMap<string, Uint8Array>,
): PictureSource {
  const address = source.trim()
  if (/^data:/i.test(address)) return readData(address)
  if (/^(?:https?:|\/\/)/i.test(address)) return { problem: 'picture on another site' }
  const name = fileNamed(address)
  if (name === null) return { problem: 'picture outside of its folder' }
  const sent = spellingsOf(name).find((spelling) => beside.has(spelling)) ?? name
  const bytes = beside.get(sent)
  return bytes ? { bytes, name: sent } : { problem: 'picture that was not sent', missing: name }
}

/** A name as it is written, then with its accents as systems write them: some apart from their letters. */
export function spellingsOf(name: string): string[] {
  return [...new Set([name, name.normalize('NFC'), name.normalize('NFD')])]
}

/**
 * Returns the name of the picture that an address of this program leads to, on whatever site it stands, or in
 * a folder that was downloaded (see `pictureFile`); null for any other address. The name says what the bytes are.
 */
export function hashedName(address: string): string | null {
  return /(?:^|\/)pictures\/([0-9a-f]{64}\.[a-z]+)$/.exec(address.trim())?.[1] ?? null
}

/** The name of a file in the document's folder or below; null for whatever leads anywhere else. */
function fileNamed(address: string): string | null {
  const name = decode(address.replace(/[?#][^]*$/, ''))
  if (name === null || /^\/|^[a-z][a-z\d+.-]*:|[\\\0]/i.test(name)) return null
  const steps = name.split('/').filter((step) => step !== '' && step !== '.')
  return steps.length === 0 || steps.includes('..') ? null : steps.join('/')
}

/** RFC 2397. */
function readData(address: string): PictureSource {
  if (address.length > longestData) return { problem: 'picture too large' }
  const comma = address.indexOf(',')
  const encoded = /;\s*base64\s*$/i.test(address.slice(0, Math.max(0, comma)))
  const said = comma === -1 ? null : decode(address.slice(comma + 1))
  const bytes = said === null ? null : encoded ? fromBase64(said) : new TextEncoder().encode(said)
  return bytes ? { bytes } : { problem: 'broken picture' }
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

function fromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
  } catch {
    return null
  }
}
