import { rm } from 'node:fs/promises'
import { sha256 as hashOf } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import { daysBefore } from '../platform/periods.ts'
import { attachmentLimits, cleanName, type FileProblem, type MadeFile } from './attachment.ts'
import { cleanFile } from './clean-file.ts'
import type { SentFile } from '../platform/files/sent-file.ts'
import { countSent, lockFile, saveFile, saveWaiting } from './store.ts'

export type Kept = { ok: true; sha256: string; name: string } | Refused
export type Refused = { ok: false; problem: FileProblem; name: string }

type Keeping = { files: FileStore; personId: number }

/**
 * Makes a file that somebody sent anew and keeps it for them, until they attach it or a day has passed. What was sent itself
 * is deleted in any case.
 */
export async function keepFile(
  db: Db,
  { path, name: given, cut }: SentFile,
  { files, personId }: Keeping,
  now: Date,
): Promise<Kept> {
  const name = cleanName(given)
  try {
    if (cut) return { ok: false, problem: 'file-too-large', name }
    if ((await countSent(db, personId, daysBefore(now, 1))) > attachmentLimits.daily) {
      return { ok: false, problem: 'too-much-today', name }
    }
    const made = await cleanFile(path)
    if (!made.ok) return { ...made, name }
    const sha256 = await store(db, { made: made.file, files, personId }, now)
    return { ok: true, sha256, name }
  } finally {
    await rm(path, { force: true })
  }
}

/** While it is put where files are, nobody deletes the same. */
async function store(
  db: Db,
  { made, files, personId }: Keeping & { made: MadeFile },
  now: Date,
): Promise<string> {
  const { type, small } = made
  return inTransaction(db, async (tx) => {
    const smaller = small && (await keep(tx, { files, made: { ...small, type, size: small } }, now))
    const sha256 = await keep(tx, { files, made, small: smaller }, now)
    await saveWaiting(tx, { personId, sha256 }, now)
    return sha256
  })
}

type One = { files: FileStore; made: Omit<MadeFile, 'small'>; small?: string | null }

async function keep(tx: Db, { files, made, small = null }: One, now: Date): Promise<string> {
  const { bytes, type, size } = made
  const sha256 = hashOf(bytes).toString('hex')
  await lockFile(tx, sha256)
  await files.put(bytes)
  const facts = { sha256, type, bytes: bytes.length, small }
  await saveFile(tx, { ...facts, width: size?.width ?? null, height: size?.height ?? null }, now)
  return sha256
}
