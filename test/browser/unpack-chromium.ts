import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'

const MODULES = join(import.meta.dirname, '../../node_modules')

// The package unpacks into the temporary folder, and its libraries only where it sees AWS Lambda.
const UNPACK = `const { default: chromium } = await import('@sparticuz/chromium')
await chromium.executablePath()`

// The libraries and font that come with it stand in only where the machine has none of its own.
const LAUNCHER = `#!/bin/sh
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
"$here/chromium" --version >/dev/null 2>&1 || export LD_LIBRARY_PATH="$here/al2023/lib"
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/chromium" "$@"
`

/** The Chromium that npm's `@sparticuz/chromium` carries (x64 Linux), unpacked once; or null. */
export async function unpackChromium(
  cache: string = join(MODULES, '.cache/vivace'),
): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  try {
    const folder = join(cache, `chromium-${await readVersion()}`)
    const launcher = join(folder, 'launch')
    if (!existsSync(launcher)) await unpackInto(cache, folder)
    return launcher
  } catch {
    return null
  }
}

async function readVersion(): Promise<string> {
  const manifest = await readFile(join(MODULES, '@sparticuz/chromium/package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(manifest)).version
}

async function unpackInto(cache: string, folder: string): Promise<void> {
  await mkdir(cache, { recursive: true })
  const unfinished = await mkdtemp(join(cache, 'unpacking-'))
  try {
    await fill(unfinished)
    await rename(unfinished, folder)
  } catch (problem) {
    // Test files run in parallel and all may unpack: the first whole folder stays.
    if (!existsSync(join(folder, 'launch'))) throw problem
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}

async function fill(folder: string): Promise<void> {
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', UNPACK], {
    cwd: import.meta.dirname,
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  })
  await writeFile(join(folder, 'launch'), LAUNCHER, { mode: 0o755 })
  await writeFile(
    join(folder, 'fonts.conf'),
    '<?xml version="1.0"?><fontconfig><dir prefix="relative">fonts</dir></fontconfig>',
  )
}
