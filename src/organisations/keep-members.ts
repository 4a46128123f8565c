import { checkOffice, findPerson, type OfficeProblem } from '../people/index.ts'
import { authorize, organisationScope, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { NotFound } from '../platform/http/problems.ts'
import { giveMandate } from './give-mandate.ts'
import { listPromised } from './hand-over-store.ts'
import { lockActor } from './keep-organisation.ts'
import {
  checkMandate,
  overlap,
  stateOf,
  type Mandate,
  type MandateProblem,
  type Member,
  type TypedMandate,
} from './mandate.ts'
import {
  deleteMandate,
  deleteMember,
  findMember,
  findMembership,
  listMandates,
  listMembers,
  saveMember,
  saveOffice,
  saveSince,
  saveUntil,
} from './member-store.ts'
import type { Organisation } from './organisation.ts'
import { recordOrganisation, type Act } from './record-organisation.ts'
import { lockOrganisation } from './store.ts'

/** Asks an organisation's leads to be one of its members; asked twice, it is asked once. */
export function askToJoin(db: Db, actor: Actor, slug: string, now: Date): Promise<void> {
  return inTransaction(db, async (tx) => {
    const { id } = await requireLocked(tx, slug)
    authorize(actor, 'organisation.join', { organisationId: id })
    const personId = await lockActor(tx, actor)
    await saveMember(tx, { organisationId: id, personId, askedAt: now, since: null })
  })
}

type OfMember = { slug: string; memberId: number }

/** Counts somebody who asked as a member. */
export function acceptMember(db: Db, actor: Actor, of: OfMember, now: Date): Promise<void> {
  return keeping(db, { actor, now, ...of }, async (tx, { act, member }) => {
    if (member.since !== null) return
    await saveSince(tx, member.id, now)
    await recordOrganisation(tx, act, 'organisation.member-joined', { person: member.pseudonym })
  })
}

export type LeavingProblem = 'last-lead' | 'in-hand-over'
export type Left = { ok: true } | { ok: false; problem: LeavingProblem }

/** Parts with a member or with somebody who asked: mandates that go on end now, those ahead are none. */
export function removeMember(db: Db, actor: Actor, of: OfMember, now: Date): Promise<Left> {
  return keeping(db, { actor, now, ...of }, (tx, kept) => part(tx, kept))
}

/** The same by the member themselves. */
export function leaveOrganisation(db: Db, actor: Actor, slug: string, now: Date): Promise<Left> {
  return inTransaction(db, async (tx) => {
    const organisation = await requireLocked(tx, slug)
    const role = authorize(actor, 'organisation.leave', { organisationId: organisation.id })
    const member = await findMembership(tx, organisation.id, await lockActor(tx, actor))
    if (!member) return { ok: true }
    return part(tx, { act: { actor, role, slug, now }, organisation, member })
  })
}

/**
 * Parts with a member, once it is decided that they may go. Whoever is alone may: there is nobody to keep it for, and
 * administrators can give it to whoever comes.
 */
export async function part(tx: Db, { act, organisation, member }: Kept): Promise<Left> {
  const mandates = await listMandates(tx, organisation.id)
  const own = mandates.filter(({ personId }) => personId === member.personId)
  const isMissed = own.some((mandate) => isLastLead(mandate, mandates, act))
  if (isMissed && (await hasOthers(tx, member))) return { ok: false, problem: 'last-lead' }
  const promised = await listPromised(tx, organisation.id, act.now)
  if (own.some(({ id }) => promised.has(id))) return { ok: false, problem: 'in-hand-over' }
  for (const mandate of own) await end(tx, act, mandate)
  await deleteMember(tx, member.id)
  if (member.since !== null) {
    await recordOrganisation(tx, act, 'organisation.member-left', { person: member.pseudonym })
  }
  return { ok: true }
}

export type OfficeSaved = { ok: true } | { ok: false; problem: OfficeProblem }

type Titled = OfMember & { office: string; officeTitle: string }

/** Says what a member is in the organisation. */
export function titleMember(db: Db, actor: Actor, titled: Titled, now: Date): Promise<OfficeSaved> {
  return keeping(db, { actor, now, ...titled }, async (tx, { member }) => {
    const checked = checkOffice(titled.office, titled.officeTitle)
    if (!checked.ok) return checked
    await saveOffice(tx, member.id, checked.office)
    return { ok: true }
  })
}

export type Mandated = { ok: true } | { ok: false; problems: MandateProblem[] }

/** Gives a member a mandate, or the keeping of the organisation; one at a time of each. */
export function mandateMember(
  db: Db,
  actor: Actor,
  { typed, ...of }: OfMember & { typed: TypedMandate },
  now: Date,
): Promise<Mandated> {
  return keeping(db, { actor, now, ...of }, async (tx, { act, organisation, member }) => {
    if (member.since === null) throw new NotFound('member')
    const checked = checkMandate(typed, now)
    if (!checked.ok) return checked
    const { mandate } = checked
    const mandates = await listMandates(tx, organisation.id)
    const held = mandates.filter(
      ({ personId, role }) => personId === member.personId && role === mandate.role,
    )
    if (held.some((other) => overlap(other, mandate))) {
      return { ok: false, problems: ['overlapping'] }
    }
    const scope = organisationScope(organisation.id)
    await giveMandate(tx, act, { scope, personId: member.personId, mandate })
    return { ok: true }
  })
}

export type EndingProblem = 'last-lead' | 'in-hand-over' | 'over-already'
export type Ended = { ok: true } | { ok: false; problem: EndingProblem }

/** Ends a mandate now, or takes back one that has not begun. */
export function endMandate(
  db: Db,
  actor: Actor,
  { grantId, ...of }: OfMember & { grantId: number },
  now: Date,
): Promise<Ended> {
  return keeping(db, { actor, now, ...of }, async (tx, { act, organisation, member }) => {
    const mandates = await listMandates(tx, organisation.id)
    const mandate = mandates.find(({ id }) => id === grantId)
    if (mandate?.personId !== member.personId) throw new NotFound('mandate')
    if (stateOf(mandate, now) === 'over') return { ok: false, problem: 'over-already' }
    if (isLastLead(mandate, mandates, act)) return { ok: false, problem: 'last-lead' }
    const promised = await listPromised(tx, organisation.id, now)
    if (promised.has(mandate.id)) return { ok: false, problem: 'in-hand-over' }
    await end(tx, act, mandate)
    return { ok: true }
  })
}

/** Whether somebody else is a member, to whom the keeping of the organisation could be given. */
export async function hasOthers(
  db: Db,
  { personId, organisationId }: Pick<Member, 'personId' | 'organisationId'>,
): Promise<boolean> {
  const members = await listMembers(db, organisationId)
  return members.some((other) => other.personId !== personId && other.since !== null)
}

/** Nobody would keep it any more; an administrator, who can name another, may do that. */
function isLastLead(mandate: Mandate, all: readonly Mandate[], { role, now }: Act): boolean {
  if (role === 'administrator' || !leads(mandate, now)) return false
  return !all.some((other) => other.personId !== mandate.personId && leads(other, now))
}

function leads(mandate: Mandate, now: Date): boolean {
  return mandate.role === 'organisation-lead' && stateOf(mandate, now) === 'now'
}

async function end(tx: Db, act: Act, mandate: Mandate): Promise<void> {
  const state = stateOf(mandate, act.now)
  if (state === 'over') return
  const holder = await findPerson(tx, mandate.personId)
  if (state === 'ahead') await deleteMandate(tx, mandate.id)
  else await saveUntil(tx, mandate.id, act.now)
  const { role } = mandate
  await recordOrganisation(tx, act, 'role.ended', { role, person: holder?.pseudonym ?? null })
}

type Kept = { act: Act; organisation: Organisation; member: Member }

/** Opens an act of a lead on a member: one after the other for each organisation. */
function keeping<Result>(
  db: Db,
  { actor, slug, memberId, now }: OfMember & { actor: Actor; now: Date },
  work: (tx: Db, kept: Kept) => Promise<Result>,
): Promise<Result> {
  return inTransaction(db, async (tx) => {
    const organisation = await requireLocked(tx, slug)
    const role = authorize(actor, 'organisation.keep', { organisationId: organisation.id })
    const member = await findMember(tx, organisation.id, memberId)
    if (!member) throw new NotFound('member')
    return work(tx, { act: { actor, role, slug, now }, organisation, member })
  })
}

export async function requireLocked(tx: Db, slug: string): Promise<Organisation> {
  const organisation = await lockOrganisation(tx, slug)
  if (!organisation) throw new NotFound('organisation')
  return organisation
}
