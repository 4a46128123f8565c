import { sql } from 'kysely'
import type { Db } from '../src/platform/db/connect.ts'

/** Where these words stand in a database, in whatever table and column, as «table.column: words». */
export async function findTraces(db: Db, words: readonly string[]): Promise<string[]> {
  const found = new Set<string>()
  const looked = words.map((one) => ({ one, spellings: spellingsOf(one) }))
  for (const table of await listTables(db)) {
    const { rows } = await sql<{ row: { [column: string]: unknown } }>`
      select to_jsonb(the) as row from ${sql.table(table)} the`.execute(db)
    for (const { row } of rows) {
      for (const [column, value] of Object.entries(row)) {
        const text = textOf(value)
        for (const { one, spellings } of looked) {
          if (spellings.some((spelling) => text.includes(spelling))) {
            found.add(`${table}.${column}: ${one}`)
          }
        }
      }
    }
  }
  return [...found].toSorted()
}

async function listTables(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select case when table_schema = 'public' then '' else table_schema || '.' end || table_name as name
    from information_schema.tables
    where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'
    order by 1`.execute(db)
  return rows.map(({ name }) => name)
}

/** As it is, in small letters, and what its bytes say, if it is made of bytes. */
function textOf(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const bytes = [...text.matchAll(/\\+x((?:[0-9a-f]{2})+)/g)].map(([, hex = '']) =>
    Buffer.from(hex, 'hex'),
  )
  const read = bytes.flatMap((one) => [one.toString('latin1'), one.toString('utf8')])
  return [text, text.toLowerCase(), ...read, ...read.map((one) => one.toLowerCase())].join('\n')
}

/** The ways in which something may have been written down. */
export function spellingsOf(words: string): string[] {
  const cased = [words, words.toLowerCase(), words.toUpperCase()]
  const all = cased.flatMap((one) => [
    one,
    JSON.stringify(one).slice(1, -1),
    escapeOf(one),
    encodeURIComponent(one),
    encodeURIComponent(one).toLowerCase(),
    new URLSearchParams({ '': one }).toString().slice(1),
    quotedOf(one),
    one.normalize('NFD'),
    Buffer.from(one, 'utf8').toString('hex'),
    Buffer.from(one, 'utf16le').toString('hex'),
    Buffer.from(one, 'utf16le').swap16().toString('hex'),
    Buffer.from(one, 'utf16le').toString('latin1'),
    Buffer.from(one, 'utf16le').swap16().toString('latin1'),
    ...base64Of(one),
  ])
  return [...new Set(all)]
}

/** In base 64 words look otherwise after none, one or two bytes: of each, what does not depend on its neighbours. */
function base64Of(words: string): string[] {
  return ['base64', 'base64url'].flatMap((encoding) =>
    [0, 1, 2].map((before) => {
      const bytes = Buffer.concat([Buffer.alloc(before, 'x'), Buffer.from(words)])
      const whole = bytes.subarray(0, bytes.length - (bytes.length % 3))
      return whole
        .toString(encoding === 'base64' ? 'base64' : 'base64url')
        .slice(before === 0 ? 0 : 4)
    }),
  )
}

/** As mails write it (RFC 2045, section 6.7). */
function quotedOf(words: string): string {
  return [...Buffer.from(words)]
    .map((byte) =>
      byte > 32 && byte < 127 && byte !== 61
        ? String.fromCharCode(byte)
        : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .join('')
}

function escapeOf(words: string): string {
  return words.replaceAll(
    /[^ -~]/g,
    (letter) => String.raw`\u` + letter.charCodeAt(0).toString(16).padStart(4, '0'),
  )
}
