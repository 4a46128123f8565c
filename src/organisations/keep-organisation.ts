import { lockPerson } from '../people/index.ts'
import { authorize, organisationScope, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { NotFound, SignInNeeded } from '../platform/http/problems.ts'
import { saveMember } from './member-store.ts'
import {
  checkOrganisation,
  freeSlug,
  isSameFacts,
  losesVerification,
  slugOf,
  type OrganisationProblem,
  type TypedOrganisation,
} from './organisation.ts'
import { recordOrganisation } from './record-organisation.ts'
import {
  countMade,
  findMade,
  listSlugs,
  lockOrganisation,
  lockSlugs,
  saveOrganisation,
  updateOrganisation,
} from './store.ts'
import { giveMandate } from './give-mandate.ts'

/** More than anybody has to make in a day; what a program makes stays bounded. */
export const dailyLimit = 10
const day = 24 * 3600 * 1000

export type KeepProblem = OrganisationProblem | 'too-many' | 'changed-since'
export type Kept = { ok: true; slug: string } | { ok: false; problems: KeepProblem[] }

type Making = { typed: TypedOrganisation; key: string }

/** Makes an organisation, once for each form; whoever makes it is a member and its lead. */
export function makeOrganisation(
  db: Db,
  actor: Actor,
  { typed, key }: Making,
  now: Date,
): Promise<Kept> {
  return inTransaction(db, async (tx) => {
    const role = authorize(actor, 'organisation.create', null)
    const by = await lockActor(tx, actor)
    const made = await findMade(tx, by, key)
    if (made) return { ok: true, slug: made.slug }
    const checked = checkOrganisation(typed)
    if (!checked.ok) return checked
    if ((await countMade(tx, by, new Date(now.getTime() - day))) >= dailyLimit) {
      return { ok: false, problems: ['too-many'] }
    }
    await lockSlugs(tx)
    const wished = slugOf(checked.facts.name)
    const slug = freeSlug(wished, await listSlugs(tx, wished))
    const id = await saveOrganisation(tx, { ...checked.facts, slug, key, by, at: now })
    const act = { actor, role, slug, now }
    await recordOrganisation(tx, act, 'organisation.created', {})
    await saveMember(tx, { organisationId: id, personId: by, askedAt: now, since: now })
    const mandate = { role: 'organisation-lead' as const, from: now, until: null }
    await giveMandate(tx, act, { scope: organisationScope(id), personId: by, mandate })
    return { ok: true, slug }
  })
}

type Changing = { slug: string; typed: TypedOrganisation; revision: number }

/** Changes what an organisation says of itself; what was verified and is no longer said is not verified. */
export function changeOrganisation(
  db: Db,
  actor: Actor,
  { slug, typed, revision }: Changing,
  now: Date,
): Promise<Kept> {
  return inTransaction(db, async (tx) => {
    const before = await lockOrganisation(tx, slug)
    if (!before) throw new NotFound('organisation')
    const role = authorize(actor, 'organisation.keep', { organisationId: before.id })
    const checked = checkOrganisation(typed)
    if (!checked.ok) return checked
    const { facts } = checked
    if (isSameFacts(before, facts)) return { ok: true, slug }
    if (before.revision !== revision) return { ok: false, problems: ['changed-since'] }
    const lost = losesVerification(before, facts)
    await updateOrganisation(tx, before.id, facts, { revision: revision + 1, verified: !lost })
    const act = { actor, role, slug, now }
    await recordOrganisation(tx, act, 'organisation.changed', { revision: revision + 1 })
    if (lost && before.verified) {
      await recordOrganisation(tx, act, 'organisation.verification-lost', {})
    }
    return { ok: true, slug }
  })
}

/** Held until the act is done: what one person sends at once comes one after the other. */
export async function lockActor(tx: Db, { personId }: Actor): Promise<number> {
  const person = personId === null ? undefined : await lockPerson(tx, personId)
  if (!person) throw new SignInNeeded()
  return person.id
}
