import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { openBucket, type BucketSettings } from './bucket.ts'
import { openFolder } from './folder.ts'
import type { FileStore } from './store-kind.ts'

export type { FileStore } from './store-kind.ts'

/** Where what people attach is; `bucket` null: in a folder, of the data folder where none is named. */
export type FileSettings = { folder: string | undefined; bucket: BucketSettings | null }

/** The folder or the bucket that the configuration names. */
export function openFileStore({
  files,
  dataFolder,
}: {
  files: FileSettings
  dataFolder: string
}): FileStore {
  return files.bucket
    ? openBucket(files.bucket)
    : openFolder(files.folder ?? join(dataFolder, 'files'))
}

/** All of a file at once; null where it is not there. */
export async function readFileOf(
  store: FileStore,
  sha256: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const found = await store.open(sha256)
  return found && new Uint8Array(await new Response(found).arrayBuffer())
}

/** What the bytes that are kept under a hash hash to, read as they come; null where there are none. */
export async function hashKept(store: FileStore, sha256: string): Promise<string | null> {
  const found = await store.open(sha256)
  if (!found) return null
  const hash = createHash('sha256')
  for await (const chunk of found) hash.update(chunk)
  return hash.digest('hex')
}
