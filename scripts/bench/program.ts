import { spawn } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { findFreePort } from '../../test/free-port.ts'
import { addressOf, finish, settingsFor, signal } from '../../test/run-vivace.ts'
import { listTree, measurePeak, measurePss } from './processes.ts'

const vivace = fileURLToPath(new URL('../../bin/vivace.mjs', import.meta.url))

export type Serving = { origin: string; pid: number; stop: () => Promise<void> }

type Settings = Record<string, string>

/**
 * Starts Vivace as a person would and returns once it says that it serves; `core` keeps it on one core.
 * Its log is quiet. Fails with what it said where it ends instead.
 */
export async function serve(settings: Settings, core?: number): Promise<Serving> {
  const port = String(await findFreePort())
  const env = { ...process.env, LOG_LEVEL: 'error', ...settings, HOST: '127.0.0.1', PORT: port }
  const command = [process.execPath, vivace, 'start']
  const [file = '', ...flags] =
    core === undefined ? command : ['taskset', '-c', String(core), ...command]
  const child = spawn(file, flags, { env, detached: true })
  const ended = finish(child)
  await addressOf(child)
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    stop: async () => {
      signal(child, 'SIGTERM')
      await ended
    },
  }
}

/** Starts it on a database. */
export function serveDatabase(url: string, core?: number): Promise<Serving> {
  return serve(settingsFor(url), core)
}

/** Starts it on a database for as long as the work takes, whatever becomes of the work. */
export async function whileServing(
  url: string,
  work: (origin: string) => Promise<void>,
): Promise<void> {
  const { origin, stop } = await serveDatabase(url)
  try {
    await work(origin)
  } finally {
    await stop()
  }
}

export type RunOfCommand = {
  seconds: number
  /** Megabytes: what its processes held at most, each counted by itself. */
  peak: number
  /** Megabytes that PostgreSQL held at most, as seen ten times a second. */
  databasePeak: number
  stdout: string
}

/** Runs a command of Vivace on a database to its end; fails with what it said where it is refused. */
export async function runCommand(
  url: string,
  flags: readonly string[],
  postmaster: number,
): Promise<RunOfCommand> {
  const start = performance.now()
  const env = { ...process.env, LOG_LEVEL: 'error', ...settingsFor(url) }
  const child = spawn(process.execPath, [vivace, ...flags], { env, detached: true })
  const watched = watch(child.pid ?? 0, postmaster)
  const { code, stdout, stderr } = await finish(child)
  const seconds = (performance.now() - start) / 1000
  if (code !== 0) throw new Error(`vivace ${flags.join(' ')}: ${stderr}`)
  return { seconds, stdout, ...(await watched) }
}

async function watch(pid: number, postmaster: number) {
  const peaks = new Map<number, number>()
  let databasePeak = 0
  for (let tree = [pid]; tree.length > 0; tree = await listTree(pid)) {
    for (const one of tree) peaks.set(one, Math.max(peaks.get(one) ?? 0, await measurePeak(one)))
    databasePeak = Math.max(databasePeak, await measurePss(await listTree(postmaster)))
    await delay(100)
  }
  return { peak: [...peaks.values()].reduce((sum, one) => sum + one, 0), databasePeak }
}
