import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { tasks } from '../src/jobs.ts'
import { purposes, retentions } from '../src/privacy/entry.ts'
import { impersonal, register } from '../src/privacy/register.ts'
import { offeredLocales } from '../src/platform/messages.ts'
import { words } from '../src/privacy/words.ts'
import { createTestDatabase } from './database.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let columns: { table: string; column: string }[]
before(async () => {
  database = await createTestDatabase()
  const { rows } = await sql<{ table: string; column: string }>`
    select case when table_schema = 'public' then '' else table_schema || '.' end || table_name as table,
      column_name as column
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'
    order by 1, 2`.execute(database.db)
  columns = rows
})
after(() => database.drop())

const entries = Object.entries(register)

test('every column of every table is in the register, once, and nothing else', () => {
  const known = [
    ...entries.flatMap(([table, { owners, exported, unexported = [], nothing }]) =>
      [...owners.map(({ column }) => column), ...exported, ...unexported, ...nothing].map(
        (column) => `${table}.${column}`,
      ),
    ),
    ...Object.entries(impersonal).flatMap(([table, all]) =>
      all.map((column) => `${table}.${column}`),
    ),
  ]
  const there = columns.map(({ table, column }) => `${table}.${column}`)
  assert.deepEqual(
    {
      missing: there.filter((column) => !known.includes(column)),
      unknown: known.filter((column) => !there.includes(column)),
      twice: known.filter((column, at) => known.indexOf(column) !== at),
    },
    { missing: [], unknown: [], twice: [] },
  )
})

test('every reference to a person is one by which rows are theirs', async () => {
  const { rows } = await sql<{ table: string; column: string }>`
    select conrelid::regclass::text as table, attname as column
    from pg_constraint join pg_attribute on attrelid = conrelid and attnum = any(conkey)
    where contype = 'f' and confrelid = 'person'::regclass`.execute(database.db)
  assert.ok(rows.length > 20)
  for (const { table, column } of rows) {
    const owned = register[table]?.owners.some((owner) => owner.column === column && 'is' in owner)
    assert.ok(owned, `${table}.${column}`)
  }
})

test('what an erasure empties is a column of the table, and what is kept for good says why', () => {
  for (const [table, { erasure, owners, exported, unexported = [] }] of entries) {
    if (erasure === 'deleted') continue
    const own = new Set([...owners.map(({ column }) => column), ...exported, ...unexported])
    for (const column of [...(erasure.emptied ?? []), ...(erasure.chosen ?? [])]) {
      assert.ok(own.has(column), `${table}.${column}`)
    }
  }
})

test('each time to keep has the job that ends it, and its words in every language', () => {
  const jobs = new Set(Object.keys(tasks))
  for (const [retention, { job }] of Object.entries(retentions)) {
    assert.ok(job === null || jobs.has(job), retention)
  }
  for (const locale of offeredLocales) {
    const say = words(locale)
    for (const purpose of purposes) assert.notEqual(say('purpose-what', { purpose }), '')
    for (const [table] of entries) assert.notEqual(say('table', { table }), table)
  }
})
