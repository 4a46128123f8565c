import { findVouchedSiret, readEmail } from '../people/index.ts'
import { authorize, type Actor } from '../permissions.ts'
import { sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { daysBefore, usualPeriods, type Periods } from '../platform/periods.ts'
import { newToken } from '../platform/ids.ts'
import { queueMail, type Mailing } from '../platform/mail/queue-mail.ts'
import type { Locale } from '../platform/messages.ts'
import { compose, isBlank } from '../text/index.ts'
import { requireLocked } from './keep-members.ts'
import { lockActor } from './keep-organisation.ts'
import { isAtDomain } from './mail-domain.ts'
import { findMembership } from './member-store.ts'
import type { Organisation, VerifiedBy } from './organisation.ts'
import { proofMinutes, proofsAnHour, stateOfProof, type ProofState } from './proof.ts'
import {
  countProofs,
  deleteProofs,
  findProof,
  lockProof,
  saveProof,
  saveUse,
} from './proof-store.ts'
import { writeProofMail } from './proof-mail.ts'
import { recordOrganisation, type Act } from './record-organisation.ts'
import { isSiretTaken, saveVerification } from './store.ts'

const hour = 3600 * 1000

export const longestReason = 1000

export type AskProblem =
  | 'no-domain'
  | 'no-email'
  | 'email-unreadable'
  | 'not-at-domain'
  | 'verified-already'
  | 'too-many-proofs'
export type Asked = { ok: true } | { ok: false; problem: AskProblem }

/** `email`: as it was typed. */
type Asking = { slug: string; email: string; locale: Locale; mailing: Mailing }

/**
 * Mails a member a link that proves an address at the organisation's domain. The address is no way in, is in no
 * journal, and is forgotten after a day.
 */
export function askProof(
  db: Db,
  actor: Actor,
  { slug, email: typed, locale, mailing }: Asking,
  now: Date,
): Promise<Asked> {
  return inTransaction(db, async (tx) => {
    const organisation = await requireLocked(tx, slug)
    authorize(actor, 'organisation.prove', await thingFor(tx, actor, organisation))
    const personId = await lockActor(tx, actor)
    const read = readAddress(organisation, typed)
    if (!read.ok) return read
    const { email } = read
    const since = new Date(now.getTime() - hour)
    if ((await countProofs(tx, { personId, email, since })) >= proofsAnHour) {
      return { ok: false, problem: 'too-many-proofs' }
    }
    const token = newToken()
    const until = new Date(now.getTime() + proofMinutes * 60_000)
    await saveProof(tx, {
      tokenSha256: sha256(token),
      organisationId: organisation.id,
      personId,
      email,
      createdAt: now,
      expiresAt: until,
    })
    const path = `/${locale}/organisations/${slug}/verification/${token}`
    const address = new URL(path, mailing.publicUrl).href
    const mail = writeProofMail(locale, { email, name: organisation.name, address, until })
    await queueMail(tx, mailing, mail, now)
    return { ok: true }
  })
}

type Address = { ok: true; email: string } | { ok: false; problem: AskProblem }

/** An address at the organisation's domain, where that still has to be proved. */
function readAddress({ verified, mailDomain }: Organisation, typed: string): Address {
  if (verified) return { ok: false, problem: 'verified-already' }
  if (mailDomain === null) return { ok: false, problem: 'no-domain' }
  if (isBlank(typed)) return { ok: false, problem: 'no-email' }
  const email = readEmail(typed)
  if (email === null) return { ok: false, problem: 'email-unreadable' }
  return isAtDomain(email, mailDomain)
    ? { ok: true, email }
    : { ok: false, problem: 'not-at-domain' }
}

/** What somebody must be allowed to act on, to prove that it is theirs: they may be a member of it. */
export async function thingFor(db: Db, actor: Actor, { id }: Pick<Organisation, 'id'>) {
  const member = actor.personId === null ? undefined : await findMembership(db, id, actor.personId)
  return { organisationId: id, memberId: member?.since ? member.personId : null }
}

export type Proved =
  | { ok: true }
  | { ok: false; problem: Exclude<ProofState, 'open'> | 'verified-already' | 'siret-taken' }

/** Uses the link up, once, by the person to whom it was mailed: the organisation is verified by its domain. */
export function useProof(
  db: Db,
  actor: Actor,
  { slug, token }: { slug: string; token: string },
  now: Date,
): Promise<Proved> {
  return inTransaction(db, async (tx) => {
    const organisation = await requireLocked(tx, slug)
    const thing = await thingFor(tx, actor, organisation)
    const role = authorize(actor, 'organisation.prove', thing)
    const proof = await lockProof(tx, sha256(token))
    const own = proof?.personId === actor.personId ? proof : undefined
    const state = stateOfProof(own, organisation, now)
    if (state !== 'open') return { ok: false, problem: state }
    const act = { actor, role, slug, now }
    const verified = await verify(tx, act, { organisation, by: 'domain', reason: null })
    if (verified.ok) await saveUse(tx, sha256(token), now)
    return verified
  })
}

/** What a link is good for, for whoever opens it: somebody else's is unknown. */
export async function readProof(
  db: Db,
  actor: Actor,
  { organisation, token }: { organisation: Organisation; token: string },
  now: Date,
): Promise<{ state: ProofState; email: string | null }> {
  const proof = await findProof(db, sha256(token))
  const own = proof?.personId === actor.personId ? proof : undefined
  return { state: stateOfProof(own, organisation, now), email: own?.email ?? null }
}

export type SiretProblem = 'no-siret' | 'siret-not-vouched' | 'verified-already' | 'siret-taken'
export type ProvedBySiret = { ok: true } | { ok: false; problem: SiretProblem }

/**
 * A member whose session a provider let in that vouches for where people work: the organisation is verified if it
 * says that SIRET of itself. `session`: its token.
 */
export function proveBySiret(
  db: Db,
  actor: Actor,
  { slug, session }: { slug: string; session: string },
  now: Date,
): Promise<ProvedBySiret> {
  return inTransaction(db, async (tx) => {
    const organisation = await requireLocked(tx, slug)
    const thing = await thingFor(tx, actor, organisation)
    const role = authorize(actor, 'organisation.prove', thing)
    const { siret, verified } = organisation
    if (verified) return { ok: false, problem: 'verified-already' }
    if (siret === null) return { ok: false, problem: 'no-siret' }
    const vouched = await findVouchedSiret(tx, sha256(session))
    if (vouched !== siret) return { ok: false, problem: 'siret-not-vouched' }
    const act = { actor, role, slug, now }
    return verify(tx, act, { organisation, by: 'siret', reason: null })
  })
}

export type VerifyProblem = 'no-reason' | 'reason-too-long' | 'verified-already' | 'siret-taken'
export type Verified = { ok: true } | { ok: false; problem: VerifyProblem }

/** An administrator says that the organisation is who it says, and publicly why they know. */
export function verifyByHand(
  db: Db,
  actor: Actor,
  { slug, reason }: { slug: string; reason: string },
  now: Date,
): Promise<Verified> {
  return inTransaction(db, async (tx) => {
    const organisation = await requireLocked(tx, slug)
    const thing = { organisationId: organisation.id }
    const role = authorize(actor, 'organisation.verify', thing)
    const said = compose(reason.trim())
    if (organisation.verified) return { ok: false, problem: 'verified-already' }
    if (isBlank(said)) return { ok: false, problem: 'no-reason' }
    if (Array.from(said).length > longestReason) return { ok: false, problem: 'reason-too-long' }
    const act = { actor, role, slug, now }
    return verify(tx, act, { organisation, by: 'administrator', reason: said })
  })
}

type Verifying = { organisation: Organisation; by: VerifiedBy; reason: string | null }

async function verify(
  tx: Db,
  act: Act,
  { organisation, by, reason }: Verifying,
): Promise<{ ok: true } | { ok: false; problem: 'verified-already' | 'siret-taken' }> {
  const { id, siret, verified } = organisation
  if (verified) return { ok: false, problem: 'verified-already' }
  if (siret !== null && (await isSiretTaken(tx, id, siret))) {
    return { ok: false, problem: 'siret-taken' }
  }
  await saveVerification(tx, id, { at: act.now, by, reason })
  const said = reason === null ? {} : { reason: sha256(reason).toString('hex') }
  await recordOrganisation(tx, act, 'organisation.verified', { by, ...said })
  return { ok: true }
}

/** Forgets to which addresses links were mailed, a time after. */
export async function forgetProofs(
  db: Db,
  now: Date,
  { proofs }: Pick<Periods, 'proofs'> = usualPeriods,
): Promise<void> {
  await deleteProofs(db, daysBefore(now, proofs))
}
