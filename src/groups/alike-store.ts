import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import { closeness, type Alike } from './alike.ts'

/**
 * Those of a text's terms that fewest others have say what it is about, and cost least: so many of them are compared. How many have
 * one is counted so far and no further; a campaign of thousands is found all the same. `overview`: of several at once, which are
 * looked at one by one afterwards.
 */
const closely = { terms: 24, counted: 400 } as const
const overview = { terms: 10, counted: 50 } as const

/**
 * What is most like a contribution among the published first words of its report, by the terms that they share: Okapi
 * BM25 (Robertson and Zaragoza 2009, «The Probabilistic Relevance Framework: BM25 and Beyond») with each term counted once, as a share of
 * what the contribution has in common with itself.
 */
export async function listAlike(db: Db, number: number, limit: number): Promise<Alike[]> {
  const { rows } = await alikeQuery([number], { limit, ...closely }).execute(db)
  return rows
}

/** The same for several, by their numbers; those that nothing is like are left out. */
export async function listAlikeToEach(
  db: Db,
  numbers: readonly number[],
  limit: number,
): Promise<Map<number, Alike[]>> {
  if (numbers.length === 0) return new Map()
  const { rows } = await alikeQuery(numbers, { limit, ...overview }).execute(db)
  return Map.groupBy(rows, ({ to }) => to)
}

type Asked = { limit: number; terms: number; counted: number }

function alikeQuery(numbers: readonly number[], { limit, terms, counted }: Asked) {
  // With Okapi's usual k1 = 1.2 and b = 0.75, and the asked text in the place of the average one.
  const length = sql`(0.25::float + 0.75::float * other.terms / compared.terms)`
  const gain = sql`sum(weight * 2.2::float / (1 + 1.2::float * ${length}))`
  return sql<Alike & { to: number }>`
    with asked as materialized (
      select number as asked, report_id from contribution where number = any(${[...numbers]}::integer[])
    ), size as materialized (
      select report_id, greatest(2, count(*))::float as everything from contribution
      where report_id in (select report_id from asked) and reply_to is null group by report_id
    ), ranked as (
      select asked, own.report_id, own.term, own.terms,
        ln(1 + (everything - held + 0.5) / (held + 0.5)) as weight,
        row_number() over (partition by asked order by held, own.term) as nth
      from asked
        join size on size.report_id = asked.report_id
        join contribution_term own on own.contribution_number = asked
        cross join lateral (
          select count(*) as held from (
            select from contribution_term other
            where other.report_id = own.report_id and other.term = own.term limit ${counted}
          ) as few
        ) as counted
    ), compared as materialized (
      select asked, report_id, term, weight, terms, sum(weight) over (partition by asked) as whole
      from ranked where nth <= ${terms}
    ), met as (
      select asked, other.contribution_number as number, ${gain} / min(whole) as likeness,
        array_agg(compared.term order by weight desc, compared.term) as shared
      from compared join contribution_term other
        on other.report_id = compared.report_id and other.term = compared.term
      where other.contribution_number <> asked
      group by asked, other.contribution_number
      having ${gain} >= ${closeness.some} * min(whole)
    )
    select asked as to, number, least(1, likeness) as likeness, shared from (
      select met.*, row_number() over (partition by asked order by likeness desc, met.number) as nth
      from met join contribution on contribution.number = met.number
      where state = 'published'
    ) as found
    where nth <= ${limit} order by asked, nth`
}

/** The stems of words as search finds them, by language and word. */
export async function listStems(
  db: Db,
  asked: readonly { lang: string; words: readonly string[] }[],
): Promise<Map<string, Map<string, string[]>>> {
  const pairs = asked.flatMap(({ lang, words }) => words.map((word) => ({ lang, word })))
  const langs = pairs.map(({ lang }) => lang)
  const words = pairs.map(({ word }) => word)
  const { rows } = await sql<{ lang: string; word: string; stems: string[] }>`
    select lang, word, tsvector_to_array(search_words(search_language(lang), word)) as stems
    from (select distinct * from unnest(${langs}::text[], ${words}::text[]) as said (lang, word)) as said
  `.execute(db)
  const byLang = Map.groupBy(rows, ({ lang }) => lang)
  return new Map(
    [...byLang].map(([lang, some]) => [
      lang,
      new Map(some.map(({ word, stems }) => [word, stems])),
    ]),
  )
}

/** Numbers of first words that wait for an answer and are in no group, the oldest first. */
export async function listUngrouped(
  db: Db,
  reportId: number,
  { limit, offset }: { limit: number; offset: number },
): Promise<number[]> {
  const rows = await ungrouped(db, reportId)
    .select('number')
    .orderBy('number')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(({ number }) => number)
}

export async function countUngrouped(db: Db, reportId: number): Promise<number> {
  const { count } = await ungrouped(db, reportId)
    .select((the) => the.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

function ungrouped(db: Db, reportId: number) {
  return db
    .selectFrom('contribution')
    .leftJoin('group_member', 'contribution_number', 'number')
    .where('contribution.report_id', '=', reportId)
    .where('group_id', 'is', null)
    .where('settled_at', 'is', null)
    .where('state', '=', 'published')
    .where('reply_to', 'is', null)
}
