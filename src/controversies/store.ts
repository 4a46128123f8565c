import { sql } from 'kysely'
import type { HelixSide } from '../people/index.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Content, Controversy, ControversyState, Named, Position } from './controversy.ts'

type NewControversy = Content & { reportId: number; key: string }

/** Its id; undefined where the same form has made it before. */
export async function saveControversy(
  tx: Db,
  { reportId, key, ...content }: NewControversy,
): Promise<number | undefined> {
  const row = await tx
    .insertInto('controversy')
    .values({
      report_id: reportId,
      key,
      question: content.question,
      lead: content.lead,
      state: 'draft',
      revision: 1,
    })
    .onConflict((conflict) => conflict.columns(['report_id', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row) await savePositions(tx, { id: row.id, reportId }, content.positions)
  return row?.id
}

type Changed = { id: number; reportId: number; state: ControversyState; revision: number }

/** How it stands by now, and what it says where that changed. */
export async function updateControversy(
  tx: Db,
  { id, reportId, state, revision }: Changed,
  content: Content | null,
): Promise<void> {
  const said = content && { question: content.question, lead: content.lead }
  await tx
    .updateTable('controversy')
    .set({ state, revision, ...said })
    .where('id', '=', id)
    .execute()
  if (!content) return
  await tx.deleteFrom('controversy_argument').where('controversy_id', '=', id).execute()
  await tx.deleteFrom('controversy_position').where('controversy_id', '=', id).execute()
  await savePositions(tx, { id, reportId }, content.positions)
}

async function savePositions(
  tx: Db,
  { id, reportId }: { id: number; reportId: number },
  positions: readonly Position[],
): Promise<void> {
  if (positions.length === 0) return
  const rows = positions.map(({ position, statement }) => ({
    controversy_id: id,
    position,
    statement,
  }))
  await tx.insertInto('controversy_position').values(rows).execute()
  const argued = positions.flatMap(({ position, numbers }) =>
    numbers.map((number) => ({
      controversy_id: id,
      report_id: reportId,
      position,
      contribution_number: number,
    })),
  )
  if (argued.length > 0) await tx.insertInto('controversy_argument').values(argued).execute()
}

export async function findControversyByKey(db: Db, reportId: number, key: string) {
  return controversies(db)
    .where('report_id', '=', reportId)
    .where('key', '=', key)
    .executeTakeFirst()
}

export function findControversy(
  db: Db,
  reportId: number,
  id: number,
): Promise<Controversy | undefined> {
  return controversies(db).where('report_id', '=', reportId).where('id', '=', id).executeTakeFirst()
}

/** As `findControversy`; nobody else does anything to it until the transaction ends. */
export async function lockControversy(tx: Db, reportId: number, id: number) {
  await tx.selectFrom('controversy').select('id').where('id', '=', id).forUpdate().execute()
  return findControversy(tx, reportId, id)
}

type Page = { limit: number; offset: number }

/** Of a report, the newest first; drafts are for editors. */
export function listControversies(
  db: Db,
  { reportId, drafts }: { reportId: number; drafts: boolean },
  { limit, offset }: Page,
): Promise<Controversy[]> {
  return controversies(db)
    .where('report_id', '=', reportId)
    .$if(!drafts, (all) => all.where('state', '<>', 'draft'))
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}

export async function countControversies(
  db: Db,
  { reportId, drafts }: { reportId: number; drafts: boolean },
): Promise<number> {
  const { count } = await db
    .selectFrom('controversy')
    .select((the) => the.fn.countAll<string>().as('count'))
    .where('report_id', '=', reportId)
    .$if(!drafts, (all) => all.where('state', '<>', 'draft'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Those before readers in which a contribution argues. */
export function listArguedBy(db: Db, number: number): Promise<Controversy[]> {
  return controversies(db)
    .where('state', '<>', 'draft')
    .where('id', 'in', (the) =>
      the
        .selectFrom('controversy_argument')
        .select('controversy_id')
        .where('contribution_number', '=', number),
    )
    .orderBy('id')
    .execute()
}

/** Those before readers in which contributions on that passage argue, or replies to such. */
export function listArguedOn(
  db: Db,
  { editionId, blockId }: { editionId: number; blockId: string },
): Promise<Controversy[]> {
  const argued = sql<number>`select controversy_id from controversy_argument
    join contribution on number = controversy_argument.contribution_number
    join anchor on anchor.contribution_number = coalesce(thread, number)
    where anchor.edition_id = ${editionId} and anchor.current and anchor.block_id = ${blockId}`
  return controversies(db)
    .where('state', '<>', 'draft')
    .where(sql<boolean>`id in (${argued})`)
    .orderBy('id')
    .execute()
}

/** Contributions as they stand, for arguing a position. */
export function listNamed(db: Db, numbers: readonly number[]): Promise<Named[]> {
  if (numbers.length === 0) return Promise.resolve([])
  return db
    .selectFrom('contribution')
    .select(['number', 'report_id as reportId', 'state'])
    .where('number', 'in', numbers)
    .execute()
}

/** How many hold a position, by side as they are shown; `side` null: not said. */
export type Holders = {
  position: number
  side: HelixSide | null
  people: number
}

/** Who holds each position: those whose contributions to it everybody can read, each counted once on each side that they spoke from. */
export async function listHolders(db: Db, id: number): Promise<Holders[]> {
  const { rows } = await sql<Holders>`
    select position, helix_side as side, count(distinct author_id)::integer as people
    from controversy_argument
      join contribution on number = contribution_number
    where controversy_id = ${id} and state = 'published'
    group by position, helix_side
    order by position, helix_side`.execute(db)
  return rows
}

/** Of these contributions, those that have their answer. */
export async function listAnswered(db: Db, numbers: readonly number[]): Promise<number[]> {
  if (numbers.length === 0) return []
  const rows = await db
    .selectFrom('contribution')
    .select('number')
    .where('number', 'in', numbers)
    .where('settled_at', 'is not', null)
    .orderBy('number')
    .execute()
  return rows.map(({ number }) => number)
}

/** Every controversy as its rows stand. */
export function listAllControversies(db: Db): Promise<Controversy[]> {
  return controversies(db).orderBy('id').execute()
}

function controversies(db: Db) {
  return db
    .selectFrom('controversy')
    .select(['id', 'report_id as reportId', 'question', 'lead', 'state', 'revision'])
    .select(
      sql<Position[]>`coalesce((
        select json_agg(json_build_object('position', position, 'statement', statement,
          'numbers', coalesce((select json_agg(contribution_number order by contribution_number)
            from controversy_argument as argued
            where argued.controversy_id = controversy.id and argued.position = held.position), '[]'))
          order by position)
        from controversy_position as held where held.controversy_id = controversy.id), '[]')`.as(
        'positions',
      ),
    )
}
