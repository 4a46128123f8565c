import { sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { newToken } from '../platform/ids.ts'
import { seal, unseal } from '../platform/mail/seal.ts'
import { dayInParis } from '../platform/paris-days.ts'
import type { Actor } from '../permissions.ts'
import { unknownDevice, type Device } from './device.ts'
import { actorOf } from './person.ts'
import {
  deleteSession,
  findPersonBySession,
  findVouching,
  saveSeen,
  saveSession,
} from './session-store.ts'
import { listBansInForce, listGrants } from './store.ts'

export const sessionCookie = 'vivace_session'

const sessionDays = 30
export const sessionSeconds = sessionDays * 24 * 3600

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
  await saveSession(db, {
    tokenSha256,
    personId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + sessionSeconds * 1000),
    seenOn: dayInParis(now),
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
