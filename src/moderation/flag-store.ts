import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { CheckedFlag, Flag, Flagger, Verdict } from './flag.ts'
import { groundOf, groundValues } from './store.ts'

/** Whose a flag is: of whoever sent it signed in, or else of whoever has the address that was given. */
export const flaggerId = sql<number | null>`coalesce(flag.person_id,
  (select identity.person_id from identity where provider = 'email' and subject = flag.email))`

/**
 * One at a time flags from one mailbox, or without a name something of one contribution, so that limits hold and nothing
 * is flagged twice.
 */
export async function lockFlagger(
  tx: Db,
  by: { email: string } | { number: number },
): Promise<void> {
  const key = 'email' in by ? mailboxOf(by.email) : `of ${by.number}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${`flagger ${key}`}, 0))`.execute(tx)
}

/** «name+anything@host» is the mailbox of «name@host». */
function mailboxOf(email: string): string {
  return email.replace(/\+[^@]*@/, '@')
}

/** Who flags: somebody signed in, or a visitor by the address that they gave. */
export type By = { personId: number } | { email: string }

/** What is flagged, and why: the same in the same name, or in no name, is the same flag. */
type Said = Pick<CheckedFlag, 'ground' | 'explanation'> & { number: number; revision: number }

/** What was flagged so already by that person, by whoever has that address, or, where `by` is null, without a name. */
export function findSameFlag(
  db: Db,
  by: By | null,
  { number, revision, ground, explanation }: Said,
): Promise<Flag | undefined> {
  const of = flags(db)
    .where('flag.contribution_number', '=', number)
    .where('flag.revision', '=', revision)
    .where('flag.explanation', '=', explanation)
  const same =
    'law' in ground
      ? of.where('flag.law', '=', ground.law)
      : of.where('flag.rule', '=', ground.rule)
  if (by) return one(same.where(isBy(by)))
  return one(same.where('flag.person_id', 'is', null).where('flag.email', 'is', null))
}

/** How often that person, or whoever has that mailbox, has flagged since then, what they had flagged before included. */
export async function countAskedBy(db: Db, by: By, since: Date): Promise<number> {
  const row = await asked(db, since).where(isBy(by)).executeTakeFirstOrThrow()
  return Number(row.count)
}

/** How often visitors have, all of them. */
export async function countAskedByVisitors(db: Db, since: Date): Promise<number> {
  const row = await asked(db, since).where('flag.person_id', 'is', null).executeTakeFirstOrThrow()
  return Number(row.count)
}

function asked(db: Db, since: Date) {
  return db
    .selectFrom('flag_link')
    .innerJoin('flag', 'flag.id', 'flag_link.flag_id')
    .where('flag_link.asked_at', '>', since)
    .select(sql<string>`count(distinct (flag_link.flag_id, flag_link.asked_at))`.as('count'))
}

function isBy(by: By) {
  return 'personId' in by
    ? sql<boolean>`flag.person_id = ${by.personId}`
    : sql<boolean>`regexp_replace(flag.email, '[+][^@]*@', '@') = ${mailboxOf(by.email)}`
}

type NewFlag = CheckedFlag & {
  reference: string
  contributionNumber: number
  revision: number
  personId: number | null
  flagger: Flagger | null
  locale: string
  signs: readonly string[]
  receivedAt: Date
}

export async function saveFlag(tx: Db, flag: NewFlag): Promise<number> {
  const { id } = await tx
    .insertInto('flag')
    .values({
      reference: flag.reference,
      contribution_number: flag.contributionNumber,
      revision: flag.revision,
      ...groundValues(flag.ground),
      explanation: flag.explanation,
      words: flag.words,
      unnamed_allowed: flag.unnamedAllowed,
      person_id: flag.personId,
      name: flag.flagger?.name ?? null,
      email: flag.flagger?.email ?? null,
      locale: flag.locale,
      signs: [...flag.signs],
      received_at: flag.receivedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

type NewLink = { tokenSha256: Buffer; flagId: number; askedAt: Date | null }

export async function saveFlagLink(
  tx: Db,
  { tokenSha256, flagId, askedAt }: NewLink,
): Promise<void> {
  const link = { token_sha256: tokenSha256, flag_id: flagId, asked_at: askedAt }
  await tx.insertInto('flag_link').values(link).execute()
}

export function findFlagByToken(db: Db, tokenSha256: Buffer): Promise<Flag | undefined> {
  return one(
    flags(db)
      .innerJoin('flag_link', 'flag_link.flag_id', 'flag.id')
      .where('flag_link.token_sha256', '=', tokenSha256),
  )
}

export function findFlag(db: Db, id: number): Promise<Flag | undefined> {
  return one(flags(db).where('flag.id', '=', id))
}

/** Flags on a contribution, the oldest first. */
export async function listFlags(db: Db, contributionNumber: number): Promise<Flag[]> {
  const rows = await flags(db)
    .where('flag.contribution_number', '=', contributionNumber)
    .orderBy('flag.id')
    .execute()
  return rows.map(fromRow)
}

/** What that person has flagged, the newest first, `limit` at most. */
export async function listFlagsOf(db: Db, personId: number, limit: number): Promise<Flag[]> {
  const rows = await flags(db)
    .where('flag.person_id', '=', personId)
    .orderBy('flag.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(fromRow)
}

export function findFlagOf(
  db: Db,
  { personId, reference }: { personId: number; reference: string },
): Promise<Flag | undefined> {
  return one(
    flags(db).where('flag.person_id', '=', personId).where('flag.reference', '=', reference),
  )
}

export async function listFlagsIn(db: Db, ids: readonly number[]): Promise<Flag[]> {
  if (ids.length === 0) return []
  const rows = await flags(db).where('flag.id', 'in', ids).orderBy('flag.id').execute()
  return rows.map(fromRow)
}

function flags(db: Db) {
  return db
    .selectFrom('flag')
    .leftJoin('person', 'person.id', 'flag.person_id')
    .select(['flag.id', 'flag.reference', 'flag.contribution_number as contributionNumber'])
    .select(['flag.revision', 'flag.charter_version as version', 'flag.rule', 'flag.law'])
    .select(['flag.explanation', 'flag.words', 'flag.unnamed_allowed as unnamedAllowed'])
    .select(['flag.person_id as personId', 'flag.email', 'flag.locale', 'flag.signs'])
    .select((the) => the.fn.coalesce('person.display_name', 'flag.name').as('name'))
    .select(['flag.received_at as receivedAt', 'flag.verdict_id as verdictId'])
    .select(['flag.forgotten_at as forgottenAt', flaggerId.as('flaggerId')])
}

type Row = Awaited<ReturnType<ReturnType<typeof flags>['executeTakeFirstOrThrow']>>

async function one(query: { executeTakeFirst(): Promise<Row | undefined> }) {
  const row = await query.executeTakeFirst()
  return row && fromRow(row)
}

/** The database holds a flag to one of the two grounds. */
function fromRow({ version, rule, law, ...row }: Row): Flag {
  return { ...row, ground: groundOf({ version, rule, law }) ?? { law: '' } }
}

export type NewVerdict = Omit<Verdict, 'id' | 'undoneAt'>

/** Saves it, and of each of its flags that it is decided. */
export async function saveVerdict(tx: Db, verdict: NewVerdict): Promise<number> {
  const { id } = await tx
    .insertInto('flag_verdict')
    .values({
      contribution_number: verdict.contributionNumber,
      outcome: verdict.outcome,
      flags: [...verdict.flags],
      decision_id: verdict.decisionId,
      reason: verdict.reason,
      appeal_id: verdict.appealId,
      decided_by: verdict.decidedById,
      decided_at: verdict.decidedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('flag')
    .set({ verdict_id: id })
    .where('id', 'in', [...verdict.flags])
    .execute()
  return id
}

/** Takes a verdict back: its flags wait again. */
export async function saveVerdictUndone(
  tx: Db,
  { id, undoneById }: { id: number; undoneById: number },
  now: Date,
): Promise<void> {
  const undone = { undone_by: undoneById, undone_at: now }
  await tx.updateTable('flag_verdict').set(undone).where('id', '=', id).execute()
  await tx.updateTable('flag').set({ verdict_id: null }).where('verdict_id', '=', id).execute()
}

/** Verdicts on a contribution's flags that hold, the newest first. */
export async function listVerdicts(db: Db, contributionNumber: number): Promise<Verdict[]> {
  return verdicts(db)
    .where('contribution_number', '=', contributionNumber)
    .where('undone_at', 'is', null)
    .orderBy('id', 'desc')
    .execute()
}

export function findVerdict(db: Db, id: number): Promise<Verdict | undefined> {
  return verdicts(db).where('id', '=', id).executeTakeFirst()
}

/** Whether a decision followed from flags. */
export async function isFromFlags(db: Db, decisionId: number): Promise<boolean> {
  const row = await db
    .selectFrom('flag_verdict')
    .select('id')
    .where('decision_id', '=', decisionId)
    .executeTakeFirst()
  return row !== undefined
}

function verdicts(db: Db) {
  return db
    .selectFrom('flag_verdict')
    .select(['id', 'contribution_number as contributionNumber', 'outcome', 'flags'])
    .select(['decision_id as decisionId', 'reason', 'appeal_id as appealId'])
    .select(['decided_by as decidedById', 'decided_at as decidedAt', 'undone_at as undoneAt'])
}

/** Flags as the journal should have them. */
export async function listFlagAccounts(db: Db): Promise<Flag[]> {
  return (await flags(db).orderBy('flag.id').execute()).map(fromRow)
}

/** `by`, `undoneBy`: the pseudonyms of those who decided, and took it back. */
export type VerdictAccount = Verdict & { by: string; undoneBy: string | null }

export function listVerdictAccounts(db: Db): Promise<VerdictAccount[]> {
  return verdicts(db)
    .innerJoin('person as decider', 'decider.id', 'flag_verdict.decided_by')
    .leftJoin('person as undoer', 'undoer.id', 'flag_verdict.undone_by')
    .clearSelect()
    .select(['flag_verdict.id', 'contribution_number as contributionNumber', 'outcome', 'flags'])
    .select(['decision_id as decisionId', 'reason', 'appeal_id as appealId'])
    .select(['decided_by as decidedById', 'decided_at as decidedAt', 'undone_at as undoneAt'])
    .select(['decider.pseudonym as by', 'undoer.pseudonym as undoneBy'])
    .orderBy('flag_verdict.id')
    .execute()
}
