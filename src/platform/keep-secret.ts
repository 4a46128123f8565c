import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newToken } from './ids.ts'

/** The secret of a program that was given none: made once, and kept in that folder for its owner alone. */
export async function keepSecret(folder: string): Promise<string> {
  const path = join(folder, 'secret')
  const known = await readFile(path, 'utf8').catch(() => null)
  if (known !== null) return known
  await mkdir(folder, { recursive: true })
  // Whole or not at all, and the first one wins, should two programs start at once.
  const fresh = `${path}-${process.pid}`
  await writeFile(fresh, newToken(), { mode: 0o600 })
  await link(fresh, path).catch(() => null)
  await rm(fresh)
  return readFile(path, 'utf8')
}
