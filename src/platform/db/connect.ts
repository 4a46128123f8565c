import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import type { DB } from './schema.ts'

export type Db = Kysely<DB>

export type Database = { db: Db; close(): Promise<void> }

/** Opens a pool; a connection that the server drops while idle is reported, never fatal. */
export function openDatabase(url: string, onLost: (error: Error) => void): Database {
  const pool = new Pool({ connectionString: url, max: 10, application_name: 'vivace' })
  pool.on('error', onLost)
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  return { db, close: () => db.destroy() }
}
