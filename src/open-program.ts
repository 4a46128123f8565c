import { join } from 'node:path'
import { carryMissing } from './anchors/index.ts'
import { openFileStore, type FileStore } from './platform/files/file-store.ts'
import type { Config } from './platform/config.ts'
import { openDatabase, type Db } from './platform/db/connect.ts'
import { startEmbedded, type EmbeddedProblem } from './platform/db/embedded.ts'
import { migrate } from './platform/db/migrate.ts'
import { keepSecret } from './platform/keep-secret.ts'
import type { Logger } from './platform/log.ts'

export type Program = {
  db: Db
  /** Where the database is, for what connects by itself. */
  url: string
  /** Where large files are. */
  files: FileStore
  /** Encrypts what must not stand in clear in the database. */
  secret: string
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
    // Not the error itself: the driver hangs the whole connection on it.
    log.error({ reason: error.message }, 'a connection was lost'),
  )
  const close = async () => {
    await database.close()
    await server.stop()
  }
  const refuse = async (refusal: string) => {
    await close()
    return { ok: false as const, refusal }
  }
  const secret = config.secret ?? (await keepSecret(config.dataFolder).catch(() => undefined))
  if (!secret) return refuse(`A secret cannot be kept in ${config.dataFolder}: set SECRET.`)
  const refusal = await migrationRefusal(database.db, server.url)
  if (refusal) return refuse(refusal)
  const { db } = database
  const ownDatabase = config.databaseUrl === undefined
  return {
    ok: true,
    program: {
      db,
      url: server.url,
      files: openFileStore(config),
      secret,
      ownDatabase,
      lost: server.lost,
      close,
    },
  }
}

const never = new Promise<void>(() => {})

async function migrationRefusal(db: Db, url: string): Promise<string | null> {
  try {
    const migrated = await migrate(db, url)
    // What editions of before anchors were kept lack, nobody shall read.
    if (migrated.ok) await carryMissing(db, new Date())
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
