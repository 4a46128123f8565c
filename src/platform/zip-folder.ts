import { zipSync, type Zippable } from 'fflate'

export type ZippedFile = { name: string; bytes: Uint8Array }

/** The first day that a ZIP file can name, so that the same files are the same bytes whenever they are made. */
const always = new Date(1980, 0, 1)

/** A ZIP file of one folder with these files. */
export function zipFolder(folder: string, files: readonly ZippedFile[]): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {}
  for (const { name, bytes } of files) entries[`${folder}/${name}`] = bytes
  return new Uint8Array(zipSync(entries, { level: 9, mtime: always }))
}
