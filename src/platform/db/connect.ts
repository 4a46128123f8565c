import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import type { DB } from './schema.ts'

export type Db = Kysely<DB>

export type Database = { db: Db; close(): Promise<void> }

/** Connections, as many at once; one that the server drops while idle is reported, never fatal. */
export function openPool(url: string, max: number, onLost: (error: Error) => void): Pool {
  const pool = new Pool({ connectionString: url, max, application_name: 'vivace' })
  // Ended by the pool and then dropped by a server that stops: nothing was lost.
  pool.on('error', (error) => {
    if (!pool.ending) onLost(error)
  })
  // The pool lets go of a connection before it is closed: dropped in between, nobody would hear of it.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** The database through a pool of its own. */
export function openDatabase(url: string, onLost: (error: Error) => void): Database {
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: openPool(url, 10, onLost) }),
  })
  return { db, close: () => db.destroy() }
}
