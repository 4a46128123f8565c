import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import { headingKinds, type Block } from '../text/index.ts'
import { wantedWords, type Term } from './query.ts'

/** What a query asks of texts of one language: PostgreSQL's own query, and the stems to be found. */
export type Wanted = { language: string; query: string; stems: string[] }

/** By language, as PostgreSQL names it; `ofText`: by that of the report's text. */
export type Understood = { all: Wanted[]; ofText: Wanted | undefined }

const languages = ['french', 'english', 'spanish', 'portuguese', 'arabic', 'simple']

/** A query as each language reads it, without those in which it has only words that are too common. */
export async function understand(
  db: Db,
  terms: readonly Term[],
  lang: string,
): Promise<Understood> {
  const asked = terms.filter(({ without }) => !without).map(phrase)
  const refused = terms.filter(({ without }) => without).map((term) => sql`!!${phrase(term)}`)
  const { rows } = await sql<Wanted & { ofText: boolean }>`
    select language, (${allOf([...asked, ...refused])})::text as query,
      tsvector_to_array(search_words(language, ${wantedWords(terms)})) as stems,
      language = search_language(${lang}) as "ofText"
    from unnest(${languages}::text[]) as language
    where numnode(${allOf(asked)}) > 0
  `.execute(db)
  return { all: rows, ofText: rows.find(({ ofText }) => ofText) }
}

function phrase({ words }: Term): RawBuilder<unknown> {
  return sql`phraseto_tsquery(
    ('pg_catalog.' || language)::regconfig, search_spelling(language, ${words}))`
}

function allOf(queries: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql.join(queries, sql` && `)
}

export type FoundBlock = Pick<Block, 'id' | 'text' | 'sentences'>

export type Page = { limit: number; offset: number }

export async function countBlocks(db: Db, editionId: number, { query }: Wanted): Promise<number> {
  const { count } = await blocksWith(db, editionId, query)
    .select((the) => the.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Headings first, then by rank, then as they stand in the text. */
export function listBlocks(
  db: Db,
  editionId: number,
  { query }: Wanted,
  { limit, offset }: Page,
): Promise<FoundBlock[]> {
  return blocksWith(db, editionId, query)
    .innerJoin('edition_block', (join) =>
      join
        .onRef('edition_block.edition_id', '=', 'searched_block.edition_id')
        .onRef('edition_block.block_id', '=', 'searched_block.block_id'),
    )
    .select(['edition_block.block_id as id', 'text'])
    .select(sql<Block['sentences']>`sentences`.as('sentences'))
    .orderBy((the) => the('kind', 'in', [...headingKinds]), 'desc')
    .orderBy(sql`ts_rank(words, ${query}::tsquery)`, 'desc')
    .orderBy('position')
    .limit(limit)
    .offset(offset)
    .execute()
}

function blocksWith(db: Db, editionId: number, query: string) {
  return db
    .selectFrom('searched_block')
    .where('searched_block.edition_id', '=', editionId)
    .where(sql<boolean>`words @@ ${query}::tsquery`)
}

export async function countContributions(
  db: Db,
  reportId: number,
  wanted: readonly Wanted[],
): Promise<number> {
  const { count } = await contributionsWith(db, reportId, wanted)
    .select((the) => the.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export type FoundNumber = { number: number; language: string }

/** By rank, in which a title weighs most; then the newest first. */
export function listNumbers(
  db: Db,
  reportId: number,
  wanted: readonly Wanted[],
  { limit, offset }: Page,
): Promise<FoundNumber[]> {
  const ranks = wanted.map(
    ({ language, query }) =>
      sql`when language = ${language} then ts_rank(words, ${query}::tsquery)`,
  )
  return contributionsWith(db, reportId, wanted)
    .select(['contribution.number', 'searched_contribution.language'])
    .orderBy(sql`case ${sql.join(ranks, sql` `)} end`, 'desc')
    .orderBy('contribution.number', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}

/** Those that everybody may read, as they now say it. */
function contributionsWith(db: Db, reportId: number, wanted: readonly Wanted[]) {
  const matches = wanted.map(
    ({ language, query }) => sql<boolean>`(language = ${language} and words @@ ${query}::tsquery)`,
  )
  return db
    .selectFrom('searched_contribution')
    .innerJoin('contribution', 'contribution.number', 'searched_contribution.contribution_number')
    .where('contribution.report_id', '=', reportId)
    .where('contribution.state', '=', 'published')
    .where(sql<boolean>`(${sql.join(matches, sql` or `)})`)
}

/** Those of the words that have one of the stems. */
export async function listFoundWords(
  db: Db,
  { language, stems }: Wanted,
  words: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ word: string }>`
    select word from unnest(${[...words]}::text[]) as word
    where tsvector_to_array(search_words(${language}, word)) && ${stems}::text[]
  `.execute(db)
  return new Set(rows.map(({ word }) => word))
}
