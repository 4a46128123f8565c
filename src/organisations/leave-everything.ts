import type { Actor, Role } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { findPlanned, saveUndone } from './hand-over-store.ts'
import { hasOthers, part } from './keep-members.ts'
import { stateOf } from './mandate.ts'
import { findMembership, listMandates, listOwn } from './member-store.ts'
import { recordOrganisation } from './record-organisation.ts'
import { lockOrganisation } from './store.ts'

type Leaving = { personId: number; actor: Actor; role: Role }

/** Locks every organisation that somebody is of, before the person: acts on organisations take them in that order. */
export async function lockOrganisationsOf(tx: Db, personId: number, now: Date): Promise<void> {
  const slugs = (await listOwn(tx, personId, now)).map(({ slug }) => slug)
  for (const slug of slugs.toSorted()) await lockOrganisation(tx, slug)
}

/** Parts with every organisation: mandates end, and a hand-over to whoever leaves is taken back. */
export async function leaveEverything(
  tx: Db,
  { personId, actor, role }: Leaving,
  now: Date,
): Promise<void> {
  for (const { slug } of await listOwn(tx, personId, now)) {
    const organisation = await lockOrganisation(tx, slug)
    const member = organisation && (await findMembership(tx, organisation.id, personId))
    if (!organisation || !member) continue
    const act = { actor, role, slug, now }
    const planned = await findPlanned(tx, organisation.id, now)
    if (planned?.successorId === personId) {
      await saveUndone(tx, planned, now)
      const at = planned.at.toISOString()
      await recordOrganisation(tx, act, 'organisation.hand-over-undone', { at })
    }
    const left = await part(tx, { act, organisation, member })
    if (!left.ok) throw new Error(`nobody else leads organisation ${slug}`)
  }
}

/** The organisations that nobody else leads, which somebody has to hand over first to another of their members. */
export async function listLedAlone(
  db: Db,
  personId: number,
  now: Date,
): Promise<{ slug: string; name: string }[]> {
  const led = (await listOwn(db, personId, now)).filter(({ leads }) => leads)
  const alone: { slug: string; name: string }[] = []
  for (const { id, slug, name } of led) {
    const others = (await listMandates(db, id)).filter(
      (mandate) =>
        mandate.personId !== personId &&
        mandate.role === 'organisation-lead' &&
        stateOf(mandate, now) === 'now',
    )
    const isMissed = others.length === 0 && (await hasOthers(db, { organisationId: id, personId }))
    if (isMissed) alone.push({ slug, name })
  }
  return alone
}
