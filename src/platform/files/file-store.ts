import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { openBucket } from './bucket.ts'
import { openFolder } from './folder.ts'

/** Where large files are: each under its SHA-256 in hexadecimal, so that what is there is never written over. */
export type FileStore = {
  /** Keeps the bytes, once, and returns their SHA-256; they are there for good when it settles. */
  put: (bytes: Uint8Array) => Promise<string>
  /** The bytes as they come, or null where there are none of that hash. */
  open: (sha256: string) => Promise<ReadableStream<Uint8Array> | null>
  /** True also where there was none. */
  remove: (sha256: string) => Promise<void>
  /** The hash of every file, in no order. */
  list: () => AsyncIterable<string>
  /** What tells this place from every other: made when it is first asked for, and kept in it. */
  name: () => Promise<string>
}

/** The folder or the bucket that the configuration names. */
export function openFileStore({
  files,
  dataFolder,
}: Pick<Config, 'files' | 'dataFolder'>): FileStore {
  return files.bucket
    ? openBucket(files.bucket)
    : openFolder(files.folder ?? join(dataFolder, 'files'))
}

const hashPattern = /^[0-9a-f]{64}$/

/** Whether a name is one that a file can be kept under. */
export function isHash(name: string): boolean {
  return hashPattern.test(name)
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
