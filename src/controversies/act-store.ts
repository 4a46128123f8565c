import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { ControversyAct } from './controversy.ts'

type NewAct = Omit<ControversyAct, 'by'> & { controversyId: number; doneBy: number }

export async function saveControversyAct(tx: Db, act: NewAct): Promise<void> {
  const { on, how, editionNumber, answeredNumber, link } = act.settlement ?? unsettled
  await tx
    .insertInto('controversy_act')
    .values({
      controversy_id: act.controversyId,
      revision: act.revision,
      deed: act.deed,
      content: act.content,
      settled_on: on,
      how,
      edition_number: editionNumber,
      answered_number: answeredNumber,
      link,
      role: act.role,
      done_by: act.doneBy,
      done_at: act.at,
    })
    .execute()
}

const unsettled = { on: null, how: null, editionNumber: null, answeredNumber: null, link: null }

/** All that was done to a controversy, in order. */
export async function listControversyActs(db: Db, id: number): Promise<ControversyAct[]> {
  const rows = await acts(db).where('controversy_id', '=', id).execute()
  return rows.map(toAct)
}

/** What the journal says of every act on a controversy, as the rows say it. */
export async function listControversyAccounts(db: Db) {
  const rows = await acts(db)
    .innerJoin('controversy', 'controversy.id', 'controversy_id')
    .innerJoin('report', 'report.id', 'controversy.report_id')
    .select(['controversy_id as controversyId', 'report.slug', 'person.pseudonym'])
    .execute()
  return rows.map(({ slug, pseudonym, controversyId, ...row }) => ({
    ...toAct(row),
    slug,
    pseudonym,
    controversyId,
  }))
}

function acts(db: Db) {
  return db
    .selectFrom('controversy_act as act')
    .innerJoin('person', 'person.id', 'act.done_by')
    .select(['act.revision', 'act.deed', 'act.content', 'act.role', 'act.done_at as at'])
    .select(['act.how', 'act.edition_number as editionNumber', 'act.link'])
    .select(['act.answered_number as answeredNumber', 'person.display_name as by'])
    .select(sql<string | null>`act.settled_on::text`.as('on'))
    .orderBy('act.controversy_id')
    .orderBy('act.revision')
}

type ActRow = Omit<ControversyAct, 'settlement'> & {
  on: string | null
  how: string | null
  editionNumber: number | null
  answeredNumber: number | null
  link: string | null
}

function toAct({ on, how, editionNumber, answeredNumber, link, ...act }: ActRow): ControversyAct {
  const settled = on !== null && how !== null
  return {
    ...act,
    settlement: settled ? { on, how, editionNumber, answeredNumber, link } : null,
  }
}
