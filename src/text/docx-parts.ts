import { unpackZip } from './unpack-zip.ts'
import { UnreadableFile } from './unreadable-file.ts'
import { xmlPieces } from './xml-tags.ts'

/** A part of a Word file: its XML, and the name of its first element («w:document»). */
export type DocxPart = { xml: string; root: string }

/** What is read of a Word file, by the names in it: `media` are its pictures, as they are. */
export type DocxParts = { parts: Map<string, DocxPart>; media: Map<string, Uint8Array> }

/**
 * Returns the parts of a Word file that are XML, and its pictures; other parts are never looked at.
 * Throws an UnreadableFile.
 */
export function readDocxParts(bytes: Uint8Array): DocxParts {
  const parts = new Map<string, DocxPart>()
  const media = new Map<string, Uint8Array>()
  let broken = false
  for (const [name, part] of unpackZip(bytes, (one) => isXml(one) || isMedia(one))) {
    if (isMedia(name)) {
      media.set(name, part)
      continue
    }
    const xml = decodePart(part)
    broken ||= xml === null
    if (xml !== null) parts.set(name, { xml, root: rootOf(xml) })
  }
  const isWord = [...parts.values()].some(({ root }) => root === 'w:document')
  if (!isWord) throw new UnreadableFile(broken ? 'broken-file' : 'not-a-word-file')
  // No part of such a file may declare a document type (ECMA-376 part 2, M1.17): only one who
  // means harm declares entities here, and they are refused rather than expanded.
  broken ||= [...parts.values()].some(({ xml }) => /<!(?:doctype|entity)/i.test(xml))
  if (broken) throw new UnreadableFile('broken-file')
  return { parts, media }
}

/** A file's `customXml` is somebody's own data: any XML, and none of the text. */
function isXml(name: string): boolean {
  return /\.(?:xml|rels)$/i.test(name) && !/^customXml\//i.test(name)
}

function isMedia(name: string): boolean {
  return name.startsWith('word/media/')
}

function decodePart(part: Uint8Array): string | null {
  try {
    const xml = new TextDecoder('utf-8', { fatal: true }).decode(part)
    return xml.includes('\0') ? null : xml
  } catch {
    return null
  }
}

function rootOf(xml: string): string {
  for (const piece of xmlPieces(xml)) {
    if (piece.kind !== 'text') return piece.name
  }
  return ''
}
