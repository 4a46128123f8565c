import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { openDatabase } from '../../src/platform/db/connect.ts'
import { startEmbedded, type Embedded } from '../../src/platform/db/embedded.ts'
import { isAlive } from '../../src/platform/db/embedded-process.ts'
import { findFreePort } from '../free-port.ts'

export type KillableDatabase = {
  url: string
  /** Ends the server and all its processes at once, as when the machine loses its current. */
  kill(): Promise<void>
  /** Starts it again on what it had written; resolves once it answers. */
  start(): Promise<void>
  remove: () => Promise<void>
}

/** A PostgreSQL of its own, as careful with what is committed as in production, with an empty database. */
export async function startKillableDatabase(): Promise<KillableDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'vivace-crash-'))
  const port = await findFreePort()
  let server = await bring(folder, port)
  await createDatabase(server.url)
  return {
    url: server.urlOf('vivace'),
    kill: async () => {
      const pids = [server.pid, ...listChildren(server.pid)]
      for (const pid of pids) killAtOnce(pid)
      while (pids.some(isAlive)) await delay(5)
      await server.stopped
    },
    start: async () => {
      server = await bring(folder, port)
    },
    remove: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function bring(folder: string, port: number): Promise<Embedded> {
  const started = await startEmbedded({ folder, port })
  if (!started.ok) throw new Error(`no PostgreSQL: ${started.problem}: ${started.detail}`)
  return started.database
}

async function createDatabase(adminUrl: string): Promise<void> {
  const admin = openDatabase(adminUrl, () => {})
  await sql`create database vivace encoding 'UTF8' template template0`.execute(admin.db)
  await admin.close()
}

function listChildren(parent: number): number[] {
  const listed = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  return listed
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, of]) => (pid && of === parent ? [pid] : []))
}

function killAtOnce(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // The server had just let it go.
  }
}
