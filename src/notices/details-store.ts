import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'

export type ReportNamed = { id: number; slug: string; title: string; lang: string }
export type AnswerNamed = {
  id: number
  decision: 'accepted' | 'accepted-in-part' | 'declined' | 'noted'
  reason: string
  answeredAt: Date
}
export type EditionNamed = { id: number; number: number; publishedAt: Date }

export async function listReportsNamed(
  db: Db,
  ids: readonly number[],
): Promise<Map<number, ReportNamed>> {
  const rows = await db
    .selectFrom('report')
    .select(['id', 'slug', 'title', 'lang'])
    .where('id', '=', sql<number>`any(${[...ids]}::integer[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export async function listAnswersNamed(
  db: Db,
  ids: readonly number[],
): Promise<Map<number, AnswerNamed>> {
  const rows = await db
    .selectFrom('answer')
    .select(['id', 'decision', 'reason', 'answered_at as answeredAt'])
    .where('id', '=', sql<number>`any(${[...ids]}::integer[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export async function listEditionsNamed(
  db: Db,
  ids: readonly number[],
): Promise<Map<number, EditionNamed>> {
  const rows = await db
    .selectFrom('edition')
    .select(['id', 'number', 'published_at as publishedAt'])
    .where('id', '=', sql<number>`any(${[...ids]}::integer[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The beginning of each passage, as the newest edition that has it reads. */
export async function listBeginnings(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; text: string }>`
    select asked.id, newest.text from unnest(${[...ids]}::text[]) as asked (id)
    cross join lateral (
      select left(edition_block.text, 200) as text from edition_block
      join edition on edition.id = edition_id
      where edition_block.block_id = asked.id order by edition.number desc limit 1
    ) newest`.execute(db)
  return new Map(rows.map(({ id, text }) => [id, text]))
}
