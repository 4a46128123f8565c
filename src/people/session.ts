import { sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { newToken } from '../platform/ids.ts'
import { seal, unseal } from '../platform/mail/seal.ts'
import { dayInParis } from '../platform/paris-days.ts'
import type { Actor } from '../permissions.ts'
import { unknownDevice, type Device } from './device.ts'
import { actorOf } from './person.ts'
import {
  deleteAllSessions,
  deleteSession,
  deleteSessions,
  findPersonBySession,
  findVouching,
  savePersonSeen,
  saveSeen,
  saveSession,
} from './session-store.ts'
import { sessionSeconds } from './session-life.ts'
import { findPersonByIdentity, listBansInForce, listGrants } from './store.ts'

export const sessionCookie = 'vivace_session'

type How = {
  device?: Device
  /** Who vouched for the person, by what token; and the key that keeps it unread. */
  vouched?: { provider: string; idToken: string; key: Uint8Array }
}

/** Opens a session and returns its token, always a new one; only the token's hash is kept. */
export async function openSession(
  db: Db,
  personId: number,
  now: Date,
  { device = unknownDevice, vouched }: How = {},
): Promise<string> {
  const token = newToken()
  const tokenSha256 = sha256(token)
  const seenOn = dayInParis(now)
  await savePersonSeen(db, personId, seenOn)
  await saveSession(db, {
    tokenSha256,
    personId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + sessionSeconds * 1000),
    seenOn,
    device,
    vouched: vouched
      ? {
          provider: vouched.provider,
          idToken: seal(vouched.key, labelOf(tokenSha256), Buffer.from(vouched.idToken)),
        }
      : null,
  })
  return token
}

export async function endSession(db: Db, token: string): Promise<void> {
  await deleteSession(db, sha256(token))
}

/** Ends all sessions of whoever signs in by that address, and tells how many; undefined where nobody does. */
export async function endSessionsOf(db: Db, email: string): Promise<number | undefined> {
  const person = await findPersonByIdentity(db, 'email', email)
  return person && deleteSessions(db, person.id)
}

/** Ends everybody’s sessions, and tells how many. */
export function endAllSessions(db: Db): Promise<number> {
  return deleteAllSessions(db)
}

/** Who vouched for the person of that session, and its token: what they are to be signed out with. */
export async function readVouching(
  db: Db,
  token: string,
  key: Uint8Array,
): Promise<{ provider: string; idToken: string } | null> {
  const tokenSha256 = sha256(token)
  const kept = await findVouching(db, tokenSha256)
  if (!kept) return null
  const idToken = unseal(key, labelOf(tokenSha256), kept.idToken).toString()
  return { provider: kept.provider, idToken }
}

function labelOf(tokenSha256: Buffer): string {
  return `session ${tokenSha256.toString('hex')}`
}

/** Who holds that token, with the grants and bans in force; undefined for an unknown or expired one. */
export async function findViewer(
  db: Db,
  token: string,
  now: Date,
): Promise<{ actor: Actor; name: string } | undefined> {
  const tokenSha256 = sha256(token)
  const person = await findPersonBySession(db, tokenSha256, now)
  if (!person) return undefined
  const today = dayInParis(now)
  if (person.seenOn < today) await saveSeen(db, tokenSha256, today)
  const grants = await listGrants(db, person.id, now)
  const bans = await listBansInForce(db, person.id, now)
  return { actor: actorOf(person, grants, bans), name: person.displayName }
}
