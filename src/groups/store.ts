import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { Candidate, Group, GroupAct, Step, Words } from './group.ts'

type NewGroup = Words & { reportId: number; key: string; madeAt: Date }

/** Its id; undefined where the same form has made it before. */
export async function saveGroup(tx: Db, group: NewGroup): Promise<number | undefined> {
  const row = await tx
    .insertInto('contribution_group')
    .values({
      report_id: group.reportId,
      key: group.key,
      title: group.title,
      shared: group.shared,
      revision: 1,
      made_at: group.madeAt,
    })
    .onConflict((conflict) => conflict.columns(['report_id', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function findGroupByKey(
  db: Db,
  reportId: number,
  key: string,
): Promise<Group | undefined> {
  const row = await groups(db)
    .where('report_id', '=', reportId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row
}

export function findGroup(db: Db, reportId: number, id: number): Promise<Group | undefined> {
  return groups(db).where('report_id', '=', reportId).where('id', '=', id).executeTakeFirst()
}

/** As `findGroup`; nobody else does anything to it until the transaction ends. */
export async function lockGroup(tx: Db, reportId: number, id: number): Promise<Group | undefined> {
  await tx.selectFrom('contribution_group').select('id').where('id', '=', id).forUpdate().execute()
  return findGroup(tx, reportId, id)
}

/** The group that a contribution is in. */
export function findGroupWith(db: Db, number: number): Promise<Group | undefined> {
  return groups(db)
    .where('id', '=', (the) =>
      the.selectFrom('group_member').select('group_id').where('contribution_number', '=', number),
    )
    .executeTakeFirst()
}

type Page = { limit: number; offset: number }

/** Those of a report that stand, the newest first. */
export function listGroups(db: Db, reportId: number, { limit, offset }: Page): Promise<Group[]> {
  return groups(db)
    .where('report_id', '=', reportId)
    .where('dissolved_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}

export async function countGroups(db: Db, reportId: number): Promise<number> {
  const { count } = await db
    .selectFrom('contribution_group')
    .select((the) => the.fn.countAll<string>().as('count'))
    .where('report_id', '=', reportId)
    .where('dissolved_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** In which group each of these contributions is, with its title; those in none are left out. */
export async function listGroupsOf(
  db: Db,
  numbers: readonly number[],
): Promise<Map<number, { id: number; title: string }>> {
  if (numbers.length === 0) return new Map()
  const rows = await db
    .selectFrom('group_member')
    .innerJoin('contribution_group', 'id', 'group_id')
    .select(['contribution_number as number', 'id', 'title'])
    .where('contribution_number', 'in', numbers)
    .execute()
  return new Map(rows.map(({ number, ...group }) => [number, group]))
}

/** Contributions as they stand, for coming into a group. */
export function listCandidates(db: Db, numbers: readonly number[]): Promise<Candidate[]> {
  if (numbers.length === 0) return Promise.resolve([])
  return db
    .selectFrom('contribution')
    .leftJoin('group_member', 'contribution_number', 'number')
    .select(['number', 'contribution.report_id as reportId', 'reply_to as replyTo', 'state'])
    .select('group_id as groupId')
    .where('number', 'in', numbers)
    .execute()
}

type Doing = { group: Pick<Group, 'id' | 'reportId'>; step: Step; revision: number; at: Date }

/** Does it to the rows of the group. */
export async function applyStep(tx: Db, { group, step, revision, at }: Doing): Promise<void> {
  const { deed, numbers, words } = step
  if (deed === 'removed' || deed === 'dissolved') {
    await tx
      .deleteFrom('group_member')
      .where('group_id', '=', group.id)
      .where('contribution_number', 'in', numbers)
      .execute()
  }
  const dissolved =
    deed === 'dissolved' ? { dissolved_at: at } : deed === 'restored' ? { dissolved_at: null } : {}
  await tx
    .updateTable('contribution_group')
    .set({ revision, ...words, ...dissolved })
    .where('id', '=', group.id)
    .execute()
  if (numbers.length > 0 && deed !== 'removed' && deed !== 'dissolved') {
    const row = { group_id: group.id, report_id: group.reportId }
    const members = numbers.map((number) => ({ ...row, contribution_number: number }))
    await tx.insertInto('group_member').values(members).execute()
  }
}

type NewAct = Omit<GroupAct, 'id' | 'by'> & { doneBy: number }

export async function saveGroupAct(tx: Db, act: NewAct): Promise<void> {
  await tx
    .insertInto('group_act')
    .values({
      group_id: act.groupId,
      revision: act.revision,
      deed: act.deed,
      contribution_numbers: act.numbers,
      title: act.words?.title ?? null,
      shared: act.words?.shared ?? null,
      undoes: act.undoes,
      role: act.role,
      done_by: act.doneBy,
      done_at: act.at,
    })
    .execute()
}

/** All that was done to a group, in order. */
export async function listGroupActs(db: Db, groupId: number): Promise<GroupAct[]> {
  const rows = await acts(db).where('group_id', '=', groupId).execute()
  return rows.map(toAct)
}

/** What the journal says of every act on a group, as the rows say it. */
export async function listGroupActAccounts(db: Db) {
  const rows = await acts(db)
    .innerJoin('contribution_group', 'contribution_group.id', 'group_id')
    .innerJoin('report', 'report.id', 'contribution_group.report_id')
    .leftJoin('group_act as undone', 'undone.id', 'group_act.undoes')
    .select(['report.slug', 'person.pseudonym', 'undone.revision as undoneRevision'])
    .execute()
  return rows.map(({ slug, pseudonym, undoneRevision, ...row }) => ({
    ...toAct(row),
    slug,
    pseudonym,
    undoneRevision,
  }))
}

/** Every group as its rows stand. */
export function listAllGroups(db: Db): Promise<Group[]> {
  return groups(db).orderBy('id').execute()
}

function acts(db: Db) {
  return db
    .selectFrom('group_act')
    .innerJoin('person', 'person.id', 'group_act.done_by')
    .select(['group_act.id', 'group_act.group_id as groupId', 'group_act.revision'])
    .select(['group_act.deed', 'group_act.contribution_numbers as numbers', 'group_act.title'])
    .select(['group_act.shared', 'group_act.undoes', 'group_act.role', 'group_act.done_at as at'])
    .select('person.display_name as by')
    .orderBy('group_act.group_id')
    .orderBy('group_act.revision')
}

type ActRow = Omit<GroupAct, 'words'> & { title: string | null; shared: string | null }

function toAct({ title, shared, ...act }: ActRow): GroupAct {
  return { ...act, words: title === null ? null : { title, shared: shared ?? '' } }
}

function groups(db: Db) {
  return db
    .selectFrom('contribution_group')
    .select(['id', 'report_id as reportId', 'title', 'shared', 'revision'])
    .select(['made_at as madeAt', 'dissolved_at as dissolvedAt'])
    .select(
      sql<number[]>`coalesce((select array_agg(contribution_number order by contribution_number)
        from group_member where group_id = contribution_group.id), '{}')`.as('numbers'),
    )
}
