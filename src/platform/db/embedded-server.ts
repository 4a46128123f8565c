import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, parse } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { bareEnvironment, isAlive, isServerOf } from './embedded-process.ts'
import type { ServerUser } from './embedded-user.ts'

/** A server of this folder, started here or found running; `code` is known only of one's own. */
export type Server = { pid: number; port: number; isGone: () => boolean; code: () => number | null }

export type FoundServer = Server & { isReady: boolean }

export type Launch = {
  postgres: string
  user: ServerUser
  folder: string
  data: string
  port: number | undefined
  durable: boolean
}

const biggestLog = 5_000_000
const patience = [
  { signal: 'SIGINT', wait: 10_000 },
  { signal: 'SIGQUIT', wait: 6_000 },
  { signal: 'SIGKILL', wait: 2_000 },
] as const

/** Starts a server, which outlives us if we are killed; resolves before it accepts connections. */
export async function launchServer(launch: Launch): Promise<Server> {
  const port = launch.port ?? (await findFreePort())
  const { prefix, ...ids } = launch.user
  const [program = '', ...args] = [...prefix, launch.postgres, ...listSettings(launch, port)]
  const log = await openLog(launch.folder)
  try {
    // Its own process group: Ctrl-C must not end the database before the program has let go of it.
    const child = spawn(program, args, {
      ...ids,
      cwd: parse(launch.data).root,
      env: bareEnvironment(),
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    })
    await once(child, 'spawn')
    child.unref()
    const isGone = () => child.exitCode !== null || child.signalCode !== null
    return { pid: child.pid ?? 0, port, isGone, code: () => child.exitCode }
  } finally {
    await log.close()
  }
}

/** The server that runs on this data already, and the word it gives on how far it is. */
export async function findServer(data: string): Promise<FoundServer | undefined> {
  const file = join(data, 'postmaster.pid')
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined

  const lines = text.split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!pid || !port) return clearAway(file, async () => isOld(file))
  if (!isServerOf(pid, data)) return clearAway(file, async () => isAlive(pid))

  const isReady = lines[7]?.startsWith('ready') === true
  return { pid, port, isReady, isGone: () => !isAlive(pid), code: () => null }
}

/** Fast shutdown: whoever is connected is sent away, what was committed is kept. */
export async function shutDown(server: Server): Promise<void> {
  for (const { signal, wait } of patience) {
    if (server.isGone()) return
    sendSignal(server.pid, signal)
    const deadline = Date.now() + wait
    while (!server.isGone() && Date.now() < deadline) await delay(20)
  }
}

/** The end of the server's log, from an offset on. */
export async function readLog(folder: string, from = 0): Promise<string> {
  const text = await readFile(join(folder, 'log')).catch(() => Buffer.alloc(0))
  return text
    .subarray(Math.max(from, text.length - 2_000))
    .toString('utf8')
    .trim()
}

export async function measureLog(folder: string): Promise<number> {
  return stat(join(folder, 'log')).then(
    ({ size }) => size,
    () => 0,
  )
}

function listSettings({ data, durable }: Launch, port: number): string[] {
  const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    'logging_collector=off',
    ...(durable ? [] : careless),
  ]
  return ['-D', data, ...settings.flatMap((setting) => ['-c', setting])]
}

async function openLog(folder: string) {
  const file = join(folder, 'log')
  if ((await measureLog(folder)) > biggestLog) await rename(file, `${file}.old`)
  return open(file, 'a', 0o600)
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (typeof address !== 'object' || !address) throw new Error('No free port on 127.0.0.1')
  return address.port
}

/**
 * PostgreSQL replaces a pid file whose process is dead; one that is empty, or whose number another
 * process has by now, it takes for a running server, for ever.
 */
async function clearAway(file: string, mustGo: () => Promise<boolean>): Promise<undefined> {
  if (await mustGo()) await rm(file, { force: true })
}

async function isOld(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined)
  return found !== undefined && Date.now() - found.mtimeMs > 5_000
}

function sendSignal(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(pid, signal)
  } catch {
    // It went just now.
  }
}
