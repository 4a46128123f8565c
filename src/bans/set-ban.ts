import { findContribution, type Contribution } from '../contributions/index.ts'
import { recordAct } from '../journal/index.ts'
import { requireCharter, requirePerson } from '../moderation/index.ts'
import { hasWayIn, listGrants, lockPerson } from '../people/index.ts'
import { authorize, can, reportScope, wholeSite, type Actor, type Scope } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { NotFound } from '../platform/http/problems.ts'
import { newSalt } from '../platform/ids.ts'
import type { Mailing } from '../platform/mail/queue-mail.ts'
import { checkUntil, findDomain, overlap, thingOf } from '../roles/index.ts'
import {
  checkBan,
  hashConcerned,
  isInForce,
  latestEnd,
  payloadOfBan,
  type Ban,
  type BanProblem,
  type Typed,
} from './ban.ts'
import { endOver } from './note-ends.ts'
import { queueBanNotice } from './queue-notice.ts'
import { findOpenBan, saveBan, saveEnd } from './store.ts'
import { listWarnings } from './warning-store.ts'

export type SetBan = { ok: true; id: number } | { ok: false; problems: BanProblem[] }

/** `mailing` null: nobody is told, in the past that the demonstration is given. */
type Setting = { number: number; typed: Typed; mailing: Mailing | null }

/**
 * Keeps whoever wrote a contribution from taking part, in its report or on the whole site, until a day at most a year
 * on. What is in force there already is replaced; of two that are set at once one stands. The person is told why, and
 * what they can do.
 */
export function setBan(
  db: Db,
  actor: Actor,
  { number, typed, mailing }: Setting,
  now: Date,
): Promise<SetBan> {
  return inTransaction(db, async (tx) => {
    const said = await requireSaid(tx, number)
    const scope = typed.scope === 'site' ? wholeSite : reportScope(said.reportId)
    const role = authorize(actor, 'ban.set', thingOf(scope))
    const checked = await checkTyped(tx, actor, { said, typed }, now)
    if (!checked.ok) return checked
    const { id, ban } = await keepBan(tx, { ...checked, actor, said, scope, typed }, now)
    const account = await accountOf(tx, ban)
    await recordAct(
      tx,
      { at: now, role, actor: actor.pseudonym, action: 'ban.set', object: `ban/${id}` },
      payloadOfBan({ ...ban, ...account }),
    )
    if (mailing) await queueBanNotice(tx, mailing, { kind: 'set', id }, now)
    return { ok: true, id }
  })
}

async function requireSaid(db: Db, number: number): Promise<Contribution> {
  const said = await findContribution(db, number)
  if (!said) throw new NotFound('contribution')
  return said
}

export type Checked =
  | { ok: true; until: Date; version: number; before: Ban | undefined }
  | { ok: false; problems: BanProblem[] }

/** Whether what was typed could be set now; takes hold of the person where it can, inside a transaction. */
export async function checkTyped(
  db: Db,
  actor: Actor,
  { said, typed }: { said: Pick<Contribution, 'authorId' | 'reportId'>; typed: Typed },
  now: Date,
): Promise<Checked> {
  const { authorId: personId, reportId } = said
  if (db.isTransaction) await lockPerson(db, personId)
  const scope = typed.scope === 'site' ? wholeSite : reportScope(reportId)
  const before = await findInForce(db, personId, scope, now)
  const charter = await requireCharter(db)
  const until = checkUntil(typed.until, { now, latest: latestEnd(now), needed: true })
  const known = {
    ...(await knowPerson(db, actor, personId, { scope, now })),
    scopes: scopesFor(actor, reportId),
    inForce: before?.id ?? null,
    rules: charter.rules.map((rule) => rule.number),
    warnings: (await listWarnings(db, personId)).map(({ id }) => id),
  }
  const problems = checkBan(typed, known, untilProblem(until))
  if (problems.length > 0 || !until.ok || !until.until) return { ok: false, problems }
  return { ok: true, until: until.until, version: charter.version, before }
}

/** The ban that holds for that person there, whose time is not over. */
export async function findInForce(
  db: Db,
  personId: number,
  scope: Scope,
  now: Date,
): Promise<Ban | undefined> {
  const open = await findOpenBan(db, personId, scope)
  return open && isInForce(open, now) ? open : undefined
}

const untilProblems = ['no-until', 'until-unreadable', 'until-past', 'until-too-late'] as const

function untilProblem(until: ReturnType<typeof checkUntil>) {
  if (until.ok) return null
  const { problem } = until
  return untilProblems.find((one) => one === problem) ?? 'until-unreadable'
}

/** What the actor may choose to keep somebody out of. */
export function scopesFor(actor: Actor, reportId: number): ('report' | 'site')[] {
  return [
    ...(can(actor, 'ban.set', { reportId }) ? ['report' as const] : []),
    ...(can(actor, 'ban.set', null) ? ['site' as const] : []),
  ]
}

/** Whether nothing can be set on that person at all. */
export async function knowPerson(
  db: Db,
  actor: Actor,
  personId: number,
  { scope, now }: { scope: Scope; now: Date },
) {
  const grants = await listGrants(db, personId, now)
  return {
    setterId: requirePerson(actor),
    personId,
    hasAccount: await hasWayIn(db, personId),
    hasRole: grants.some((grant) => overlap(grant.scope, scope)),
  }
}

type Keeping = {
  actor: Actor
  said: Contribution
  scope: Scope
  typed: Typed
  until: Date
  version: number
  before: Ban | undefined
}

async function keepBan(tx: Db, keeping: Keeping, now: Date) {
  const { actor, said, scope, typed, until, version, before } = keeping
  const setById = requirePerson(actor)
  await endOver(tx, now)
  if (before)
    await saveEnd(tx, before.id, { at: now, kind: 'prolonged', by: setById, reason: null })
  const ban = {
    personId: said.authorId,
    scope,
    contributionNumber: said.number,
    from: now,
    until,
    version,
    rule: typed.rule ?? 0,
    reason: typed.reason.trim(),
    warningId: typed.basis === 'grave' ? null : typed.basis,
    graveReason: typed.basis === 'grave' ? typed.grave.trim() : null,
    setById,
    prolongs: before?.id ?? null,
    salt: newSalt(),
  }
  return { id: await saveBan(tx, ban), ban }
}

/** What its account in the journal names besides what was typed. */
async function accountOf(
  tx: Db,
  { scope, salt, personId, contributionNumber }: Awaited<ReturnType<typeof keepBan>>['ban'],
) {
  const person = await lockPerson(tx, personId)
  const pseudonym = person?.pseudonym ?? ''
  const concerned = hashConcerned(salt, { pseudonym, contribution: contributionNumber })
  return { concerned, where: (await findDomain(tx, scope)).object }
}
