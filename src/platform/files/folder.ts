import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { FileStore } from './store-kind.ts'

/** Files in a folder, in 256 folders by how their names begin. */
export function openFolder(folder: string): FileStore {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  const put = async (bytes: Uint8Array) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    if (!(await isThere(pathOf(sha256)))) await writeWhole(folder, pathOf(sha256), bytes)
    return sha256
  }
  return {
    put,
    open: (sha256) => readAsItComes(pathOf(sha256)),
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
    list: () => listHashes(folder),
    name: () => nameOf(folder),
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

/** Under a name of its own first: nobody ever reads half of it, and the machine may stop at any moment. */
async function writeWhole(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const parent = join(path, '..')
  await mkdir(folder, { recursive: true })
  const unfinished = join(folder, `.unfinished-${randomUUID()}`)
  try {
    const file = await open(unfinished, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await mkdir(parent, { recursive: true })
    await rename(unfinished, path)
    await syncFolder(parent)
  } finally {
    await rm(unfinished, { force: true })
  }
}

/** That the name is there for good, too; Windows opens no folder, and needs it not. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const opened = await open(folder, 'r')
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}

async function readAsItComes(path: string): Promise<ReadableStream<Uint8Array> | null> {
  const stream = createReadStream(path)
  const opened = await new Promise<boolean>((resolve, reject) => {
    stream.once('ready', () => resolve(true))
    stream.once('error', (error) => (isAbsence(error) ? resolve(false) : reject(error)))
  })
  return opened ? Readable.toWeb(stream) : null
}

function isAbsence(error: Error): boolean {
  return 'code' in error && error.code === 'ENOENT'
}

async function* listHashes(folder: string): AsyncGenerator<string> {
  const names = await readdir(folder, { withFileTypes: true }).catch(() => [])
  for (const entry of names) {
    if (entry.isDirectory()) yield* (await readdir(join(folder, entry.name))).values()
  }
}

async function nameOf(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, '.name')
  const made = await open(path, 'wx', 0o600).catch(() => null)
  if (made) {
    await made.writeFile(randomUUID())
    await made.close()
  }
  return (await readFile(path, 'utf8')).trim()
}
