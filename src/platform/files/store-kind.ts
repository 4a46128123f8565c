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
