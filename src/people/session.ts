import { sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { newToken } from '../platform/ids.ts'
import type { Actor } from '../permissions.ts'
import { actorOf } from './person.ts'
import { deleteSession, findPersonBySession, listGrants, saveSession } from './store.ts'

export const sessionCookie = 'vivace_session'

const sessionDays = 30
export const sessionSeconds = sessionDays * 24 * 3600

/** Opens a session and returns its token; only the token's hash is kept. */
export async function openSession(db: Db, personId: number, now: Date): Promise<string> {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + sessionSeconds * 1000)
  await saveSession(db, { tokenSha256: sha256(token), personId, createdAt: now, expiresAt })
  return token
}

export async function endSession(db: Db, token: string): Promise<void> {
  await deleteSession(db, sha256(token))
}

/** Who holds that token, with the grants in force; undefined for an unknown or expired one. */
export async function findViewer(
  db: Db,
  token: string,
  now: Date,
): Promise<{ actor: Actor; name: string } | undefined> {
  const person = await findPersonBySession(db, sha256(token), now)
  if (!person) return undefined
  const grants = await listGrants(db, person.id, now)
  return { actor: actorOf(person, grants), name: person.displayName }
}
