import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import type { Db } from '../src/platform/db/connect.ts'
import { runVivace } from './run-vivace.ts'
import type { World } from './world.ts'

const fixture = (name: string) =>
  fileURLToPath(new URL(`fixtures/petite-loi-consultation/${name}`, import.meta.url))
export const smallConsultation = {
  bill: fixture('bill.json'),
  contributions: fixture('contributions.json'),
}

export const folder = await mkdtemp(join(tmpdir(), 'vivace-consultation-'))
after(() => rm(folder, { recursive: true, force: true }))

export async function fileNamed(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

/** The small contributions with some words replaced by others. */
export async function alterWords(name: string, words: string, others: string): Promise<string> {
  const text = await readFile(smallConsultation.contributions, 'utf8')
  assert.ok(text.includes(words))
  return fileNamed(name, text.replaceAll(words, others))
}

/** Runs the command on the small bill's report. */
export function importInto(
  world: Pick<World, 'url'>,
  flags: { [name: string]: string } = {},
  file: string = smallConsultation.contributions,
) {
  const given = { '--report': 'petite-loi', '--bill': smallConsultation.bill, ...flags }
  return runVivace(world.url, ['consultation', 'import', ...Object.entries(given).flat(), file])
}

/** The small consultation as the act takes it. */
export async function requestFor(
  world: Pick<World, 'report'>,
  files: Partial<typeof smallConsultation> = {},
) {
  const { bill, contributions } = { ...smallConsultation, ...files }
  return {
    report: world.report,
    about: { name: 'Une', url: null, licence: null },
    files: {
      bill: { name: 'bill.json', bytes: await readFile(bill) },
      contributions: { name: 'contributions.json', bytes: await readFile(contributions) },
    },
    tell: () => {},
  }
}

const tables = [
  'consultation',
  'contribution',
  'revision',
  'imported_total',
  'moderation_decision',
] as const

/** How many rows each table of an import has. */
export async function countImportedRows(
  db: Db,
): Promise<{ [T in (typeof tables)[number]]: number }> {
  const of = async (table: (typeof tables)[number]) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from ${sql.table(table)}`.execute(db)
    return rows[0]?.count ?? -1
  }
  const [consultation, contribution, revision, total, decision] = [
    await of('consultation'),
    await of('contribution'),
    await of('revision'),
    await of('imported_total'),
    await of('moderation_decision'),
  ]
  return {
    consultation,
    contribution,
    revision,
    imported_total: total,
    moderation_decision: decision,
  }
}

export const noRows = {
  consultation: 0,
  contribution: 0,
  revision: 0,
  imported_total: 0,
  moderation_decision: 0,
}

/** What the command's table says, by the first words of its lines. */
export function readTable(stdout: string): Map<string, number[]> {
  const lines = stdout.split('\n').flatMap((line) => {
    const [, label = '', read, stored, added] = /^(\S.*?)\s+(\d+)\s+(\d+)\s+(\d+)$/.exec(line) ?? []
    return label === '' ? [] : [[label, [read, stored, added].map(Number)] as const]
  })
  return new Map(lines)
}
