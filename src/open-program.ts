import { join } from 'node:path'
import type { Config } from './platform/config.ts'
import { openDatabase, type Db } from './platform/db/connect.ts'
import { startEmbedded, type EmbeddedProblem } from './platform/db/embedded.ts'
import { migrate } from './platform/db/migrate.ts'
import type { Logger } from './platform/log.ts'

export type Program = {
  db: Db
  /** The program brought its own database: here the demonstration may be filled in. */
  ownDatabase: boolean
  /** Settles when the database that it brought has ended without being asked to. */
  lost: Promise<void>
  close: () => Promise<void>
}

export type Opened = { ok: true; program: Program } | { ok: false; refusal: string }

/** Opens the database that the configuration names, or brings one up, and brings its schema up to date. */
export async function openProgram(config: Config, log: Logger): Promise<Opened> {
  const server = config.databaseUrl
    ? { ok: true as const, url: config.databaseUrl, lost: never, stop: async () => {} }
    : await bringDatabase(config)
  if (!server.ok) return server

  const database = openDatabase(server.url, (error) =>
    log.error({ err: error }, 'a connection was lost'),
  )
  const close = async () => {
    await database.close()
    await server.stop()
  }
  const refusal = await migrationRefusal(database.db)
  if (refusal) {
    await close()
    return { ok: false, refusal }
  }
  return {
    ok: true,
    program: {
      db: database.db,
      ownDatabase: config.databaseUrl === undefined,
      lost: server.lost,
      close,
    },
  }
}

const never = new Promise<void>(() => {})

async function migrationRefusal(db: Db): Promise<string | null> {
  try {
    const migrated = await migrate(db)
    if (migrated.ok) return null
    return migrated.problem === 'newer-than-program'
      ? `The database has run the migration ${migrated.name}, which this version does not know: start the newer version.`
      : `The migration ${migrated.name} was edited after it had run: restore the released file.`
  } catch (error) {
    return `The database cannot be used: ${error instanceof Error ? error.message : String(error)}`
  }
}

async function bringDatabase(config: Config) {
  const started = await startEmbedded({ folder: join(config.dataFolder, 'postgres') })
  if (!started.ok) return { ok: false as const, refusal: refusals[started.problem](started.detail) }
  const { url, stop, stopped } = started.database
  return { ok: true as const, url, stop, lost: stopped.then(() => undefined) }
}

const refusals: Record<EmbeddedProblem, (detail: string) => string> = {
  'unreachable-for-nobody': (detail) =>
    `PostgreSQL may not run as root, and its stand-in, the user nobody, cannot enter ${detail}: start as an ordinary user, or move the checkout to a folder that others may enter.`,
  'unsupported-platform': (detail) =>
    `No PostgreSQL comes with Vivace for ${detail}: set DATABASE_URL to a server of your own.`,
  failed: (detail) => `PostgreSQL did not start: ${detail}`,
}
