import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import { inBatches } from '../platform/db/in-batches.ts'
import { headingKinds } from '../text/index.ts'
import type { AnchorPlace, Standing } from './anchor.ts'
import type { Stood } from './carry-anchors.ts'
import { anchors, fromRow, placeOf } from './store.ts'

/** Any number, the same in every process: with a report's id, that of its next edition. */
const editionLock = 727_004

/** Keeps the next edition of a report from being published while a contribution is placed; others place theirs too. */
export async function holdNextEdition(tx: Db, reportId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${editionLock}, ${reportId})`.execute(tx)
}

/** Waits for every contribution that is being placed; new ones wait until the transaction ends. */
export async function lockNextEdition(tx: Db, reportId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(${editionLock}, ${reportId})`.execute(tx)
}

/** The anchors that hold in an edition, of all contributions or of some, each with what was read. */
export async function listStood(
  db: Db,
  editionId: number,
  only?: { number: number } | 'published',
): Promise<Stood[]> {
  const rows = await anchors(db)
    .innerJoin('passage', 'passage.contribution_number', 'anchor.contribution_number')
    .innerJoin('contribution', 'contribution.number', 'anchor.contribution_number')
    .select(['passage.exact', 'passage.block_id as readIn', 'passage.edition_id as readOf'])
    .select((row) => row('contribution.kind', '=', 'amendment').$castTo<boolean>().as('amends'))
    .where('anchor.edition_id', '=', editionId)
    .where('anchor.current', '=', true)
    .$if(typeof only === 'object', (all) =>
      all.where('anchor.contribution_number', '=', typeof only === 'object' ? only.number : 0),
    )
    .$if(only === 'published', (all) => all.where('contribution.state', '=', 'published'))
    .orderBy('anchor.contribution_number')
    .execute()
  const orphans = rows.filter(({ state }) => state === 'orphan').map(({ number }) => number)
  const last = await listLastPlaces(db, orphans)
  const under = await listHeadingsRead(db, [...new Set(rows.map(({ readOf }) => readOf))])
  return rows.map(({ exact, readIn, readOf, amends, ...row }) => ({
    ...fromRow(row),
    exact,
    readIn,
    amends,
    readUnder: under.get(`${readOf} ${readIn}`) ?? null,
    last: last.get(row.number) ?? null,
  }))
}

/** Under which heading each block stood in these editions that somebody spoke of, by the edition's id and its own. */
async function listHeadingsRead(db: Db, editionIds: readonly number[]) {
  const kinds = sql.join([...headingKinds])
  const { rows } = await sql<{ edition: number; block: string; heading: string | null }>`
    with counted as (
      select edition_id, block_id, position, count(*) filter (where kind in (${kinds}))
        over (partition by edition_id order by position) as part
      from edition_block where edition_id = any(${[...editionIds]}::integer[])
    ), placed as (
      select edition_id, block_id, case when part > 0 then first_value(block_id)
        over (partition by edition_id, part order by position) end as heading
      from counted
    )
    select edition_id as edition, block_id as block, heading from placed
    where exists (select from passage
      where passage.block_id = placed.block_id and passage.edition_id = placed.edition_id)`.execute(
    db,
  )
  return new Map(rows.map(({ edition, block, heading }) => [`${edition} ${block}`, heading]))
}

/** Where passages last stood, in the newest edition that still had them, with what the block said. */
async function listLastPlaces(db: Db, numbers: readonly number[]) {
  const places = new Map<number, AnchorPlace & { text: string }>()
  if (numbers.length === 0) return places
  const rows = await db
    .selectFrom('anchor')
    .innerJoin('edition', 'edition.id', 'anchor.edition_id')
    .innerJoin('edition_block', (join) =>
      join
        .onRef('edition_block.edition_id', '=', 'anchor.edition_id')
        .onRef('edition_block.block_id', '=', 'anchor.block_id'),
    )
    .distinctOn('anchor.contribution_number')
    .select(['anchor.contribution_number as number', 'anchor.block_id as blockId'])
    .select(['anchor.start_offset as start', 'anchor.end_offset as end', 'edition_block.text'])
    .where('anchor.contribution_number', '=', sql<number>`any(${[...numbers]}::integer[])`)
    .where('anchor.current', '=', true)
    .orderBy('anchor.contribution_number')
    .orderBy('edition.number', 'desc')
    .execute()
  for (const { number, text, ...row } of rows) {
    const place = placeOf(row)
    if (place) places.set(number, { ...place, text })
  }
  return places
}

/** Writes down where passages were found in an edition. */
export async function saveCarried(
  tx: Db,
  editionId: number,
  standings: readonly Standing[],
): Promise<void> {
  const rows = standings.map((standing) => valuesOf(editionId, standing))
  for (const batch of inBatches(rows)) await tx.insertInto('anchor').values(batch).execute()
}

export async function saveCarriedEdition(tx: Db, editionId: number, now: Date): Promise<void> {
  await tx
    .insertInto('carried_edition')
    .values({ edition_id: editionId, carried_at: now })
    .execute()
}

/** Editions after the first into which no anchors were carried yet, in order. */
export async function listNotCarried(
  db: Db,
): Promise<{ id: number; reportId: number; number: number }[]> {
  return db
    .selectFrom('edition')
    .leftJoin('carried_edition', 'carried_edition.edition_id', 'edition.id')
    .select(['edition.id', 'edition.report_id as reportId', 'edition.number'])
    .where('edition.number', '>', 1)
    .where('carried_edition.edition_id', 'is', null)
    .orderBy('edition.report_id')
    .orderBy('edition.number')
    .execute()
}

/** An anchor as a row, as it is carried. */
export function valuesOf(editionId: number, standing: Standing) {
  const { number, state, place, homeId, rule, score, doubtful } = standing
  return {
    contribution_number: number,
    edition_id: editionId,
    state,
    block_id: place?.blockId ?? null,
    start_offset: place?.start ?? null,
    end_offset: place?.end ?? null,
    home_id: homeId,
    rule,
    score,
    doubtful,
  }
}
