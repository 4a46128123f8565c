import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import type { Server } from './embedded-server.ts'
import { shutDown } from './embedded-server.ts'

export type Hold = { ended: Promise<number | null>; letGo: () => Promise<void> }

type Connection = {
  gone: Promise<unknown>
  ask: (expression: string) => Promise<boolean>
  end: () => Promise<void>
}

/** Any number, the same in every program: who uses the server shares this lock. */
const lock = 727_000

/**
 * Counts this program among the users of the server, by a shared lock on a connection that is kept:
 * it goes with the program, however that ends, so that the last to leave shuts the server down,
 * also one that a killed program left behind. Undefined while nobody can connect.
 */
export async function holdServer(url: string, server: Server): Promise<Hold | undefined> {
  const first = await takeLock(url)
  if (!first) return undefined
  const now: { kept: Connection | undefined; leaving?: Promise<void> } = { kept: first }

  const watch = async () => {
    while (!now.leaving && !server.isGone()) {
      // When one of its processes crashes, the server drops everybody, and goes on.
      if (now.kept) await now.kept.gone
      else await delay(100)
      now.kept = now.leaving || server.isGone() ? undefined : await takeLock(url)
    }
    await now.leaving
    await now.kept?.end()
    return server.code()
  }
  const leave = async () => {
    const { kept } = now
    const isHeld = await kept?.ask('true').catch(() => false)
    const again = isHeld ? undefined : await takeLock(url)
    if (await isLast(isHeld ? kept : again)) await shutDown(server)
    await kept?.end()
    await again?.end()
  }
  return { ended: watch(), letGo: () => (now.leaving ??= leave()) }
}

async function takeLock(url: string): Promise<Connection | undefined> {
  const connection = await connect(url).catch(() => undefined)
  const granted = await connection?.ask(`pg_try_advisory_lock_shared(${lock})`).catch(() => false)
  if (granted) return connection
  await connection?.end()
  return undefined
}

/** Whoever cannot ask the server has no one to leave it to. */
async function isLast(connection: Connection | undefined): Promise<boolean> {
  if (!connection) return true
  return connection
    .ask(`pg_advisory_unlock_shared(${lock})`)
    .then(() => connection.ask(`pg_try_advisory_lock(${lock})`))
    .catch(() => true)
}

async function connect(url: string): Promise<Connection> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 2_000,
    query_timeout: 5_000,
    application_name: 'vivace-hold',
  })
  client.on('error', () => undefined)
  const gone = new Promise((resolve) => client.once('end', resolve))
  await client.connect()
  return {
    gone,
    ask: async (expression) => {
      const { rows } = await client.query<{ yes: boolean }>(`select ${expression} as yes`)
      return rows[0]?.yes === true
    },
    end: () => client.end().catch(() => undefined),
  }
}
