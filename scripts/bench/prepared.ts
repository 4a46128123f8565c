import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openDatabase, type Db } from '../../src/platform/db/connect.ts'
import { startEmbedded, type Embedded } from '../../src/platform/db/embedded.ts'
import { runCommand } from './program.ts'
import { requireShared } from './require-shared.ts'

/** The report that the benchmarks read, and who published it. */
export const slug = 'republique-numerique'
export const editor = 'editor@example.org'

export type Place = { url: string; db: Db; close: () => Promise<void> }

/** A PostgreSQL that writes as carefully as in earnest, started when it is first asked for. */
export type Prepared = {
  postmaster: () => Promise<number>
  /** A database without a table. */
  empty: () => Promise<Place>
  /** A copy of one that holds the consultation on the digital republic, published and imported. */
  consultation: () => Promise<Place>
  close: () => Promise<void>
}

export function prepare(): Prepared {
  let running: Promise<{ database: Embedded; folder: string }> | undefined
  let template: Promise<string> | undefined
  let copies = 0
  const server = () => (running ??= startServer())
  const create = async (from: string) => {
    const { database } = await server()
    const name = `bench_${(copies += 1)}`
    const maintenance = openDatabase(database.url, () => {})
    await sql
      .raw(`create database ${name} encoding 'UTF8' template ${from}`)
      .execute(maintenance.db)
    await maintenance.close()
    return database.urlOf(name)
  }
  return {
    postmaster: async () => (await server()).database.pid,
    empty: async () => openPlace(await create('template0')),
    consultation: async () => {
      template ??= create('template0').then(async (url) => {
        await fillConsultation(url, (await server()).database.pid)
        return new URL(url).pathname.slice(1)
      })
      return openPlace(await create(await template))
    },
    close: async () => {
      if (!running) return
      const { database, folder } = await running
      await database.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The commands that bring the consultation in, by what they are called in a table. */
export function commandsOfConsultation(): Record<'bill' | 'grant' | 'publish' | 'said', string[]> {
  const grant = [editor, 'editor-in-chief', '--report', slug, '--name', 'Editor']
  const bill = requireShared('republique-numerique/bill.json')
  return {
    bill: ['import', requireShared('republique-numerique/bill.html'), '--report', slug],
    grant: ['people', 'grant', ...grant],
    publish: ['publish', '--report', slug, '--as', editor],
    said: [
      'consultation',
      'import',
      '--report',
      slug,
      '--bill',
      bill,
      requireShared('republique-numerique/contributions.json'),
    ],
  }
}

async function fillConsultation(url: string, postmaster: number): Promise<void> {
  for (const flags of Object.values(commandsOfConsultation())) {
    await runCommand(url, flags, postmaster)
  }
  const { db, close } = openPlace(url)
  await sql`vacuum analyze`.execute(db)
  await close()
}

async function startServer() {
  const folder = await mkdtemp(join(tmpdir(), 'vivace-bench-'))
  const started = await startEmbedded({ folder })
  if (!started.ok) throw new Error(`no PostgreSQL: ${started.problem}: ${started.detail}`)
  return { database: started.database, folder }
}

function openPlace(url: string): Place {
  const database = openDatabase(url, () => {})
  return { url, db: database.db, close: () => database.close() }
}
