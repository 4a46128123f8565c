import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openDatabase, type Db } from '../src/platform/db/connect.ts'
import { startEmbedded } from '../src/platform/db/embedded.ts'
import { migrate } from '../src/platform/db/migrate.ts'

export type TestServer = { adminUrl: string; templateUrl: string; stop: () => Promise<void> }

const templateName = 'vivace_template'

/**
 * A disposable PostgreSQL with one migrated database to copy. `VIVACE_TEST_SERVER` names another
 * server's maintenance database instead, so that the same tests run on another version.
 */
export async function startTestServer(): Promise<TestServer> {
  const given = process.env['VIVACE_TEST_SERVER']
  if (given) return withTemplate(given, async () => {})
  const folder = await mkdtemp(join(tmpdir(), 'vivace-test-'))
  const started = await startEmbedded({ folder, durable: false })
  if (!started.ok)
    throw new Error(`no PostgreSQL for the tests: ${started.problem}: ${started.detail}`)
  return withTemplate(started.database.url, async () => {
    await started.database.stop()
    await rm(folder, { recursive: true, force: true })
  })
}

/** A database of its own for one test file: a copy of the template, or empty; dropped at the end. */
export async function createTestDatabase({ empty = false } = {}): Promise<{
  db: Db
  url: string
  drop: () => Promise<void>
}> {
  const adminUrl = process.env['VIVACE_TEST_ADMIN_URL']
  if (!adminUrl) throw new Error('start the tests with npm test: they need its database')
  const name = `vivace_${randomBytes(6).toString('hex')}`
  const template = empty ? `encoding 'UTF8' template template0` : `template ${templateName}`
  await administer(adminUrl, `create database ${name} ${template}`)
  const url = named(adminUrl, name)
  const database = openDatabase(url, () => {})
  return {
    db: database.db,
    url,
    drop: async () => {
      await database.close()
      await administer(adminUrl, `drop database if exists ${name} with (force)`)
    },
  }
}

async function withTemplate(adminUrl: string, stop: () => Promise<void>): Promise<TestServer> {
  await administer(adminUrl, `drop database if exists ${templateName} with (force)`)
  await administer(adminUrl, `create database ${templateName} encoding 'UTF8' template template0`)
  const templateUrl = named(adminUrl, templateName)
  const template = openDatabase(templateUrl, () => {})
  const migrated = await migrate(template.db, templateUrl)
  await template.close()
  if (!migrated.ok) throw new Error(`migration ${migrated.name}: ${migrated.problem}`)
  return { adminUrl, templateUrl, stop }
}

async function administer(adminUrl: string, statement: string): Promise<void> {
  const admin = openDatabase(adminUrl, () => {})
  try {
    await sql.raw(statement).execute(admin.db)
  } finally {
    await admin.close()
  }
}

function named(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href
}
