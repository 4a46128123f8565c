import { open, readFile, realpath } from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
import { pictureLimit, spellingsOf } from '../text/index.ts'
import { readDocument, type SourceFile } from '../documents/index.ts'

/**
 * Returns a file of this machine, with those pictures that it names in its own folder or below; never any
 * other, whatever name or link leads to it. What cannot be read is left out, and counted when the document
 * is. Throws when the file itself cannot be read.
 */
export async function readWithPictures(path: string): Promise<SourceFile> {
  const file = { name: basename(path), bytes: await readFile(path) }
  const read = await readDocument(file)
  if (!read.ok || read.missing.length === 0) return file
  const folder = await realpath(dirname(path))
  const beside = new Map<string, Uint8Array>()
  for (const name of read.missing) {
    for (const spelling of spellingsOf(name)) {
      const bytes = await readWithin(folder, spelling).catch(() => null)
      if (bytes) beside.set(spelling, bytes)
    }
  }
  return { ...file, beside }
}

/** Of what is too large, enough to see that it is. */
async function readWithin(folder: string, name: string): Promise<Uint8Array | null> {
  const path = await realpath(join(folder, name))
  if (!path.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return null
  const handle = await open(path, 'r')
  try {
    if (!(await handle.stat()).isFile()) return null
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(pictureLimit + 1))
    return new Uint8Array(buffer.subarray(0, bytesRead))
  } finally {
    await handle.close()
  }
}
