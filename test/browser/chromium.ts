import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { unpackChromium } from './unpack-chromium.ts'

export type Chromium = { executablePath: string; args: string[] }

let opened: Promise<Browser | null> | undefined

/** The first Chromium that runs on this machine; null where there is none. */
export async function findChromium(env: NodeJS.ProcessEnv = process.env): Promise<Chromium | null> {
  if (env['VIVACE_CHROMIUM'] === 'none') return null
  const configured = env['CHROMIUM_PATH']
  if (configured !== undefined && configured !== '') {
    if (!existsSync(configured)) throw new Error(`CHROMIUM_PATH names no file: ${configured}`)
    return withArgs(configured)
  }
  const installed = await findInstalled(env)
  if (installed !== null) return withArgs(installed)
  const unpacked = await unpackChromium()
  return unpacked !== null && (await doesRun(unpacked)) ? withArgs(unpacked) : null
}

/** One browser a process, shared by all its tests; null where no Chromium is found. */
export async function openBrowser(env: NodeJS.ProcessEnv = process.env): Promise<Browser | null> {
  if (env['VIVACE_CHROMIUM'] === 'none') return null
  opened ??= findChromium(env).then((found) => (found === null ? null : chromium.launch(found)))
  return opened
}

/** Lets the process end: an open browser keeps it alive. */
export async function closeBrowser(): Promise<void> {
  const browser = await opened
  opened = undefined
  await browser?.close()
}

async function findInstalled(env: NodeJS.ProcessEnv): Promise<string | null> {
  for (const path of listUsualPaths(env)) {
    if (existsSync(path) && (await doesRun(path))) return path
  }
  return null
}

function withArgs(executablePath: string): Chromium {
  return {
    executablePath,
    args: [
      // Chromium refuses its sandbox to root, and Ubuntu's AppArmor to everyone else.
      '--no-sandbox',
      // Nothing may leave this machine, whatever a page asks for.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE ::1',
    ],
  }
}

function listUsualPaths(env: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (process.platform === 'win32') return listWindowsPaths(env)
  return ['chromium', 'chromium-browser', 'google-chrome'].map((name) => `/usr/bin/${name}`)
}

function listWindowsPaths(env: NodeJS.ProcessEnv): string[] {
  const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
    (name) => env[name] ?? [],
  )
  const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']
  return folders.flatMap((folder) => programs.map((program) => join(folder, program)))
}

// Ubuntu's chromium-browser may be a stub that only asks for a snap, and a library may lack.
async function doesRun(path: string): Promise<boolean> {
  // On Windows, `chrome --version` opens a window.
  if (process.platform === 'win32') return true
  try {
    await promisify(execFile)(path, ['--version'], { timeout: 20_000 })
    return true
  } catch {
    return false
  }
}
