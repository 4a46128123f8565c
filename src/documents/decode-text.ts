/** Bytes in which an HTML document has to say its encoding (HTML, §4.2.5.4). */
const declarationLength = 1_024

const declared = /(?:charset|encoding)\s*=\s*["']?\s*(windows-1252|cp1252|iso-8859-15?|latin1)\b/i

/**
 * Returns the text of the bytes: UTF-8, or UTF-16 that begins with its mark. HTML that isn't, and
 * says that it is in one of the encodings of Western Europe, is read in that. Null for any other
 * bytes, and for those of no text.
 */
export function decodeText(bytes: Uint8Array, format: 'html' | 'markdown'): string | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf-16be')
  const text = decode(bytes, 'utf-8')
  if (text !== null || format !== 'html') return text
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, declarationLength))
  const encoding = declared.exec(start)?.[1]
  return encoding === undefined ? null : decode(bytes, encoding)
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    // No text has this character: it is some other file, or UTF-16 without its mark.
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}
