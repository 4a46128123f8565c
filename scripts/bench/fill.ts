import { sql } from 'kysely'
import type { Db } from '../../src/platform/db/connect.ts'
import { slug } from './prepared.ts'

export type Size = { contributions: number; supports: number; people: number }

/**
 * Tops the imported consultation up to a size, past the acts: rows as the acts would leave them, without
 * journal entries and receipts, which no reading page asks for. A third are replies; passages, threads
 * and supported contributions are chosen unevenly, so that a few hold much of what there is.
 */
export async function fillTo(db: Db, size: Size): Promise<void> {
  await db.transaction().execute(async (tx) => {
    // Millions of rows that refer to each other rightly are not asked one by one whether they do.
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`select setseed(0.5)`.execute(tx)
    await addPeople(tx, size.people)
    await planContributions(tx, size.contributions)
    await shareSupports(tx, size.supports)
    await addContributions(tx)
    await addSupports(tx)
  })
  await sql`vacuum analyze`.execute(db)
}

async function addPeople(tx: Db, people: number): Promise<void> {
  await sql`
    insert into person (pseudonym, display_name, helix_side, locale, created_at)
    select gen_random_uuid(), 'Reader ' || i, (enum_range(null::helix_side))[1 + i % 5], 'fr', now()
    from generate_series(1, ${people}::integer - (select count(*) from person)::integer) as i
  `.execute(tx)
  await sql`
    create temporary table somebody on commit drop as
    select (row_number() over (order by id))::integer - 1 as k, id, display_name, helix_side from person
  `.execute(tx)
  await sql`create index on somebody (k)`.execute(tx)
}

/** What will be said, one row each: by whom, of what kind, where, in which words that somebody did say. */
async function planContributions(tx: Db, contributions: number): Promise<void> {
  await sql`
    create temporary table place on commit drop as
    select (row_number() over (order by random()))::integer - 1 as k, edition_block.*
    from edition_block join edition on edition.id = edition_id join report on report.id = report_id
    where slug = ${slug}
  `.execute(tx)
  await sql`
    create temporary table wording on commit drop as
    select (row_number() over (order by contribution_number))::integer - 1 as k, body
    from revision where body <> ''
  `.execute(tx)
  await sql`create index on wording (k)`.execute(tx)
  await sql`
    create temporary table planned on commit drop as
    select i, base + i as number,
      case
        when i % 3 = 0 then (array['remark', 'argument', 'question', 'source'])[1 + i % 4]
        else (array['remark', 'remark', 'remark', 'question', 'argument', 'argument', 'source',
          'amendment', 'amendment', 'new-proposition', 'local-success'])[1 + i % 11]
      end::contribution_kind as kind,
      -- A reply to something that was said before it and is no reply itself.
      case when i % 3 = 0 then base + 3 * floor(i / 3 * random() ^ 3)::integer + 1 end as reply_to,
      case when i % 3 <> 0 then floor((select count(*) from place) * random() ^ 3)::integer end as place,
      floor((select count(*) from somebody) * random())::integer as somebody,
      i % (select count(*) from wording)::integer as wording,
      now() - interval '400 days' + interval '1 second' * i * 10 as at
    from (select max(number) as base, count(*)::integer as present from contribution) as before,
      generate_series(1, ${contributions} - present) as i
  `.execute(tx)
}

async function addContributions(tx: Db): Promise<void> {
  await sql`
    insert into contribution (number, report_id, kind, stance, state, author_id, author_name,
      helix_side, lang, published_at, received_at, idempotency_key, origin, edition_id, reply_to, thread,
      supports)
    overriding system value
    select planned.number, report.id, kind, case when kind = 'argument' then 'for' end::stance, 'published',
      somebody.id, display_name, coalesce(helix_side, 'citizen'), 'fr', planned.at, planned.at, 'filled-' || i, 'online',
      edition.id, reply_to, reply_to, given.supports
    from planned join somebody on somebody.k = planned.somebody
      join given on given.number = planned.number,
      report join edition on edition.report_id = report.id
    where slug = ${slug}
    order by planned.number
  `.execute(tx)
  await sql`
    select setval(pg_get_serial_sequence('contribution', 'number'), (select max(number) from contribution))
  `.execute(tx)
  await sql`
    insert into revision (contribution_number, revision, at, title, body, link, place, wording, salt,
      commitment)
    select number, 1, at,
      case when kind in ('source', 'new-proposition', 'local-success') then 'Title of ' || i end, body,
      case when kind = 'source' then 'https://source.example/' || i end,
      case when kind = 'local-success' then 'Lyon' end,
      case when kind = 'amendment' then left(body, 400) end,
      sha256(number::text::bytea), sha256(number::text::bytea)
    from planned join wording on wording.k = planned.wording
    order by number
  `.execute(tx)
  await sql`
    insert into passage (contribution_number, edition_id, block_id, start_offset, end_offset, exact,
      prefix, suffix)
    select planned.number, edition_id, block_id, 0, char_length(text), text, '', ''
    from planned join place on place.k = planned.place
    order by planned.number
  `.execute(tx)
  await sql`
    insert into amendment (contribution_number, base_sha256, sentences)
    select planned.number, sha256, array[(sentences -> 0 ->> 'n')::integer]
    from planned join place on place.k = planned.place where planned.kind = 'amendment'
    order by 1
  `.execute(tx)
}

/** Each contribution in a drawn order gets fewer supports than the one before it. */
async function shareSupports(tx: Db, supports: number): Promise<void> {
  await sql`
    create temporary table given on commit drop as
    select number, at, (upto - lag(upto, 1, 0) over (order by k))::integer as supports
    from (
      select number, at, k,
        round(${supports} * sum(1.0 / (k + 100)::float8) over (order by k)
          / sum(1.0 / (k + 100)::float8) over ())::bigint as upto
      from (
        select number, at, row_number() over (order by random()) as k
        from (
          select number, published_at as at from contribution where state = 'published'
          union all select number, at from planned
        ) as published
      ) as drawn
    ) as shares
  `.execute(tx)
  await sql`
    update contribution set supports = contribution.supports + given.supports
    from given where given.number = contribution.number
  `.execute(tx)
}

/** Nobody supports a contribution twice. */
async function addSupports(tx: Db): Promise<void> {
  await sql`
    insert into support (contribution_number, person_id, given_at)
    select number, somebody.id, at + interval '1 day'
    from given, generate_series(1, supports) as j
      join somebody on true
    where somebody.k = (given.number * 7919::bigint + j) % (select count(*) from somebody)
    order by number
  `.execute(tx)
}
