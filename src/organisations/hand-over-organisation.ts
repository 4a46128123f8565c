import { authorize, organisationScope, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { giveMandate } from './give-mandate.ts'
import {
  markOf,
  planHandOver,
  type HandOverProblem,
  type Plan,
  type TypedHandOver,
} from './hand-over.ts'
import { findPlanned, saveHandOver, saveTouched, saveUndone } from './hand-over-store.ts'
import { requireLocked } from './keep-members.ts'
import { lockActor } from './keep-organisation.ts'
import { listMandates, listMembers, saveUntil } from './member-store.ts'
import type { Organisation } from './organisation.ts'
import { recordOrganisation, type Act } from './record-organisation.ts'

export type HandedOver =
  | { ok: true }
  /** `plan`: what would be done by now, where that is not what was shown. */
  | { ok: false; problems: HandOverProblem[]; plan?: Plan }

type HandingOver = { slug: string; typed: TypedHandOver; mark: string }

/**
 * Ends the mandates of the team on a day to come and gives the successor theirs from then on. What was said for
 * the organisation keeps the mandate that it was said with.
 */
export function handOver(
  db: Db,
  actor: Actor,
  { slug, typed, mark }: HandingOver,
  now: Date,
): Promise<HandedOver> {
  return inTransaction(db, async (tx) => {
    const organisation = await requireLocked(tx, slug)
    const role = authorize(actor, 'organisation.keep', { organisationId: organisation.id })
    const planned = await planFor(tx, organisation, typed, now)
    if (!planned.ok) return planned
    const { plan } = planned
    if (markOf(plan) !== mark) return { ok: false, problems: ['plan-changed'], plan }
    await carryOut(tx, { actor, role, slug, now }, { organisation, plan })
    return { ok: true }
  })
}

/** What a hand-over would do, from what stands now. */
export async function planFor(
  db: Db,
  { id }: Pick<Organisation, 'id'>,
  typed: TypedHandOver,
  now: Date,
) {
  if (await findPlanned(db, id, now)) {
    return { ok: false as const, problems: ['planned-already' as const] }
  }
  const [members, mandates] = [await listMembers(db, id), await listMandates(db, id)]
  return planHandOver(typed, { members, mandates, now })
}

type CarryingOut = { organisation: Organisation; plan: Plan }

async function carryOut(tx: Db, act: Act, { organisation, plan }: CarryingOut): Promise<void> {
  const { successor, at, until, ending, given } = plan
  const handOverId = await saveHandOver(tx, {
    organisationId: organisation.id,
    at,
    successorId: successor.personId,
    plannedBy: await lockActor(tx, act.actor),
    plannedAt: act.now,
  })
  for (const { id, until: untilBefore } of ending) {
    await saveTouched(tx, { handOverId, grantId: id, given: false, untilBefore })
    await saveUntil(tx, id, at)
  }
  await recordOrganisation(tx, act, 'organisation.handed-over', {
    at: at.toISOString(),
    successor: successor.pseudonym,
    ending: ending.length,
  })
  const scope = organisationScope(organisation.id)
  for (const role of given) {
    const mandate = { role, from: at, until }
    const grantId = await giveMandate(tx, act, { scope, personId: successor.personId, mandate })
    await saveTouched(tx, { handOverId, grantId, given: true, untilBefore: null })
  }
}

export type Undone = { ok: true } | { ok: false; problem: 'nothing-planned' }

/** Takes back the hand-over whose day has not come: mandates end as they would have without it. */
export function undoHandOver(db: Db, actor: Actor, slug: string, now: Date): Promise<Undone> {
  return inTransaction(db, async (tx) => {
    const organisation = await requireLocked(tx, slug)
    const role = authorize(actor, 'organisation.keep', { organisationId: organisation.id })
    const planned = await findPlanned(tx, organisation.id, now)
    if (!planned) return { ok: false, problem: 'nothing-planned' }
    await saveUndone(tx, planned, now)
    const act = { actor, role, slug, now }
    await recordOrganisation(tx, act, 'organisation.hand-over-undone', {
      at: planned.at.toISOString(),
    })
    return { ok: true }
  })
}
