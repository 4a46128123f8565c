import { readdir, readFile } from 'node:fs/promises'
import { Logger, runMigrations } from 'graphile-worker'
import { sql } from 'kysely'
import { sha256 } from '../canonical.ts'
import type { Db } from './connect.ts'

const folder = new URL('../../../migrations/', import.meta.url)

/** Any number, the same in every process: whoever holds it migrates. */
const migrationLock = 727_001

export type Migrated =
  | { ok: true; applied: string[] }
  | { ok: false; problem: 'changed-after-release' | 'newer-than-program'; name: string }

/**
 * Brings the schema up to date, forward only, a transaction for each migration.
 * Refuses when a migration was edited after it had run, or when the database is ahead of this program.
 * The jobs' own schema comes last; `url` is the same database's, since they connect by themselves.
 */
export async function migrate(db: Db, url: string): Promise<Migrated> {
  const files = await readMigrations()
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${migrationLock})`.execute(connection)
    try {
      const migrated = await applyPending(connection, files)
      if (migrated.ok)
        await runMigrations({ connectionString: url, maxPoolSize: 1, logger: silent })
      return migrated
    } finally {
      await sql`select pg_advisory_unlock(${migrationLock})`.execute(connection)
    }
  })
}

const silent = new Logger(() => () => {})

async function applyPending(db: Db, files: MigrationFile[]): Promise<Migrated> {
  await sql`create table if not exists migration (
    name text primary key, sha256 text not null, applied_at timestamptz not null default now()
  )`.execute(db)
  const done = await db.selectFrom('migration').select(['name', 'sha256']).execute()
  for (const { name, sha256: known } of done) {
    const file = files.find((file) => file.name === name)
    if (!file) return { ok: false, problem: 'newer-than-program', name }
    if (file.sha256 !== known) return { ok: false, problem: 'changed-after-release', name }
  }
  const names = new Set(done.map((row) => row.name))
  const pending = files.filter((file) => !names.has(file.name))
  for (const file of pending) {
    await db.transaction().execute(async (tx) => {
      await sql.raw(file.text).execute(tx)
      await tx.insertInto('migration').values({ name: file.name, sha256: file.sha256 }).execute()
    })
  }
  return { ok: true, applied: pending.map((file) => file.name) }
}

type MigrationFile = { name: string; text: string; sha256: string }

async function readMigrations(): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, folder), 'utf8')
      return { name, text, sha256: sha256(text).toString('hex') }
    }),
  )
}
