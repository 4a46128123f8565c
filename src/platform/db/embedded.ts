import { mkdir, realpath } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { locateBinaries } from './embedded-binaries.ts'
import { clusterPaths, makeCluster, readPassword, superuser } from './embedded-cluster.ts'
import { holdServer } from './embedded-hold.ts'
import type { FoundServer, Launch, Server } from './embedded-server.ts'
import { findServer, launchServer, measureLog, readLog, shutDown } from './embedded-server.ts'
import { chooseServerUser } from './embedded-user.ts'

export type Embedded = {
  /** Of the maintenance database, `postgres`. */
  url: string
  urlOf: (name: string) => string
  pid: number
  /** Lets go of the server; the last program that does so shuts it down. */
  stop: () => Promise<void>
  /** Resolves when the server has ended (with its exit code where it was started here). */
  stopped: Promise<number | null>
}

export type Started = { ok: true; database: Embedded } | Refusal

export type EmbeddedProblem = 'unreachable-for-nobody' | 'unsupported-platform' | 'failed'

type Refusal = { ok: false; problem: EmbeddedProblem; detail: string }

type Options = { folder: string; port?: number; durable?: boolean }

type UrlAt = (port: number, name?: string) => string

type Prepared = { launch: Launch; urlAt: UrlAt }

const maxWait = 30_000

/** What two programs starting at once on one folder, or a server just killed, make it say. */
const transient =
  /lock file ".*" already exists|lock file ".*" is empty|pre-existing shared memory/u
const portTaken = /could not create any TCP\/IP sockets/u

/**
 * Brings up the PostgreSQL that npm brought, with all that is its own under `folder`; a server that
 * runs there already, left behind or in use, is used as it is, settings and port included.
 */
export async function startEmbedded(options: Options): Promise<Started> {
  try {
    const prepared = await prepare(options)
    return prepared.ok ? await joinOrLaunch(prepared) : prepared
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
}

async function prepare(options: Options): Promise<({ ok: true } & Prepared) | Refusal> {
  await mkdir(options.folder, { recursive: true })
  const folder = await realpath(options.folder)
  const { cluster, data } = clusterPaths(folder)

  const located = await locateBinaries()
  if (!located.ok) return located
  const chosen = await chooseServerUser(located, cluster)
  if (!chosen.ok) return chosen
  const { user, account } = chosen
  const made = await makeCluster({ folder, initdb: located.initdb, user, account })
  if (!made.ok) return made

  const secret = await readPassword(folder)
  // sslmode is said, or PGSSLMODE in the caller's environment would decide.
  const urlAt = (port: number, name = 'postgres') =>
    `postgres://${superuser}:${secret}@127.0.0.1:${port}/${encodeURIComponent(name)}?sslmode=disable`
  const { port, durable = true } = options
  return {
    ok: true,
    launch: { postgres: located.postgres, user, folder, data, port, durable },
    urlAt,
  }
}

async function joinOrLaunch({ launch, urlAt }: Prepared): Promise<Started> {
  const deadline = Date.now() + maxWait
  while (Date.now() < deadline) {
    const found = await findServer(launch.data)
    const started = found
      ? await join(found, urlAt)
      : await launchAndTake({ launch, urlAt }, deadline)
    if (started) return started
    await delay(50)
  }
  return fail(`No answer in ${maxWait / 1000} s: ${await readLog(launch.folder)}`)
}

async function join(found: FoundServer, urlAt: UrlAt): Promise<Started | undefined> {
  const database = found.isReady ? await take(found, urlAt) : undefined
  return database && { ok: true, database }
}

/** Undefined where it is worth another try. */
async function launchAndTake({ launch, urlAt }: Prepared, deadline: number) {
  const before = await measureLog(launch.folder)
  const server = await launchServer(launch)
  const started = await awaitReady(server, launch.data, { urlAt, deadline })
  if (started) return started
  const isLate = !server.isGone()
  await shutDown(server)
  const said = await readLog(launch.folder, before)
  const again = transient.test(said) || (portTaken.test(said) && launch.port === undefined)
  return isLate || again ? undefined : fail(said || 'PostgreSQL ended at once and said nothing')
}

async function awaitReady(
  server: Server,
  data: string,
  { urlAt, deadline }: { urlAt: UrlAt; deadline: number },
) {
  while (!server.isGone() && Date.now() < deadline) {
    const found = await findServer(data)
    const started =
      found?.pid === server.pid ? await join({ ...found, ...server }, urlAt) : undefined
    if (started) return started
    await delay(20)
  }
  return undefined
}

async function take(server: Server, urlAt: UrlAt): Promise<Embedded | undefined> {
  const { pid, port } = server
  const hold = await holdServer(urlAt(port), server)
  return (
    hold && {
      url: urlAt(port),
      urlOf: (name) => urlAt(port, name),
      pid,
      stop: hold.letGo,
      stopped: hold.ended,
    }
  )
}

function fail(detail: string): Refusal {
  return { ok: false, problem: 'failed', detail }
}
