import { sql, type NotNull } from 'kysely'
import { toScope, type Scope } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Ban, BanEnd, ContestOutcome } from './ban.ts'
import { toWhom, type Whom } from './whom.ts'

type NewBan = Pick<
  Ban,
  | 'personId'
  | 'scope'
  | 'contributionNumber'
  | 'from'
  | 'until'
  | 'version'
  | 'rule'
  | 'reason'
  | 'warningId'
  | 'graveReason'
  | 'setById'
  | 'prolongs'
> & { salt: Uint8Array }

export async function saveBan(tx: Db, ban: NewBan): Promise<number> {
  const { id } = await tx
    .insertInto('ban')
    .values({
      person_id: ban.personId,
      scope_kind: ban.scope.kind,
      scope_id: ban.scope.id,
      contribution_number: ban.contributionNumber,
      from_at: ban.from,
      until_at: ban.until,
      charter_version: ban.version,
      rule: ban.rule,
      reason: ban.reason,
      warning_id: ban.warningId,
      grave_reason: ban.graveReason,
      set_by: ban.setById,
      prolongs: ban.prolongs,
      salt: Buffer.from(ban.salt),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

type End = { at: Date; kind: BanEnd; by: number | null; reason: string | null }

export async function saveEnd(tx: Db, id: number, { at, kind, by, reason }: End): Promise<void> {
  await tx
    .updateTable('ban')
    .set({ ended_at: at, end_kind: kind, ended_by: by, end_reason: reason })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

export async function saveContest(tx: Db, id: number, at: Date, words: string): Promise<void> {
  await tx
    .updateTable('ban')
    .set({ contested_at: at, contest_words: words })
    .where('id', '=', id)
    .execute()
}

/** Those of them that are contested and not decided on have nothing to be decided on any more. */
export async function settleContests(tx: Db, ids: readonly number[], at: Date): Promise<void> {
  await tx
    .updateTable('ban')
    .set({ settled_at: at })
    .where('id', 'in', ids)
    .where('contested_at', 'is not', null)
    .where('decided_at', 'is', null)
    .where('settled_at', 'is', null)
    .execute()
}

type Outcome = { at: Date; by: number; outcome: ContestOutcome; reason: string }

export async function saveOutcome(
  tx: Db,
  id: number,
  { at, by, outcome, reason }: Outcome,
): Promise<void> {
  await tx
    .updateTable('ban')
    .set({ decided_at: at, decided_by: by, outcome, outcome_reason: reason })
    .where('id', '=', id)
    .execute()
}

export async function findBan(db: Db, id: number): Promise<Ban | undefined> {
  const row = await bans(db).where('ban.id', '=', id).executeTakeFirst()
  return row && toBan(row)
}

/** As `findBan`; nobody else ends it or decides on it until the transaction does. */
export async function lockBan(tx: Db, id: number): Promise<Ban | undefined> {
  await tx.selectFrom('ban').select('id').where('id', '=', id).forUpdate().execute()
  return findBan(tx, id)
}

/** Of that report, or of the whole site; the newest first. */
export async function listBansOf(db: Db, { kind, id }: Scope): Promise<Ban[]> {
  const rows = await bans(db)
    .where('ban.scope_kind', '=', kind)
    .where(sql<boolean>`ban.scope_id is not distinct from ${id}`)
    .orderBy('ban.id', 'desc')
    .execute()
  return rows.map(toBan)
}

/** The ban with all that it replaced and that replaced it, without a gap, the oldest first. */
export async function listChain(db: Db, id: number): Promise<Ban[]> {
  const rows = await bans(db)
    .where(
      sql<boolean>`ban.id in (
        with recursive chain (id, prolongs) as (
          select id, prolongs from ban where id = ${id}
          union
          select other.id, other.prolongs from ban other
          join chain on other.id = chain.prolongs or other.prolongs = chain.id
        )
        select id from chain)`,
    )
    .orderBy('ban.id')
    .execute()
  return rows.map(toBan)
}

/** All that a person was given and that is not forgotten, the newest first. */
export async function listBansOn(db: Db, personId: number): Promise<Ban[]> {
  const rows = await bans(db)
    .where('ban.person_id', '=', personId)
    .orderBy('ban.id', 'desc')
    .execute()
  return rows.map(toBan)
}

/** That nobody has ended, over or not. */
export async function findOpenBan(
  db: Db,
  personId: number,
  { kind, id }: Scope,
): Promise<Ban | undefined> {
  const row = await bans(db)
    .where('ban.person_id', '=', personId)
    .where('ban.scope_kind', '=', kind)
    .where(sql<boolean>`ban.scope_id is not distinct from ${id}`)
    .where('ban.ended_at', 'is', null)
    .executeTakeFirst()
  return row && toBan(row)
}

/** Those whose time is over and whose end the journal does not have yet. */
export async function lockOver(tx: Db, now: Date): Promise<{ id: number; until: Date }[]> {
  return tx
    .selectFrom('ban')
    .select(['id', 'until_at as until'])
    .where('until_at', '<=', now)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .execute()
}

/** A ban with what the journal says besides: whom it is about, unless it is forgotten, and who did what, by their pseudonyms. */
export type BanAccount = Omit<Ban, 'personId' | 'name' | 'contributionNumber'> & {
  whom: Whom | null
  setter: string
  ender: string | null
  decider: string | null
  where: string
  forgottenAt: Date | null
}

export async function listBanAccounts(db: Db): Promise<BanAccount[]> {
  const rows = await everyBan(db)
    .leftJoin('person', 'person.id', 'ban.person_id')
    .leftJoin('report', 'report.id', 'ban.scope_id')
    .select(['ban.salt', 'ban.forgotten_at as forgottenAt', 'report.slug'])
    .select(['person.pseudonym', 'setter.pseudonym as setter', 'ender.pseudonym as ender'])
    .select('decider.pseudonym as decider')
    .orderBy('ban.id')
    .execute()
  return rows.map(({ slug, salt, pseudonym, ...row }) => ({
    ...toBan(row),
    whom: toWhom({ pseudonym, contributionNumber: row.contributionNumber, salt }),
    where: slug === null ? 'site' : `report/${slug}`,
  }))
}

/** Those of which it is known whose they are. */
function bans(db: Db) {
  return everyBan(db)
    .innerJoin('person', 'person.id', 'ban.person_id')
    .select('person.display_name as name')
    .$narrowType<{ personId: NotNull; contributionNumber: NotNull }>()
}

function everyBan(db: Db) {
  return db
    .selectFrom('ban')
    .innerJoin('person as setter', 'setter.id', 'ban.set_by')
    .leftJoin('person as ender', 'ender.id', 'ban.ended_by')
    .leftJoin('person as decider', 'decider.id', 'ban.decided_by')
    .select(['ban.id', 'ban.person_id as personId'])
    .select(['ban.scope_kind as kind', 'ban.scope_id as scopeId'])
    .select('ban.contribution_number as contributionNumber')
    .select(['ban.from_at as from', 'ban.until_at as until'])
    .select(['ban.charter_version as version', 'ban.rule', 'ban.reason'])
    .select(['ban.warning_id as warningId', 'ban.grave_reason as graveReason'])
    .select(['ban.set_by as setById', 'setter.display_name as setBy', 'ban.prolongs'])
    .select(['ban.ended_at as endedAt', 'ban.end_kind as endKind'])
    .select(['ender.display_name as endedBy', 'ban.end_reason as endReason'])
    .select(['ban.contested_at as contestedAt', 'ban.contest_words as contestWords'])
    .select(['decider.display_name as decidedBy', 'ban.decided_at as decidedAt'])
    .select(['ban.outcome', 'ban.outcome_reason as outcomeReason', 'ban.settled_at as settledAt'])
}

type Row = Awaited<ReturnType<ReturnType<typeof everyBan>['executeTakeFirstOrThrow']>>

/** With all that a row has besides. */
function toBan<Extended extends Row>(row: Extended) {
  const { kind, scopeId, endedAt, endKind, endedBy, endReason, ...others } = row
  const { contestedAt, contestWords, settledAt, ...further } = others
  const { decidedBy, decidedAt, outcome, outcomeReason, ...ban } = further
  const decided = { decidedBy, decidedAt, outcome, outcomeReason }
  return {
    ...ban,
    scope: toScope(kind, scopeId),
    end: endedAt && endKind && { at: endedAt, kind: endKind, by: endedBy, reason: endReason },
    contest:
      contestedAt && contestWords !== null
        ? { at: contestedAt, words: contestWords, decision: toDecision(decided), settledAt }
        : null,
  }
}

type Decided = Pick<Row, 'decidedBy' | 'decidedAt' | 'outcome' | 'outcomeReason'>

function toDecision({ decidedBy, decidedAt, outcome, outcomeReason }: Decided) {
  if (decidedBy === null || !decidedAt || !outcome || outcomeReason === null) return null
  return { by: decidedBy, at: decidedAt, outcome, reason: outcomeReason }
}
